import { instant, windowText } from '../../report/dates.ts';
import type { FormatOptions } from '../../report/formats/format.ts';
import { type Paper, paperFor } from '../../report/formats/table/paper.ts';
import { cut, hanging, wrap } from '../../report/formats/table/text.ts';
import { cases } from '../../report/remarks.ts';
import { money } from '../../report/toll.ts';
import type { CustomerRecord } from './record.ts';
import { occasionLines } from './table-occasions.ts';
import { countsText, noneText } from './words.ts';

/** The record for a terminal: the sums, then each occasion, then where nobody can be followed. */
export function customerTable(
  record: CustomerRecord,
  options: Pick<FormatOptions, 'width' | 'color' | 'unicode'>,
): string {
  const paper = paperFor(options);
  const blocks = [head(record, paper), occasionLines(record, paper), promises(record, paper), closing(record, paper)];
  const lines = blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map((line) => line.trimEnd()).join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function head(record: CustomerRecord, paper: Paper): string[] {
  const { bold, dim, glyphs, measure, numbers, say, width } = paper;
  const asOf = record.as_of === null ? '' : ` ${glyphs.dot} data as of ${instant(say(record.as_of))}`;
  const owed = record.owed.map((one) => `${money(one, paper)} owed`);
  const sum =
    record.occasions.length === 0 ? noneText(record) : [countsText(record.counts, numbers), ...owed].join('; ');
  const contacts = record.contacts === 0 ? '' : `${cases(record.contacts, paper, 'contact')}: `;
  return [
    bold(cut(`Customer ${say(record.customer)}`, width, glyphs.ellipsis)),
    ...wrap(`${say(record.brand)} ${glyphs.dot} ${windowText(record.window)}${asOf}`, width).map(dim),
    '',
    ...wrap(`${contacts}${sum}`, measure).map(bold),
  ];
}

/** What was promised, of those promises that have an occasion, and what makes each good. */
function promises(record: CustomerRecord, paper: Paper): string[] {
  const met = record.promises.filter(({ promise }) => record.occasions.some((one) => one.promise === promise));
  if (met.length === 0) return [];
  const lines = met.flatMap(({ promise, says, counts }) => {
    const text = `${paper.name(promise)}: ${paper.say(says)}`;
    return [
      ...hanging('  ', text, paper.measure),
      ...hanging(
        '    ',
        [countsText(counts, paper.numbers), ...remediesOf(record, promise, paper)].join('; '),
        paper.measure,
      ).map(paper.dim),
    ];
  });
  return [paper.bold('Promised'), ...lines];
}

function remediesOf({ occasions: all }: CustomerRecord, promise: string, { say }: Paper): readonly string[] {
  return [...new Set(all.flatMap((one) => (one.promise === promise && one.owed !== null ? [say(one.owed.text)] : [])))];
}

function closing({ blind_spots: spots, suggestions }: CustomerRecord, paper: Paper): string[] {
  const alike =
    suggestions === null || suggestions.length === 0
      ? []
      : [paper.bold('Ids written alike'), ...suggestions.flatMap((id) => hanging('  ', paper.say(id), paper.measure))];
  const blind = spots.flatMap(({ channel, reason, promises: ids }) =>
    hanging(
      `  ${paper.glyphs.verdicts.unmeasured} `,
      `${paper.name(channel)}: ${paper.say(reason)} (${ids.map(paper.name).join(', ')})`,
      paper.measure,
    ),
  );
  return [
    ...alike,
    ...(alike.length > 0 && blind.length > 0 ? [''] : []),
    ...(blind.length === 0 ? [] : [paper.bold('Not followed here'), ...blind]),
  ];
}
