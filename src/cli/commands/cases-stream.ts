import type { CaseStream } from '../../act/cases/list.ts';
import { whyEmpty } from '../../act/cases/words.ts';
import type { Warned } from '../../cases.ts';
import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { plainVoice } from '../../report/voice.ts';
import { done, type Outcome } from '../exit-code.ts';
import { show, showFailure } from '../messages.ts';
import { onScreen } from '../on-screen.ts';
import { type OutputFile, streamOutput } from '../outputs.ts';
import { problemOf } from '../problem.ts';
import { caseWriter } from './case-writer.ts';
import type { CasesFormat, CasesSettings } from './cases-options.ts';
import { follow } from './follow-run.ts';
import type { Context } from './index.ts';

/** Characters that are gathered before they are written. */
const PIECE = 1 << 16;

/** Where a list goes, piece by piece. */
interface Sink {
  readonly format: CasesFormat;
  /** false: nobody reads it any more. */
  readonly write: (text: string) => Promise<boolean>;
}

/** Every case in the order of the exports, written as it is found; a file is there whole or not at all. */
export async function streamCases(command: string, settings: CasesSettings, context: Context): Promise<Outcome> {
  const { io, stages } = context;
  const { outcome, segments, columns, outputs, format, quiet, file } = settings;
  // On one screen the progress would stand among the lines.
  const watched = { ...settings, progress: settings.progress && (quiet || !io.stdout.isTTY) };
  const problems: Diagnostic[] = [];
  const toScreen = quiet ? [] : [screenOf(format, context, problems)];
  const warnings = await follow(command, watched, context, (request, begun) =>
    stages.eachCase({ ...request, outcome, segments, columns, begun }, async (stream) => {
      let poured = 0;
      await withFiles(outputs, toScreen, problems, async (sinks) => {
        poured = await pour(stream, sinks, context);
      });
      const none = diagnose('cases-none', { reasons: whyEmpty(stream.head, plainVoice) }, null);
      return poured === 0 ? [...stream.warnings, none] : stream.warnings;
    }),
  );
  if (!quiet) await show(io, warnings, file);
  return problems.length === 0 ? done : showFailure(io, new Failure('delivery', problems), null);
}

function screenOf(format: CasesFormat, { io }: Context, problems: Diagnostic[]): Sink {
  let isRead = true;
  return {
    format,
    write: async (text) => {
      if (!isRead) return false;
      try {
        isRead = await io.stdout.write(io.stdout.isTTY ? onScreen(text, format.id) : text);
      } catch (error) {
        isRead = false;
        problems.push(diagnose('stdout-unwritable', { problem: problemOf(error) }, null));
      }
      return isRead;
    },
  };
}

/** Opens one file within the other, so that all of them are put away where the work fails. */
async function withFiles(
  outputs: readonly OutputFile<CasesFormat>[],
  sinks: readonly Sink[],
  problems: Diagnostic[],
  work: (sinks: readonly Sink[]) => Promise<void>,
): Promise<void> {
  const [output, ...rest] = outputs;
  if (output === undefined) return work(sinks);
  let isOpen = false;
  const problem = await streamOutput(output, (write) => {
    isOpen = true;
    const sink: Sink = { format: output.format, write: async (text) => write(text).then(() => true) };
    return withFiles(rest, [...sinks, sink], problems, work);
  });
  if (problem !== null) problems.push(problem);
  // What cannot be written keeps nothing from the others.
  if (!isOpen) await withFiles(rest, sinks, problems, work);
}

/** Gives how many cases were found until nobody read them any more. */
async function pour(
  { head, cases }: CaseStream & Warned,
  sinks: readonly Sink[],
  { signal }: Context,
): Promise<number> {
  const pipes = await Promise.all(
    sinks.map(async ({ format, write }) => {
      const writer = await caseWriter(head, format.id);
      return { write, writer, text: writer.begin };
    }),
  );
  /** Is anybody still reading? */
  const flush = async (least: number): Promise<boolean> => {
    let isRead = false;
    for (const pipe of pipes) {
      const { text } = pipe;
      if (text.length < least) {
        isRead = true;
        continue;
      }
      pipe.text = '';
      if (await pipe.write(text)) isRead = true;
    }
    return isRead;
  };
  let index = 0;
  for await (const found of cases) {
    let longest = 0;
    for (const pipe of pipes) {
      pipe.text += pipe.writer.row(found, index);
      longest = Math.max(longest, pipe.text.length);
    }
    index += 1;
    if (longest < PIECE) continue;
    signal.throwIfAborted();
    if (!(await flush(PIECE))) return index;
  }
  for (const pipe of pipes) pipe.text += pipe.writer.end(0);
  await flush(0);
  return index;
}
