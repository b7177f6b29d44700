import type { Command } from 'commander';
import { type AskedSegment, type CaseOutcome, outcomes } from '../../act/cases/case.ts';
import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../io.ts';
import { flag, type Given, gather, list, text } from '../values.ts';
import {
  addFollowOptions,
  type FollowFormats,
  type FollowSettings,
  nameAndFile,
  readFollowOptions,
} from './follow-options.ts';
import { unknownWord } from './unknown-word.ts';

const table = { id: 'table', endings: ['.txt'] } as const;
const others = [
  { id: 'csv', endings: ['.csv'] },
  { id: 'json', endings: ['.json'] },
  { id: 'markdown', endings: ['.md'] },
] as const;
export type CasesFormat = typeof table | (typeof others)[number];

const formats: FollowFormats<CasesFormat> = [table, ...others];
/** Those who follow up open a file, and what is without limit is too much for a table. */
const csvFirst: FollowFormats<CasesFormat> = [others[0], others[1], others[2], table];

const LIMIT = 1000;

export interface CasesSettings extends FollowSettings<CasesFormat> {
  readonly outcome: CaseOutcome;
  readonly segments: readonly AskedSegment[];
  readonly columns: readonly string[];
  /** null: none. */
  readonly limit: number | null;
  readonly owed: boolean;
}

export function addCasesOptions(command: Command): void {
  command
    .option('--outcome <OUTCOME>', `which occasions: ${outcomes.join(', ')} (default: ${outcomes[0]})`)
    .option('--segment <NAME=VALUE>', 'only those of this segment, repeatable: all must hold', gather)
    .option('--limit <N>', `so many at most, or none: all, in the order of the exports (default: ${LIMIT})`)
    .option('--columns <NAMES>', 'show these columns as well, repeatable or a,b', gather)
    .option('--owed', 'in their place what the remedies owe to whom');
  addFollowOptions(command, formats, 'table on a terminal, else csv');
}

/** @throws Failure with everything that is wrong about the command line. */
export function readCasesOptions(given: Given, io: Io): CasesSettings {
  const problems: Diagnostic[] = [];
  const { name, file } = nameAndFile(given, 'cases');
  const outcome = outcomeOf(text(given, 'outcome'), problems);
  const segments = list(given, 'segment').flatMap((written) => segmentOf(written, problems) ?? []);
  const columns = list(given, 'columns').flatMap(names).filter(isFirst);
  if (columns.includes('')) problems.push(diagnose('empty-option', { option: '--columns' }, null));
  const limit = limitOf(text(given, 'limit'), problems);
  const owed = flag(given, 'owed');
  if (owed) problems.push(...clashes(given, outcome));
  const promises = name === null ? [] : [name];
  const known = limit === null || !io.stdout.isTTY ? csvFirst : formats;
  const settings = readFollowOptions(given, io, known, { file, promises, problems });
  if (limit === null) refuseTables(settings);
  return { ...settings, outcome, segments, columns, limit, owed };
}

function outcomeOf(word: string | null, problems: Diagnostic[]): CaseOutcome {
  const outcome = outcomes.find((known) => known === (word ?? outcomes[0]));
  if (outcome === undefined) problems.push(unknownWord('--outcome', word ?? '', outcomes));
  return outcome ?? outcomes[0];
}

function segmentOf(written: string, problems: Diagnostic[]): AskedSegment | null {
  const at = written.indexOf('=');
  const segment = { name: written.slice(0, at).trim(), value: written.slice(at + 1).trim() };
  if (at >= 0 && segment.name !== '' && segment.value !== '') return segment;
  problems.push(diagnose('cases-segment', { text: written }, null));
  return null;
}

/** Names are the same in any letter case, as headers are. */
function isFirst(name: string, at: number, all: readonly string[]): boolean {
  return all.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === at;
}

/** `Subject,"On hold, minutes"`: commas part names, but within quotes. */
function names(written: string): readonly string[] {
  const found = [...written.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?:,|$)/g)];
  // The last match is the empty one at the end.
  const whole = written.endsWith(',') ? found : found.slice(0, Math.max(1, found.length - 1));
  return whole.map(([, quoted, bare]) => (quoted?.replaceAll('""', '"') ?? bare ?? '').trim());
}

function limitOf(word: string | null, problems: Diagnostic[]): number | null {
  if (word === null) return LIMIT;
  if (word === 'none') return null;
  const limit = /^\d{1,9}$/.test(word) ? Number(word) : 0;
  if (limit > 0) return limit;
  problems.push(diagnose('cases-limit', { value: word }, null));
  return LIMIT;
}

function clashes(given: Given, outcome: CaseOutcome): readonly Diagnostic[] {
  const asked = [
    ...(outcome === 'missed' ? [] : [`--outcome ${outcome}`]),
    ...(list(given, 'segment').length === 0 ? [] : ['--segment']),
    ...(list(given, 'columns').length === 0 ? [] : ['--columns']),
    ...(text(given, 'limit') === null ? [] : ['--limit']),
  ];
  return asked.map((option) => diagnose('owed-alone', { option }, null));
}

function refuseTables({ format, outputs }: FollowSettings<CasesFormat>): void {
  const problems = [
    ...(format.id === 'table' ? [null] : []),
    ...outputs.flatMap((output) => (output.format.id === 'table' ? [output.path] : [])),
  ].map((path) => diagnose('cases-table-unlimited', { path }, null));
  if (problems.length > 0) throw new Failure('declaration', problems);
}
