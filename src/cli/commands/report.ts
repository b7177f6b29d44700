import { type FailWord, type Gate, gate } from '../../report/gate.ts';
import type { Outcome } from '../exit-code.ts';
import type { Given } from '../values.ts';
import { runAudit } from './audit-run.ts';
import { deliver } from './deliver.ts';
import type { Context } from './index.ts';

/**
 * What `audit` and `check` share: the run, the report on standard output and in files.
 *
 * @param judge - how the run ends, given what fails and what could not be judged
 * @throws Failure of each kind, before anything was delivered; what fails to be delivered is part of the outcome.
 */
export async function report(
  command: string,
  given: Given,
  context: Context,
  failOn: ReadonlySet<FailWord>,
  judge: (gate: Gate) => Outcome,
): Promise<Outcome> {
  const ran = await runAudit(command, given, context);
  const judged = gate(ran.audited.report, ran.audited.facts, failOn);
  return deliver(ran, judged, context, judge(judged));
}
