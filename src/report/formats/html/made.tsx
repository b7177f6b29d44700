import type { VNode } from 'preact';
import type { CellReport, PromiseReport } from '../../../model/report.ts';
import { factsOf } from './facts.ts';
import { Ladder } from './ladder.tsx';
import { Periods } from './periods.tsx';
import { Segments } from './segments.tsx';
import type { Setting } from './setting.ts';
import { Week } from './week.tsx';

/** Everything behind a figure, for whoever asks. */
export function Made({
  promise,
  cell,
  setting,
}: {
  promise: PromiseReport;
  cell: CellReport;
  setting: Setting;
}): VNode | null {
  const { words, pageOf, isPublic, report } = setting;
  const facts = factsOf(promise, cell, setting);
  if (cell.measure === null || facts.length === 0) return null;
  const hours = isPublic ? [] : (pageOf(promise, cell)?.hours ?? []);
  const sources = report.sources.filter(({ channel }) => channel === cell.channel);
  return (
    <details>
      <summary>{words.made}</summary>
      <div class="made">
        <dl>
          {facts.map(([name, text]) => (
            <div>
              <dt>{name}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
        </dl>
        {isPublic ? null : <Ladder cell={cell} sources={sources} setting={setting} />}
        <Week hours={hours} cell={cell} setting={setting} />
        <Segments cell={cell} hasWeek={hours.length > 0} setting={setting} />
        <Periods cell={cell} setting={setting} />
      </div>
    </details>
  );
}
