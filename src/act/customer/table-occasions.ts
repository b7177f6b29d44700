import { day, instant } from '../../report/dates.ts';
import { type GridCell, grid } from '../../report/formats/table/grid.ts';
import type { Paint, Paper } from '../../report/formats/table/paper.ts';
import { cut, greatest, hanging, widthOf, wrap } from '../../report/formats/table/text.ts';
import { money } from '../../report/toll.ts';
import type { CustomerRecord, Outcome, RecordOccasion } from './record.ts';
import { lengthText, outcomeWord, pledgeOf } from './words.ts';

const GAP = 2;
const LEAST_LAST = 24;
const MOST = { where: 32, promise: 24 } as const;

/** The occasions below each other: when, where, which promise, what became of it; sentences where there is no room. */
export function occasionLines(record: CustomerRecord, paper: Paper): string[] {
  const rows = record.occasions.map((occasion, index) => {
    const { began, channel, case: own, promise, contact } = occasion;
    const where = own === null ? paper.name(channel) : `${paper.name(channel)} ${paper.name(own)}`;
    return {
      isFirst: record.occasions[index - 1]?.contact !== contact,
      sign: signOf(occasion.outcome, paper),
      when: began === null ? '' : paper.say(began.includes('T') ? instant(began) : day(began)),
      where: cut(where, MOST.where, paper.glyphs.ellipsis),
      promise: cut(paper.name(promise), MOST.promise, paper.glyphs.ellipsis),
      what: whatText(record, occasion, paper),
    };
  });
  // Nobody lays out a column of nothing.
  const widest = (texts: readonly string[]): number => Math.max(1, greatest(texts.map(widthOf)));
  const widths = [
    widest(rows.map(({ sign }) => sign.text)),
    widest(rows.map(({ when }) => when)),
    widest(rows.map(({ where }) => where)),
    widest(rows.map(({ promise }) => promise)),
  ];
  const last = paper.measure - widths.reduce((sum, width) => sum + width + GAP, 0);
  if (last < LEAST_LAST)
    return rows.flatMap(({ sign, when, where, promise, what }) => {
      const text = [when, where, `${promise}: ${what}`].filter((part) => part !== '').join(', ');
      return hanging(`${sign.text} `, text, paper.measure).map((line, index) =>
        index === 0 ? line.replace(sign.text, sign.paint) : line,
      );
    });
  const columns = [...widths, last].map((width) => ({ align: 'left', width }) as const);
  return grid(
    columns,
    rows.map(({ isFirst, sign, when, where, promise, what }): readonly GridCell[] => [
      { lines: [sign.text], paint: sign.paint },
      // Of one contact it is said once.
      { lines: [isFirst ? when : ''], paint: paper.dim },
      { lines: [isFirst ? where : ''] },
      { lines: [promise] },
      { lines: wrap(what, last) },
    ]),
    GAP,
  );
}

function whatText(record: CustomerRecord, occasion: RecordOccasion, paper: Paper): string {
  const { outcome, due, owed, unit } = occasion;
  const length = lengthText(occasion, pledgeOf(record, occasion), paper.numbers);
  const told = outcome === 'pending' ? 'left' : unit === 'seconds' ? 'over' : 'off';
  const lengths = length === null ? [] : [`${length} ${told}`];
  return [
    outcomeWord[outcome],
    ...(due === null ? lengths : [`due ${instant(due)}`]),
    ...(owed === null ? [] : [owed.cost === null ? 'a remedy' : `${money(owed.cost, paper)} owed`]),
  ].join(', ');
}

interface Sign {
  readonly text: string;
  readonly paint: Paint;
}

function signOf(outcome: Outcome, { glyphs, verdict }: Paper): Sign {
  switch (outcome) {
    case 'kept':
    case 'missed':
      return { text: glyphs.verdicts[outcome], paint: verdict[outcome] };
    case 'pending':
      return { text: glyphs.verdicts.unmeasured, paint: verdict.unproven };
    case 'excluded':
      return { text: glyphs.open, paint: verdict.unmeasured };
    default:
      return { text: glyphs.verdicts.unproven, paint: verdict.close };
  }
}
