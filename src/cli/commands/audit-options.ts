import type { Command } from 'commander';
import type { AuditOptions } from '../../audit.ts';
import { diagnose } from '../../diagnostics/catalog.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { flag, type Given, gather, list, separated, text } from '../values.ts';

const MOST_THREADS = 64;

/** What an audit is asked, whatever is then made of it. */
export type AuditAsked = Pick<
  AuditOptions,
  'asOf' | 'from' | 'to' | 'last' | 'channels' | 'threads' | 'hashes' | 'redact'
>;

/** What the clock and the machine say. */
export interface Machine {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly processors: number;
}

/** Which occasions count: the moment, the window. */
export function addWindowOptions(command: Command): Command {
  return command
    .option('--as-of <TIME>', 'the moment the data speaks for, or now (default: its newest event)')
    .option('--from <DATE>', 'first day of the window')
    .option('--to <DATE>', 'last day of the window')
    .option('--last <SPAN>', 'window: 90d, or the last whole day, week, month, quarter');
}

export function addThreadsOption(command: Command): Command {
  return command.option('--threads <N>', 'threads that read large exports (default: as many as there are processors)');
}

export function addRedactOption(command: Command): Command {
  return command.option('--redact', 'show no cell of an export in messages');
}

/** Reads those options, and `--channel`; what is wrong about them joins the problems. */
export function readAuditAsked(given: Given, { now, processors }: Machine, problems: Diagnostic[]): AuditAsked {
  const window = { from: text(given, 'from'), to: text(given, 'to'), last: text(given, 'last') };
  if (window.last !== null && (window.from !== null || window.to !== null)) {
    const other = window.from === null ? '--to' : '--from';
    problems.push(diagnose('options-clash', { option: '--last', other }, null));
  }
  const asOf = text(given, 'asOf');
  return {
    ...window,
    asOf: asOf === 'now' ? new Date(now).toISOString() : asOf,
    channels: selected(given, 'channel', problems),
    threads: threadsOf(text(given, 'threads'), processors, problems),
    hashes: flag(given, 'hashes'),
    redact: flag(given, 'redact'),
  };
}

/** An empty name, as of a variable that is not set, must not select everything. */
export function selected(given: Given, option: string, problems: Diagnostic[]): readonly string[] {
  const names = separated(list(given, option));
  if (names.includes('')) problems.push(diagnose('empty-option', { option: `--${option}` }, null));
  return [...new Set(names)];
}

export function addChannelOption(command: Command): Command {
  return command.option('--channel <ID>', 'only this channel, repeatable or a,b', gather);
}

function threadsOf(value: string | null, processors: number, problems: Diagnostic[]): number {
  if (value === null) return Math.min(processors, MOST_THREADS);
  const threads = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (threads >= 1 && threads <= MOST_THREADS) return threads;
  problems.push(diagnose('threads-number', { value, most: MOST_THREADS }, null));
  return 1;
}
