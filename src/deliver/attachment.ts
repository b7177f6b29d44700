import type { GapReport } from '../model/report.ts';
import { headerText } from './header-text.ts';
import { windowName } from './window-name.ts';

/** A report as a file of the message. */
export interface Attachment {
  readonly name: string;
  readonly text: string;
}

/** RFC 7111 tells of a CSV whether its first line names the columns. */
const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  prom: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml',
};

/** By the ending of the name. */
export const mediaTypeOf = (name: string): string =>
  mediaTypes[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';

const longestName = 60;

/** `fjellrute-cycles-q1-2026-gap-report.csv`: letters of any language, and nothing that means something to a shell. */
export function csvNameOf({ brand, window }: GapReport): string {
  const words = [...slug(`${brand} ${windowName(window)}`)].slice(0, longestName).join('').replace(/-$/, '');
  return `${words === '' ? '' : `${words}-`}gap-report.csv`;
}

const slug = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** The names as a folder can hold them beside each other: without slashes, and each once in any letter case. */
export function named(attachments: readonly Attachment[]): readonly Attachment[] {
  const taken = new Set<string>();
  return attachments.map(({ name, text }) => {
    const safe = headerText(name).replace(/[/\\:*?"<>|]/g, '-') || 'report.txt';
    let free = safe;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = safe.replace(/(\.[^.]*)?$/, `-${count}$1`);
    taken.add(free.toLowerCase());
    return { name: free, text };
  });
}
