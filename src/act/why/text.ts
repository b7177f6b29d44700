import { Fate, type ShownColumn } from '../../model/engine.ts';
import type { Examination } from '../examination.ts';
import { type FollowedCell, type FollowedChannel, shownColumn, shownOfCase } from '../followed.ts';
import type { FoundCause } from './causes/causes.ts';
import { Told } from './told.ts';
import { WordCounter, type WordsFound } from './words.ts';

export interface FoundWords {
  readonly column: string;
  readonly all: WordsFound;
  /** Of the occasions that no cause tells; the same where there is no cause. */
  readonly untold: WordsFound;
}

interface Asked {
  readonly channel: FollowedChannel;
  readonly cell: FollowedCell;
  readonly causes: readonly FoundCause[];
  readonly confidence: number;
}

/** Reads the `text` column of a channel again: words of missed against kept occasions. null: there is no such column. */
export async function wordsOf(examination: Examination, asked: Asked): Promise<FoundWords | null> {
  const { channel, cell, causes, confidence } = asked;
  const { text, case: ids, customer } = channel.channel;
  if (text === null) return null;
  const told = new Told(channel.channel, channel.plan, causes);
  const shows = new Shows(channel, [...told.columns, text, ids, customer]);
  const all = new WordCounter();
  const untold = causes.length === 0 ? null : new WordCounter();
  const occasions = examination.occasions({
    channel: channel.channel.name,
    window: examination.window,
    asOf: channel.asOf,
    cells: [{ cell: cell.cell, target: cell.pledge.target }],
    shows: shows.columns,
  });
  for await (const batch of occasions) {
    const [fates] = batch.cells;
    const shown = told.columns.flatMap((name) => batch.shows[shows.placeOf(name)] ?? []);
    const isTold = untold === null ? null : told.of(batch, shown);
    for (let index = 0; index < batch.rows.length; index += 1) {
      const fate = fates?.fates[index];
      if (fate !== Fate.MISSED && fate !== Fate.KEPT) continue;
      const row = batch.rows[index] ?? 0;
      const read = (name: string | null): string => batch.shows[shows.placeOf(name)]?.text(row) ?? '';
      const who = read(customer);
      const own = [read(ids), who].filter((id) => id !== '');
      const words = read(text);
      const isMissed = fate === Fate.MISSED;
      all.add(words, isMissed, who === '' ? null : who, own);
      if (isTold?.[index] === 0) untold?.add(words, isMissed, who === '' ? null : who, own);
    }
  }
  const terms = { level: 1 - confidence, confidence };
  const found = all.finish(terms);
  return { column: text, all: found, untold: untold?.finish(terms) ?? found };
}

/** Columns to be shown, each once. */
class Shows {
  readonly columns: readonly ShownColumn[];

  constructor({ channel }: FollowedChannel, names: readonly (string | null)[]) {
    const wanted = [...new Set(names)].filter((name) => name !== null);
    // What is said of a case of several rows is whatever each of them says; whose it is, and where, is the case's.
    this.columns = wanted.flatMap((name) => {
      const shown = name === channel.text ? shownColumn(channel, name) : shownOfCase(channel, name);
      return shown ?? [];
    });
  }

  /** -1 where it is not shown. */
  placeOf(name: string | null): number {
    return this.columns.findIndex((column) => column.name === name);
  }
}
