import type { VNode } from 'preact';
import { verdictSign } from '../../../report/verdict-word.ts';
import type { Outcome, RecordOccasion } from '../record.ts';
import type { LetterSetting } from './setting.ts';

/** Hues are those of the verdicts that mean as much. */
const HUE = {
  kept: 'kept',
  missed: 'missed',
  pending: 'unproven',
  excluded: 'unmeasured',
  unreadable: 'close',
} as const;

/** Signs too: colour only repeats them. */
const SIGN: Readonly<Record<Outcome, string>> = {
  kept: verdictSign.kept,
  missed: verdictSign.missed,
  pending: verdictSign.unmeasured,
  excluded: '·',
  unreadable: verdictSign.unproven,
};

/** When and where it was: `9 January 2026, 16:08`, `orders #40146`. */
export function Occasion({ occasion, setting }: { occasion: RecordOccasion; setting: LetterSetting }): VNode {
  const { words, say, when } = setting;
  const { began, channel, case: own } = occasion;
  return (
    <>
      {began === null ? words.undated : <time dateTime={began}>{when(began)}</time>}{' '}
      <span>
        <bdi>{say(channel)}</bdi>
        {own === null || say(own) === '' ? null : (
          <>
            {' '}
            <bdi>{say(own)}</bdi>
          </>
        )}
      </span>
    </>
  );
}

/** Each contact with what became of the promises that applied to it; nothing where there is none. */
export function Occasions({ setting }: { setting: LetterSetting }): VNode | null {
  const { record, words } = setting;
  const contacts = contactsOf(record.occasions.filter(({ outcome }) => outcome !== 'excluded'));
  if (contacts.length === 0) return null;
  return (
    <section class="occasions" aria-labelledby="occasions">
      <h2 id="occasions">{words.headings.occasions}</h2>
      <ol>
        {contacts.map((contact) => (
          <Contact contact={contact} setting={setting} />
        ))}
      </ol>
    </section>
  );
}

/** Occasions of one contact follow each other. */
function contactsOf(occasions: readonly RecordOccasion[]): readonly (readonly RecordOccasion[])[] {
  const contacts = new Map<number, RecordOccasion[]>();
  for (const occasion of occasions) {
    const known = contacts.get(occasion.contact);
    if (known === undefined) contacts.set(occasion.contact, [occasion]);
    else known.push(occasion);
  }
  return [...contacts.values()];
}

function Contact({ contact, setting }: { contact: readonly RecordOccasion[]; setting: LetterSetting }): VNode | null {
  const { words, saysOf, late } = setting;
  const [first] = contact;
  if (first === undefined) return null;
  return (
    <li>
      <h3>
        <Occasion occasion={first} setting={setting} />
      </h3>
      <ul>
        {contact.map((occasion) => {
          const { outcome, promise } = occasion;
          const length = late(occasion);
          return (
            <li class={HUE[outcome]}>
              <span class="sign" aria-hidden="true">
                {SIGN[outcome]}
              </span>
              <span>
                <bdi class="quote">{words.quoted(saysOf(promise))}</bdi>{' '}
                <span class="outcome">
                  {words.outcome[outcome]}
                  {length === null ? null : `, ${words.missedBy(length)}`}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </li>
  );
}
