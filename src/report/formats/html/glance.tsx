import type { VNode } from 'preact';
import type { CellReport, PromiseReport } from '../../../model/report.ts';
import { standingText } from './figures.ts';
import { VerdictMark } from './parts.tsx';
import type { Setting } from './setting.ts';

/** The channel that gives a promise its verdict: of those with a figure the one furthest from its target. */
function tellingCell({ channels, verdict }: PromiseReport): CellReport | null {
  const telling = channels.filter((cell) => cell.verdict === verdict && cell.value !== null);
  const far = ({ gap, target }: CellReport): number => (gap ?? 0) / (Math.abs(target.value) || 1);
  return telling.toSorted((a, b) => far(a) - far(b))[0] ?? null;
}

/** Where it was lost or won, in a few words. */
function where(promise: PromiseReport, setting: Setting): string {
  const cell = tellingCell(promise);
  if (cell === null) return '';
  const { value, unit, target } = cell;
  if (value === null || unit === null) return '';
  const figure = setting.figuresOf(cell).value(value, unit, target);
  const distance = standingText(cell, setting);
  return [setting.say(cell.channel), figure, distance].filter((part) => part !== '').join(', ');
}

/** Every promise on a line, worst first, each leading to its card. */
export function Glance({
  promises,
  anchors,
  setting,
}: {
  promises: readonly PromiseReport[];
  anchors: ReadonlyMap<string, string>;
  setting: Setting;
}): VNode {
  const { words, say, amount } = setting;
  const total = amount(promises.length);
  return (
    <nav class="glance" aria-labelledby="glance">
      <h2 id="glance">{words.headings.glance}</h2>
      <div class="filter" hidden data-shown={words.filter.shown({ n: 0, text: '{shown}' }, total)}>
        <fieldset data-all={words.filter.all}>
          <legend>{words.filter.label}</legend>
        </fieldset>
        <span role="status" />
      </div>
      <ol>
        {promises.map((promise) => (
          <li class={promise.verdict} data-verdict={promise.verdict}>
            <VerdictMark verdict={promise.verdict} setting={setting} />
            <a href={`#${anchors.get(promise.id) ?? ''}`} dir="auto">
              {say(promise.says)}
            </a>
            <span class="where">{where(promise, setting)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
