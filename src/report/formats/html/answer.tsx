import type { VNode } from 'preact';
import type { GapReport, Verdict } from '../../../model/report.ts';
import { scoreText } from '../../numbers.ts';
import { Sign } from './parts.tsx';
import type { Setting } from './setting.ts';

/** Worst first: the order of the page. */
export const WORST_FIRST: readonly Verdict[] = ['missed', 'waived', 'unproven', 'close', 'kept', 'unmeasured'];

const countOf = ({ promises }: GapReport, verdict: Verdict): number =>
  promises.filter((promise) => promise.verdict === verdict).length;

/** How many promises have each verdict, as a bar and in words. */
function Tally({ setting }: { setting: Setting }): VNode {
  const { report, words, isPublic, amount } = setting;
  const parts = WORST_FIRST.map((verdict) => ({ verdict, count: countOf(report, verdict) })).filter(
    ({ count }) => count > 0,
  );
  let from = 0;
  const total = Math.max(1, report.promises.length);
  return (
    <div class="tally">
      <svg class="share" viewBox={`0 0 ${total} 1`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {parts.map(({ verdict, count }) => {
          const x = from;
          from += count;
          return <rect x={x} y="0" width={count} height="1" fill={`var(--${verdict})`} />;
        })}
      </svg>
      <ul>
        {parts.map(({ verdict, count }) => (
          <li class={verdict}>
            <Sign verdict={verdict} /> <b>{amount(count).text}</b>{' '}
            {(isPublic ? words.publicVerdict : words.verdict)[verdict]}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The answer: are we keeping our promises? */
export function Answer({ setting }: { setting: Setting }): VNode {
  const { report, words, locale, numbers, say } = setting;
  const { brand, promises_kept: kept, promises_measured: measured, promises_declared: declared, score, as_of } = report;
  const span = locale.span(report.window);
  const isSeen = report.promises.some(({ verdict }) => verdict === 'unproven');
  return (
    <header class="answer">
      <p class="kicker">
        <bdi>{say(brand)}</bdi> <span>{words.kicker[setting.isPublic ? 'public' : 'internal']}</span>
      </p>
      <h1 dir="auto">{words.answer(say(brand), { kept, measured, declared, isSeen }, span)}</h1>
      <div class="beside">
        {setting.isPublic ? null : (
          <p class="score">
            {score === null ? (
              words.noScore
            ) : (
              <>
                {words.score} <b>{scoreText(score, numbers)}</b> {words.outOf100}
              </>
            )}
          </p>
        )}
        <p>{words.span(span)}</p>
        {as_of === null ? null : <p>{words.asOf(locale.instant(as_of))}</p>}
        {report.baseline === undefined ? null : (
          <p>{words.compared(words.span(locale.span(report.baseline.window)), report.baseline.overlaps)}</p>
        )}
      </div>
      <Tally setting={setting} />
    </header>
  );
}
