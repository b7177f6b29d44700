import type { CustomerRecord } from '../../../src/act/customer/record.ts';
import type { RecordOptions } from '../../../src/act/customer/record-of.ts';
import type { AuditRequest } from '../../../src/audit.ts';
import { customer } from '../../../src/customer.ts';
import { folder } from '../../cli/folder.ts';

type Asked = Partial<AuditRequest> & Partial<RecordOptions> & { readonly id: string };

/** The record of one person from a promises.yaml, given in lines, over exports by their names. */
export async function recorded(
  lines: readonly string[],
  files: Readonly<Record<string, string>>,
  asked: Asked,
): Promise<CustomerRecord> {
  const workingDirectory = folder({ ...files, 'promises.yaml': lines.join('\n') });
  return customer({ file: 'promises.yaml', workingDirectory, suggest: false, ...asked });
}

/** What became of each occasion, a line each: `2 quick mail 17 missed`. */
export function toldBy({ occasions }: CustomerRecord): readonly string[] {
  return occasions.map(({ contact, promise, channel, case: own, outcome }) =>
    [contact, promise, channel, ...(own === null ? [] : [own]), outcome].join(' '),
  );
}

/** A desk that replies to mails; its records of who wrote are in `Who`. */
export const desk = (...more: readonly string[]): readonly string[] => [
  'saydo: 1',
  'brand: Fjellrute Cycles',
  'as_of: 2026-01-31T12:00Z',
  'channels:',
  '  mail:',
  '    source: mail.csv',
  '    at: Opened',
  '    case: Ticket',
  '    customer: Who',
  ...more.map((line) => `    ${line}`),
  'promises:',
  '  quick:',
  '    says: We answer within two hours.',
  '    kept_when: { Replied: { within: 2h } }',
  '    target: 90%',
  '    remedy: { text: A voucher, cost: 10.10 EUR }',
  '    owner: Customer Care',
  '    channels: [mail]',
];

export const mails = (...rows: readonly string[]): string => `Ticket,Opened,Replied,Who\n${rows.join('\n')}\n`;
