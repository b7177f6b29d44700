import type { VNode } from 'preact';
import type { PromiseReport } from '../../../model/report.ts';
import { scoreText } from '../../numbers.ts';
import { Channel } from './channel.tsx';
import { isMiss } from './figures.ts';
import { Facts, VerdictMark } from './parts.tsx';
import type { Setting } from './setting.ts';

/** A promise as it was given, whether it is kept, and each channel that it was given for. */
export function PromiseCard({
  promise,
  anchor,
  setting,
}: {
  promise: PromiseReport;
  anchor: string;
  setting: Setting;
}): VNode {
  const { words, say, amount, numbers, isPublic } = setting;
  const { id, says, owner, score, verdict, channels } = promise;
  const seen = channels.filter((cell) => cell.value !== null || cell.verdict === 'missed').length;
  const facts = [
    ...(isPublic ? [] : [say(id)]),
    ...(owner === null ? [] : [words.owner(say(owner))]),
    ...(seen === channels.length ? [] : [words.channelsMeasured(amount(seen), amount(channels.length))]),
    // Near its target, and missed all the same: the score stands in the fold.
    ...(score === null || isPublic || isMiss(verdict) ? [] : [words.scored(scoreText(score, numbers))]),
  ];
  return (
    <article class={`promise ${verdict}`} id={anchor} aria-labelledby={`says-${anchor}`} data-verdict={verdict}>
      <header>
        <p class="standing">
          <VerdictMark verdict={verdict} setting={setting} />
        </p>
        <h3 id={`says-${anchor}`} dir="auto">
          {words.quoted(say(says))}
        </h3>
        <Facts facts={facts} />
      </header>
      {channels.length === 0 ? <p>{words.noChannels}</p> : null}
      {channels.map((cell) => (
        <Channel promise={promise} cell={cell} setting={setting} />
      ))}
    </article>
  );
}
