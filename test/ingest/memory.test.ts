import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { openSource } from '../../src/ingest/index.ts';
import { column, folderWith, optionsFor, source } from './reading.ts';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

function held(): number {
  if (typeof collect === 'function') collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

async function* generated(megabytes: number) {
  let row = 0;
  for (let i = 0; i < megabytes * 10; i++) {
    const lines = ['id,who,when,text\n'];
    for (let n = 0; n < 1000; n++)
      lines.push(
        `${row},${row++ % 50},2026-03-01 10:00:00,"a ""quoted"" word, and é more of it, up to a length of a hundred"\n`,
      );
    yield Buffer.from(lines.slice(i === 0 ? 0 : 1).join(''));
  }
}

describe('memory', () => {
  it('stays flat over 50 MB that come through a pipe', async () => {
    const folder = await folderWith({});
    const plan = source(['-'], [{ ...column('id'), holds: 'id' }, column('who'), column('when', 'timestamp')]);
    const reading = await openSource(plan, optionsFor(folder, { stdin: generated(50) }));
    let rows = 0;
    let early = 0;
    for await (const batch of reading.batches()) {
      rows += batch.rows;
      if (early === 0 && rows > 50_000) early = held();
    }
    const late = held();
    await reading.close();
    expect(rows).toBe(500_000);
    expect(late - early).toBeLessThan(16);
  });
});
