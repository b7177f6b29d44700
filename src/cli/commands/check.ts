import type { Command } from 'commander';
import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { type FailWord, failWords } from '../../report/gate.ts';
import { exitTable, type Outcome } from '../exit-code.ts';
import { type Given, gather, list, separated, text } from '../values.ts';
import type { Context } from './index.ts';
import { report } from './report.ts';
import { addReportOptions } from './report-options.ts';

export function define(command: Command): void {
  command.option('--fail-on <VERDICTS>', `what fails, beside missed: ${failWords.slice(1).join(', ')}`, gather);
  addReportOptions(command).addHelpText(
    'after',
    `
Examples:
  saydo check
  saydo check promises.yaml --fail-on close,unproven
  saydo check --quiet -o gap.json
  saydo check --last month --baseline gap.json --fail-on worse

${exitTable}`,
  );
}

export async function perform(given: Given, context: Context): Promise<Outcome> {
  const failOn = failOnOf(given);
  if (failOn.has('worse') && text(given, 'baseline') === null) {
    throw new Failure('declaration', [diagnose('worse-without-baseline', {}, null)]);
  }
  return report('check', given, context, failOn, (judged) => judged);
}

/** @throws Failure where a word is unknown: no misspelling may soften a check. */
function failOnOf(given: Given): ReadonlySet<FailWord> {
  const words = separated(list(given, 'failOn'));
  const unknown = words.filter((word) => !isFailWord(word));
  if (unknown.length > 0) {
    throw new Failure(
      'declaration',
      unknown.map((word) =>
        word === ''
          ? diagnose('empty-option', { option: '--fail-on' }, null)
          : diagnose(
              'unknown-word',
              { option: '--fail-on', word, known: failWords, nearest: nearest(word, failWords) },
              null,
            ),
      ),
    );
  }
  return new Set(words.filter(isFailWord));
}

function isFailWord(word: string): word is FailWord {
  return failWords.some((known) => known === word);
}
