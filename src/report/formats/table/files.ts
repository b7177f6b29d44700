import type { SourceReport } from '../../../model/report.ts';
import { instant } from '../../dates.ts';
import { bytes, count } from '../../numbers.ts';
import type { Paper } from './paper.ts';
import { hanging, wrap } from './text.ts';

const DELIMITERS: ReadonlyMap<string, string> = new Map([
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'pipe'],
]);

/** What was read, byte for byte: enough to tell whether another has the same files. */
export function files(sources: readonly SourceReport[], paper: Paper): string[] {
  if (sources.length === 0) return [];
  const { dim, measure, say } = paper;
  const style = paper.glyphs.numbers;
  const lines = sources.flatMap(({ file, rows, as_of, encoding, delimiter, sha256, ...source }) => {
    const facts = [
      bytes(source.bytes, style),
      `${count(rows, style)} ${rows === 1 ? 'row' : 'rows'}`,
      say(encoding),
      DELIMITERS.get(delimiter) ?? say(delimiter),
      ...(as_of === null ? [] : [`as of ${instant(say(as_of))}`]),
    ].join(', ');
    const hash = sha256 === null ? 'no hash: over 256 MB, see --hashes' : `sha256 ${say(sha256)}`;
    return [
      ...hanging('  ', say(file), measure),
      ...wrap(facts, measure - 4).map((line) => `    ${dim(line)}`),
      ...wrap(hash, measure - 4).map((line) => `    ${dim(line)}`),
    ];
  });
  return [paper.bold('  Files'), ...lines];
}
