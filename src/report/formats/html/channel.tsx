import type { VNode } from 'preact';
import type { CellReport, PromiseReport } from '../../../model/report.ts';
import { bullet, bulletScale } from './charts/bullet.ts';
import { trend } from './charts/trend.ts';
import { aimText, betweenText, measureText, roundText, standingText, valueText } from './figures.ts';
import { Made } from './made.tsx';
import { notesOf } from './notes.ts';
import { Drawing, Sign } from './parts.tsx';
import type { Setting } from './setting.ts';

/** The figure against its target, its interval and its benchmark. */
function Bullet({ cell, setting }: { cell: CellReport; setting: Setting }): VNode | null {
  const svg = bullet(cell);
  const scale = bulletScale(cell);
  if (svg === null || scale === null) return null;
  const { words, say, figuresOf } = setting;
  const { value, interval, benchmark, channel } = cell;
  const figures = figuresOf(cell);
  const text = (figure: number): string => valueText(figure, cell, figures);
  const label = words.bulletLabel({
    channel: say(channel),
    value: valueText(value, cell, figures),
    target: aimText(cell, setting),
    interval: interval === null ? null : betweenText(interval, text, setting),
    benchmark: benchmark === null ? null : text(benchmark.value),
  });
  return (
    <figure class="bullet-figure">
      <div role="img" aria-label={label}>
        <Drawing svg={svg} />
      </div>
      <figcaption aria-hidden="true">
        {[scale.low, scale.high].map((end) => (
          <span>{roundText(end, cell, setting)}</span>
        ))}
      </figcaption>
    </figure>
  );
}

/** How it went, period by period. */
function Trend({ cell, setting }: { cell: CellReport; setting: Setting }): VNode | null {
  const svg = trend(cell);
  const known = cell.periods.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (svg === null || first === undefined || last === undefined) return null;
  const { words, locale, figuresOf } = setting;
  const figures = figuresOf(cell);
  const direction = cell.trend?.direction ?? null;
  const label = words.trendLabel({
    from: locale.period(first.from, first.to),
    to: locale.period(last.from, last.to),
    first: valueText(first.value, cell, figures),
    last: valueText(last.value, cell, figures),
    direction,
  });
  const ends = [cell.periods[0]?.from ?? '', cell.periods.at(-1)?.to ?? ''];
  return (
    <figure class="trend-figure">
      <div role="img" aria-label={label}>
        <Drawing svg={svg} />
      </div>
      <figcaption aria-hidden="true">
        <span>{locale.shortDay(ends[0] ?? '')}</span>
        <span>{direction === null ? '' : words.direction[direction]}</span>
        <span>{locale.shortDay(ends[1] ?? '')}</span>
      </figcaption>
    </figure>
  );
}

/** A promise on one channel: the figure, what it is held against, how it came about. */
export function Channel({
  promise,
  cell,
  setting,
}: {
  promise: PromiseReport;
  cell: CellReport;
  setting: Setting;
}): VNode {
  const { words, say, figuresOf, isPublic } = setting;
  const { channel, value, verdict, measure } = cell;
  const notes = notesOf(cell, promise, setting);
  const reason = isPublic && measure !== null ? '' : say(cell.reason);
  return (
    <section class={`channel ${verdict}`}>
      <h4>
        <Sign verdict={verdict} /> <bdi>{say(channel)}</bdi>
        <span class="unseen"> {(isPublic ? words.publicVerdict : words.verdict)[verdict]}</span>
      </h4>
      {value === null ? (
        <p class="silent">
          {words.withoutFigure(
            (isPublic ? words.publicVerdict : words.verdict)[verdict],
            reason,
            verdict === 'unmeasured' || cell.unit === null ? null : aimText(cell, setting),
          )}
        </p>
      ) : (
        <>
          <p class="figure">
            <b>{valueText(value, cell, figuresOf(cell))}</b> <span>{measureText(cell, setting)}</span>
            <span class="aim">
              {words.target(aimText(cell, setting))}
              <em class={(cell.gap ?? 0) < 0 ? 'short' : undefined}>{standingText(cell, setting)}</em>
            </span>
          </p>
          <Bullet cell={cell} setting={setting} />
          <Trend cell={cell} setting={setting} />
        </>
      )}
      {notes.length === 0 ? null : (
        <ul class="notes">
          {notes.map((note) => (
            <li dir="auto">{note}</li>
          ))}
        </ul>
      )}
      <Made promise={promise} cell={cell} setting={setting} />
    </section>
  );
}
