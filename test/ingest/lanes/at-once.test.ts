import { describe, expect, it } from 'vitest';
import { csvParseLane } from '../../../src/ingest/lanes/csv-parse.ts';
import { fastLane } from '../../../src/ingest/lanes/fast/lane.ts';
import type { Lane, LaneInput } from '../../../src/ingest/lanes/lane.ts';
import { cut } from './chunking.ts';
import { difference } from './difference.ts';
import { inspected } from './inspected.ts';
import { outcomeOf } from './outcome.ts';
import { column, plainCsv } from './plain.ts';

const columns = [column('a'), column('b', {}, 'id'), column('c', { type: 'number' })];

function textOf(rows: number, start: number): Buffer {
  const row = (_: unknown, index: number) => `word ${(index + start) % 50},T${index * start},${index + start}\n`;
  return Buffer.from(`a,b,c\n${Array.from({ length: rows }, row).join('')}`);
}

async function inputOf(bytes: Buffer): Promise<LaneInput> {
  const file = await inspected(bytes, columns, plainCsv, 65_536);
  if (file === null) throw new Error('refused');
  const { text, dialect, binding } = file;
  return { name: 'a.csv', file: 0, bytes: cut(text, [1000]), dialect, binding, columns, batchRows: 100 };
}

const texts = [1, 2, 3].map((start) => textOf(2000, start * 7));

async function outcomes(lane: Lane) {
  const inputs = await Promise.all(texts.map(inputOf));
  return Promise.all(inputs.map((input) => outcomeOf(lane, input)));
}

describe('the fast lane', () => {
  it('reads several files at once, each as if it were alone', async () => {
    const expected = await outcomes(csvParseLane);
    for (const [index, found] of (await outcomes(fastLane)).entries()) {
      const reference = expected[index];
      if (reference === undefined) throw new Error('no such file');
      expect(found.kind).toBe('told');
      expect(difference(reference, found)).toBeNull();
    }
  });

  it('reads on after a reading that was given up in the midst', async () => {
    for (let times = 0; times < 30; times++) {
      for await (const batch of fastLane.read(await inputOf(textOf(500, times))).batches) if (batch.rows > 0) break;
    }
    const [first = Buffer.alloc(0)] = texts;
    const expected = await outcomeOf(csvParseLane, await inputOf(first));
    expect(difference(expected, await outcomeOf(fastLane, await inputOf(first)))).toBeNull();
  });
});
