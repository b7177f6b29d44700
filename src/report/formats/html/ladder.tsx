import type { VNode } from 'preact';
import type { CellReport, SourceReport } from '../../../model/report.ts';
import { stepsOf } from '../../steps.ts';
import { valueText } from './figures.ts';
import type { Setting } from './setting.ts';

/** The counts that lead from rows in the files to the figure, as a sum that a reader can check. */
export function Ladder({
  cell,
  sources,
  setting,
}: {
  cell: CellReport;
  sources: readonly SourceReport[];
  setting: Setting;
}): VNode | null {
  const { words, amount, numbers, say, figuresOf } = setting;
  const steps = stepsOf(cell, sources);
  if (steps.length === 0) return null;
  const against = cell.against === null ? null : say(cell.against);
  return (
    <table class="ladder">
      <caption>{words.ladder.caption}</caption>
      <tbody>
        {steps.map(({ kind, name, count }) => (
          <tr class={kind}>
            <th scope="row">{words.ladder.step(name, sources.length, against)}</th>
            <td>{`${kind === 'less' && count > 0 ? numbers.minus : ''}${amount(count).text}`}</td>
          </tr>
        ))}
        {cell.kept === null || cell.cases === 0 || cell.value === null ? null : (
          <tr class="is">
            <th scope="row">{words.ladder.keptShare}</th>
            <td>{valueText(cell.value, cell, figuresOf(cell))}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
