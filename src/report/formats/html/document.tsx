import { createHash } from 'node:crypto';
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
import { style } from './style.ts';
import { Undertakings } from './undertakings.tsx';
import { Unseen } from './unseen.tsx';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing is fetched, nothing is sent; no style and no script runs but those that are written here. */
const POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(style)}`,
  `script-src ${hashOf(script)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The whole page. `exports` is how many files were read, which an edition may not name. */
export function Document({ exports, setting }: { exports: number; setting: Setting }): VNode {
  const { report, words, locale, say } = setting;
  const anchors = anchorsOf(report, setting.isPublic);
  const promises = worstFirst(report.promises, setting);
  return (
    <html lang={words.lang}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content={`saydo ${say(report.saydo)}`} />
        <title>{words.title(say(report.brand), words.span(locale.span(report.window)))}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body class={setting.isPublic ? 'public' : 'internal'}>
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
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
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
