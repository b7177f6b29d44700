import type { VNode } from 'preact';
import type { HourOfWeek } from '../../../model/page.ts';
import type { CellReport } from '../../../model/report.ts';
import { addsUp } from '../../adds-up.ts';
import { heatLegend, heatMap, heatScale } from './charts/heat-map.ts';
import { isMiss, valueText } from './figures.ts';
import { Drawing } from './parts.tsx';
import type { Setting } from './setting.ts';

/** Below this, an hour is an anecdote. */
const FEW = 5;

/** The hours of the week as a map, with the worst of them in words for those who do not see it. */
export function Week({
  hours,
  cell,
  setting,
}: {
  hours: readonly HourOfWeek[];
  cell: CellReport;
  setting: Setting;
}): VNode | null {
  const svg = heatMap(hours, cell);
  const scale = heatScale(hours);
  if (svg === null || scale === null) return null;
  const { words, locale, figuresOf } = setting;
  const { week } = words;
  const figures = figuresOf(cell);
  const far = ({ value, missed, cases }: HourOfWeek): number =>
    missed !== null ? missed - cases * (1 - cell.target.value) : Math.abs((value ?? 0) - cell.target.value);
  const worst = hours
    .filter(({ verdict, cases, value }) => verdict !== null && isMiss(verdict) && cases >= FEW && value !== null)
    .toSorted((a, b) => far(b) - far(a))
    .slice(0, 3)
    .map(({ day, hour, value }) => {
      const name = week.hour(words.weekdays[day]?.[1] ?? '', locale.hour(hour));
      return `${name} (${valueText(value, cell, figures)})`;
    });
  const label = week.label(worst.length === 0 ? null : words.list(worst));
  return (
    <figure class="week">
      <figcaption>{week.caption}</figcaption>
      <div class={`grid hours-${scale.lastHour - scale.firstHour + 1}`} role="img" aria-label={label}>
        <ol class="days" aria-hidden="true">
          {words.weekdays.map(([short]) => (
            <li>{short}</li>
          ))}
        </ol>
        <Drawing svg={svg} />
        <p class="hours" aria-hidden="true">
          <span>{locale.hour(scale.firstHour)}</span>
          <span>{locale.hour(scale.lastHour)}</span>
        </p>
      </div>
      <p class="scale">
        <span>{addsUp(cell) ? week.less : week.worse}</span>
        <Drawing svg={heatLegend(cell)} />
        <span>{addsUp(cell) ? week.more : week.better}</span>
        <span>{addsUp(cell) ? null : week.fewCases}</span>
      </p>
      {worst.length === 0 ? null : <p class="aside">{label}</p>}
    </figure>
  );
}
