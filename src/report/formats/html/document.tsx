import type { VNode } from 'preact';
import type { PromiseReport } from '../../../model/report.ts';
import { anchorsOf } from './anchor.ts';
import { Answer, WORST_FIRST } from './answer.tsx';
import { Glance } from './glance.tsx';
import { Legend } from './legend.tsx';
import { Origin } from './origin.tsx';
import { PromiseCard } from './promise-card.tsx';
import { script } from './script.ts';
import type { Setting } from './setting.ts';
import { Shell } from './shell.tsx';
import { style } from './style.ts';
import { Undertakings } from './undertakings.tsx';
import { Unseen } from './unseen.tsx';

/** The whole page. `exports` is how many files were read, which an edition may not name. */
export function Document({ exports, setting }: { exports: number; setting: Setting }): VNode {
  const { report, words, locale, say } = setting;
  const anchors = anchorsOf(report, setting.isPublic);
  const promises = worstFirst(report.promises, setting);
  return (
    <Shell
      lang={words.lang}
      title={words.title(say(report.brand), words.span(locale.span(report.window)))}
      generator={`saydo ${say(report.saydo)}`}
      style={style}
      script={script}
      kind={setting.isPublic ? 'public' : 'internal'}
    >
      <a class="skip" href="#promises">
        {words.skip}
      </a>
      <main>
        <Answer setting={setting} />
        <Glance promises={promises} anchors={anchors} setting={setting} />
        <section class="promises" id="promises" aria-labelledby="promises-head">
          <h2 id="promises-head">{words.headings.promises}</h2>
          <Legend setting={setting} />
          {promises.map((promise) => (
            <PromiseCard promise={promise} anchor={anchors.get(promise.id) ?? ''} setting={setting} />
          ))}
        </section>
        <Undertakings setting={setting} />
        <Unseen setting={setting} />
        <Origin exports={exports} setting={setting} />
      </main>
    </Shell>
  );
}

/** By verdict; among those that are missed what is to be acted on first goes first, else as they were declared. */
function worstFirst(promises: readonly PromiseReport[], { report }: Setting): readonly PromiseReport[] {
  const order = report.actions.map(({ promise }) => promise);
  const place = ({ id }: PromiseReport): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return promises.toSorted(
    (a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict) || place(a) - place(b),
  );
}
