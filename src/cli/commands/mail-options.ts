import type { Command } from 'commander';
import { type Mailbox, readMailboxes } from '../../deliver/addresses.ts';
import { steers } from '../../deliver/header-text.ts';
import type { MailServer } from '../../deliver/server.ts';
import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../io.ts';
import { type Given, gather, list, separated, text } from '../values.ts';
import { addSmtpOptions, readServer } from './smtp-options.ts';

export const occasions = ['missed', 'change'] as const;
/** What has to have happened for a mail to go out. */
export type MailOccasion = (typeof occasions)[number];

/** What `send` was asked beside the report. */
export interface MailSettings {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  /** In place of the one that says the verdict. */
  readonly subject: string | null;
  /** Empty: the mail goes out whatever happened. */
  readonly onlyOn: readonly MailOccasion[];
  /** Where the mail is written instead of being sent, `-` for standard output. */
  readonly dryRun: string | null;
  /** null for a dry run. */
  readonly server: MailServer | null;
}

export function addMailOptions(command: Command): Command {
  command
    .option('--mail-to <ADDRESS>', 'who gets it, repeatable or with commas between', gather)
    .option('--mail-from <ADDRESS>', 'whom it is from')
    .option('--mail-cc <ADDRESS>', 'who gets a copy, repeatable or with commas between', gather)
    .option('--mail-reply-to <ADDRESS>', 'whom an answer goes to')
    .option('--mail-subject <TEXT>', 'the subject, in place of the one that says the verdict')
    .option(
      '--only-on <WHAT>',
      'send only where something is missed or unjudged, or a verdict changed: missed, change',
      gather,
    )
    .option('--dry-run <FILE.eml>', 'write the mail there instead of sending it; - for standard output');
  return addSmtpOptions(command);
}

const example = {
  '--mail-to': 'team@example.com',
  '--mail-from': 'reports@example.com',
} as const;

/** @throws Failure with everything that is wrong about these options; no text of it holds a password. */
export async function readMailOptions(given: Given, io: Pick<Io, 'env' | 'workingDirectory'>): Promise<MailSettings> {
  const problems: Diagnostic[] = [];
  const to = mailboxes('--mail-to', list(given, 'mailTo'), problems);
  const senders = mailboxes('--mail-from', one(given, 'mailFrom'), problems);
  const cc = mailboxes('--mail-cc', list(given, 'mailCc'), problems);
  const replyTo = mailboxes('--mail-reply-to', one(given, 'mailReplyTo'), problems);
  if (senders.length > 1) problems.push(diagnose('mail-one-sender', { count: senders.length }, null));
  const subject = text(given, 'mailSubject');
  if (subject !== null && steers(subject)) {
    problems.push(diagnose('mail-line-break', { option: '--mail-subject' }, null));
  }
  if (subject?.trim() === '') problems.push(diagnose('empty-option', { option: '--mail-subject' }, null));
  const onlyOn = onlyOnOf(given, problems);
  const dryRun = text(given, 'dryRun');
  if (dryRun !== null && dryRun !== '-' && !/[^/\\]\.eml$/i.test(dryRun)) {
    problems.push(diagnose('dry-run-ending', { path: dryRun }, null));
  }
  const format = text(given, 'format');
  if (format !== null) problems.push(diagnose('send-format', { format }, null));
  if (text(given, 'audience') === 'public') problems.push(diagnose('send-public', {}, null));
  const before = problems.length;
  const server = await readServer(given, io, problems);
  if (server === null && dryRun === null && problems.length === before) {
    problems.push(diagnose('smtp-host-missing', {}, null));
  }
  const [from] = senders;
  if (from === undefined || problems.length > 0) throw new Failure('declaration', problems);
  return { from, to, cc, replyTo, subject, onlyOn, dryRun, server: dryRun === null ? server : null };
}

const one = (given: Given, option: string): readonly string[] => {
  const value = text(given, option);
  return value === null ? [] : [value];
};

function mailboxes(option: string, texts: readonly string[], problems: Diagnostic[]): readonly Mailbox[] {
  const isNeeded = option === '--mail-to' || option === '--mail-from';
  if (texts.length === 0 && isNeeded) {
    problems.push(diagnose('mail-option-missing', { option, example: example[option] }, null));
  }
  const found: Mailbox[] = [];
  for (const written of texts) {
    if (steers(written)) problems.push(diagnose('mail-line-break', { option }, null));
    else {
      const { mailboxes: good, others, encoded } = readMailboxes(written);
      found.push(...good);
      problems.push(...encoded.map((other) => diagnose('mail-encoded-word', { option, text: other }, null)));
      problems.push(...others.map((other) => diagnose('mail-address', { option, text: other }, null)));
    }
  }
  return found;
}

function onlyOnOf(given: Given, problems: Diagnostic[]): readonly MailOccasion[] {
  const words = separated(list(given, 'onlyOn'));
  for (const word of words.filter((each) => !isOccasion(each))) {
    problems.push(diagnose('only-on-word', { word, known: occasions, nearest: nearest(word, occasions) }, null));
  }
  if (words.includes('change') && text(given, 'baseline') === null) {
    problems.push(diagnose('change-without-baseline', {}, null));
  }
  return words.filter(isOccasion);
}

function isOccasion(word: string): word is MailOccasion {
  return occasions.some((known) => known === word);
}
