import type { VNode } from 'preact';
import { Shell } from '../../../report/formats/html/shell.tsx';
import { Occasions } from './occasions.tsx';
import { Owed, Promised, StillOpen, Unseen } from './parts.tsx';
import type { LetterSetting } from './setting.ts';
import { style } from './style.ts';

/** A person's record as a letter to that person. */
export function Letter({ setting }: { readonly setting: LetterSetting }): VNode {
  const { record, words, locale, span, say, times } = setting;
  const { kept, missed, pending } = record.counts;
  const isMet = kept + missed + pending > 0;
  const facts = [span, record.as_of === null ? null : words.asOf(locale.instant(record.as_of))];
  return (
    <Shell
      lang={words.lang}
      title={words.title(say(record.brand))}
      generator={`saydo ${say(record.saydo)}`}
      style={style}
      script={null}
      kind="letter"
    >
      <main>
        <header>
          <div class="kicker">
            <bdi>{say(record.brand)}</bdi>
            <span>{words.kicker}</span>
          </div>
          <h1>{words.answer(times(kept), times(missed), times(pending))}</h1>
          <ul class="meta">
            <li>
              {words.customer} <bdi>{say(record.customer)}</bdi>
            </li>
            {facts.map((fact) => (fact === null ? null : <li>{fact}</li>))}
          </ul>
          {isMet ? <p class="lead">{words.lead}</p> : null}
          {missed > 0 ? <p class="lead">{words.sorry}</p> : null}
        </header>
        <Owed setting={setting} />
        <StillOpen setting={setting} />
        <Promised setting={setting} />
        <Occasions setting={setting} />
        <Unseen setting={setting} />
        <section class="origin">
          {words.origin.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </section>
      </main>
    </Shell>
  );
}
