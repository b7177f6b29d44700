import type { VNode } from 'preact';
import type { ActionReport, PromiseReport } from '../../../model/report.ts';
import { moneyText } from './facts.ts';
import { distanceText } from './figures.ts';
import { Facts, Sign } from './parts.tsx';
import type { Setting } from './setting.ts';

const cellOf = (action: Pick<ActionReport, 'promise' | 'channel'>, promises: readonly PromiseReport[]) => {
  const promise = promises.find(({ id }) => id === action.promise);
  return { promise, cell: promise?.channels.find(({ channel }) => channel === action.channel) };
};

/** What it cost: cases, people, money; how far off it was where no case can be counted. */
function tollText(action: ActionReport, setting: Setting): string {
  const { words, amount, report } = setting;
  const { shortfall, let_down: down, let_down_again: again, owed } = action;
  const { cell } = cellOf(action, report.promises);
  const { undertakings } = words;
  const missesBy = cell === undefined || (cell.gap ?? 0) >= 0 ? '' : distanceText(cell, setting);
  return [
    shortfall === null ? missesBy : undertakings.cases(amount(shortfall)),
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
        <ol>
          {report.actions.map((action) => (
            <Action action={action} setting={setting} />
          ))}
        </ol>
      )}
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
