import type { PromiseReport } from '../../../model/report.ts';
import { figures, scoreText } from '../../numbers.ts';
import { figuresFor, readingsOf } from '../../readings.ts';
import { remarks } from '../../remarks.ts';
import { verdictSign, verdictWord } from '../../verdict-word.ts';
import { whyNot } from '../../why-not.ts';
import { harmless, strong } from './escape.ts';
import { voice } from './voice.ts';

/** A promise in its own words, whose it is, and for each channel how it is measured and what has to be said of it. */
export function promiseSection(promise: PromiseReport): string {
  const { id, says, owner, verdict, score, channels } = promise;
  const shared = figures(readingsOf(channels), voice.numbers);
  const facts = [
    ...(owner === null || harmless(owner) === '' ? [] : [`Owner: ${harmless(owner)}`]),
    ...(score === null ? [] : [`score ${scoreText(score, voice.numbers)}`]),
    `${promise.channels_measured} of ${promise.channels_declared} channels measured`,
  ].join(' · ');
  const items = channels.flatMap((cell) => {
    const own = figuresFor(cell, shared, voice.numbers);
    const name = [verdictSign[cell.verdict], strong(cell.channel)].filter((part) => part !== '').join(' ');
    const formula = cell.formula === null ? '' : voice.say(cell.formula);
    const notes = [cell.value === null ? whyNot(cell, own, voice) : '', remarks(cell, own, voice)].filter(
      (note) => note !== '',
    );
    const [first, ...rest] = [formula, ...notes].filter((text) => text !== '');
    return [`- ${name}${first === undefined ? '' : `: ${first}`}`, ...rest.map((text) => `  - ${text}`)];
  });
  return [
    `### ${verdictSign[verdict]} ${[harmless(id), verdictWord[verdict]].filter((part) => part !== '').join(': ')}`,
    ...(harmless(says) === '' ? [] : [`> ${harmless(says)}`]),
    facts,
    ...(items.length === 0 ? ['No channel is declared.'] : [items.join('\n')]),
  ].join('\n\n');
}
