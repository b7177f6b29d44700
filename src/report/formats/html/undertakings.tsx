import type { VNode } from 'preact';
import type { ActionReport, CellReport, PromiseReport } from '../../../model/report.ts';
import { limitText } from '../../sets-right.ts';
import { weightText } from '../../toll.ts';
import { moneyText } from './facts.ts';
import { distanceText, sizeText } from './figures.ts';
import { Facts, Sign } from './parts.tsx';
import type { Setting } from './setting.ts';

const cellOf = (action: Pick<ActionReport, 'promise' | 'channel'>, promises: readonly PromiseReport[]) => {
  const promise = promises.find(({ id }) => id === action.promise);
  return { promise, cell: promise?.channels.find(({ channel }) => channel === action.channel) };
};

/** The number that would have kept it; how far off it was where none is known. */
function lackingText({ shortfall, sets_right: right }: ActionReport, cell: CellReport, setting: Setting): string {
  const { words, amount } = setting;
  if (right !== null) {
    const { of, number } = right;
    return words.undertakings.setsRight({
      ...{ of, amount: amount(Math.abs(number)), limit: limitText(cell, setting.numbers) },
      ...{ size: sizeText(cell, setting), isLess: number < 0, isDistinct: cell.measure === 'distinct' },
    });
  }
  if (shortfall !== null && shortfall > 0) return words.undertakings.cases(amount(shortfall));
  return (cell.gap ?? 0) >= 0 ? '' : distanceText(cell, setting);
}

/** What would have kept it, how it weighs, and what it cost: people, money. */
function tollText(action: ActionReport, setting: Setting): string {
  const { words, amount, report } = setting;
  const { weight, let_down: down, let_down_again: again, owed } = action;
  const { cell } = cellOf(action, report.promises);
  const { undertakings } = words;
  return [
    cell === undefined ? '' : lackingText(action, cell, setting),
    weight === 1 ? '' : undertakings.weight(weightText(weight, setting)),
    down === null ? '' : undertakings.letDown(amount(down), amount(again ?? 0)),
    owed === null ? '' : undertakings.owed(moneyText(owed, setting)),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function Action({ action, setting }: { action: ActionReport; setting: Setting }): VNode {
  const { words, say, locale, report, isPublic } = setting;
  const { undertakings } = words;
  const { act, owner, by, overdue } = action;
  const { promise, cell } = cellOf(action, report.promises);
  const due = by === null ? null : (overdue ? undertakings.overdue : undertakings.by)(locale.day(by));
  const facts = [
    ...(owner === null ? [] : [say(owner)]),
    ...(due === null ? [] : [due]),
    ...(isPublic ? [] : [tollText(action, setting)].filter((text) => text !== '')),
  ];
  return (
    <li class={overdue ? 'overdue' : undefined}>
      <p class="act" dir="auto">
        {act === null ? <i>{undertakings.nothingNamed}</i> : say(act)}
      </p>
      <p class="about">
        <Sign verdict={cell?.verdict ?? 'missed'} />{' '}
        <bdi>{isPublic ? words.quoted(say(promise?.says ?? action.promise)) : say(action.promise)}</bdi>
        {', '}
        <bdi>{say(action.channel)}</bdi>
      </p>
      <Facts facts={facts} />
    </li>
  );
}

/** What all remedies cost together, by currency. */
function Owed({ setting }: { setting: Setting }): VNode {
  const { words, report, say, amount } = setting;
  const { undertakings } = words;
  return (
    <>
      <h3>{words.headings.owed}</h3>
      <ul class="owed">
        {report.owed.map((one) => {
          const parts = one.promises.map(({ promise, channel, amount: part, customers }) =>
            undertakings.owedPart(
              say(promise),
              say(channel),
              one.promises.length === 1 ? null : moneyText({ amount: part, currency: one.currency }, setting),
              customers === null ? null : amount(customers),
            ),
          );
          return <li dir="auto">{undertakings.owedInAll(moneyText(one, setting), parts)}</li>;
        })}
      </ul>
    </>
  );
}

/** What is being done about what is missed: actions in the report's order, and waivers with their end. */
export function Undertakings({ setting }: { setting: Setting }): VNode {
  const { words, report, say, locale, isPublic } = setting;
  const waived = report.promises.flatMap((promise) =>
    promise.channels.flatMap((cell) =>
      cell.verdict === 'waived' && cell.waived !== null ? [{ promise, cell, ...cell.waived }] : [],
    ),
  );
  return (
    <section class="undertakings" aria-labelledby="undertakings">
      <h2 id="undertakings">{words.headings.undertakings}</h2>
      {report.actions.length === 0 ? (
        <p>{report.promises_measured === 0 ? words.undertakings.nothingJudged : words.undertakings.none}</p>
      ) : (
        <>
          {isPublic || report.actions.length < 2 ? null : <p class="order">{words.undertakings.order}</p>}
          <ol>
            {report.actions.map((action) => (
              <Action action={action} setting={setting} />
            ))}
          </ol>
        </>
      )}
      {report.owed.length === 0 ? null : <Owed setting={setting} />}
      {waived.length === 0 ? null : (
        <>
          <h3>{words.headings.waivers}</h3>
          <ul class="waivers">
            {waived.map(({ promise, cell, until, reason }) => (
              <li>
                <Sign verdict="waived" /> <bdi>{isPublic ? words.quoted(say(promise.says)) : say(promise.id)}</bdi>
                {', '}
                <bdi>{say(cell.channel)}</bdi>:{' '}
                <span dir="auto">{words.waivedUntil(locale.day(until), say(reason))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
