import type { Command } from 'commander';
import { done, type Outcome } from '../exit-code.ts';
import type { Given } from '../values.ts';
import type { Context } from './index.ts';
import { report } from './report.ts';
import { addReportOptions } from './report-options.ts';

export function define(command: Command): void {
  addReportOptions(command).addHelpText(
    'after',
    `
Examples:
  saydo audit
  saydo audit promises.yaml --last quarter --promise quick-reply
  saydo audit -o gap.csv -o gap.json --quiet
  saydo audit --format json | jq .score`,
  );
}

/** Exit 0 whatever the verdicts: a report is no test. */
export function perform(given: Given, context: Context): Promise<Outcome> {
  return report('audit', given, context, new Set(), () => done);
}
