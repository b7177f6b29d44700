import type { VNode } from 'preact';
import { type Outcome, outcomes } from '../record.ts';
import { Occasion } from './occasions.tsx';
import type { LetterSetting } from './setting.ts';

interface PartProps {
  readonly setting: LetterSetting;
}

/** What makes good what was missed, and what that comes to. */
export function Owed({ setting }: PartProps): VNode | null {
  const { record, words, say, money, saysOf } = setting;
  const owed = record.occasions.flatMap((occasion) => (occasion.owed === null ? [] : [{ occasion, ...occasion.owed }]));
  if (owed.length === 0) return null;
  return (
    <section aria-labelledby="owed">
      <h2 id="owed">{words.headings.owed}</h2>
      {record.owed.length === 0 ? null : (
        <p class="sum">
          <bdi>{words.inAll(record.owed.map(money))}</bdi>
        </p>
      )}
      <ul>
        {owed.map(({ occasion, text, cost }) => (
          <li>
            <p class="made-good">
              <bdi>{say(text)}</bdi>
              {cost === null ? null : <bdi>{` (${money(cost)})`}</bdi>}
            </p>
            <p>
              <Occasion occasion={occasion} setting={setting} />
            </p>
            <p class="quote">
              <bdi>{words.quoted(saysOf(occasion.promise))}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What can still be kept, and until when. */
export function StillOpen({ setting }: PartProps): VNode | null {
  const { record, words, saysOf, when } = setting;
  const open = record.occasions.filter(({ outcome }) => outcome === 'pending');
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="open">
      <h2 id="open">{words.headings.open}</h2>
      <ul>
        {open.map((occasion) => (
          <li>
            <p class="quote">
              <bdi>{words.quoted(saysOf(occasion.promise))}</bdi>
            </p>
            <p>
              <Occasion occasion={occasion} setting={setting} />
            </p>
            {occasion.due === null ? null : <p>{words.until(when(occasion.due))}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

const TOLD = outcomes.filter((outcome): outcome is Exclude<Outcome, 'excluded'> => outcome !== 'excluded');

/** The promises that applied to this person, each with how it went. */
export function Promised({ setting }: PartProps): VNode | null {
  const { record, words, say, times } = setting;
  const met = record.promises.filter(({ counts }) => TOLD.some((outcome) => counts[outcome] > 0));
  if (met.length === 0) return null;
  return (
    <section aria-labelledby="promised">
      <h2 id="promised">{words.headings.promised}</h2>
      <ul>
        {met.map(({ says, counts }) => (
          <li>
            <p class="quote">
              <bdi>{words.quoted(say(says))}</bdi>
            </p>
            <p class="aside">
              {TOLD.filter((outcome) => counts[outcome] > 0)
                .map((outcome) => words.counted(outcome, times(counts[outcome])))
                .join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Channels on which nobody can be told apart. */
export function Unseen({ setting }: PartProps): VNode | null {
  const { record, words, say } = setting;
  const names = record.blind_spots.map(({ channel }) => say(channel));
  if (names.length === 0) return null;
  return (
    <section aria-labelledby="unseen">
      <h2 id="unseen">{words.headings.unseen}</h2>
      <p>
        <bdi>{words.unseen(words.list(names))}</bdi>
      </p>
    </section>
  );
}
