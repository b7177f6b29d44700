import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { csvParseLane } from '../../../src/ingest/lanes/csv-parse.ts';
import { fastLane } from '../../../src/ingest/lanes/fast/lane.ts';
import { type Agreement, type Case, casesAgree, HEAD_BYTES, lanesAgree, reproduction } from './agree.ts';
import { everyCut, everySize, someChunkings } from './chunking.ts';
import { makeExport } from './export.ts';
import { largeCases } from './large.ts';
import { mayHandOver } from './may-hand-over.ts';
import { makeMutated } from './mutated.ts';
import { column, plainCsv } from './plain.ts';
import { Random } from './random.ts';
import { realFiles } from './real.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const files = realFiles(root);

const SEED = 4;
const MOST_BYTES = 20_000;
/** Bytes of a file that is read here; `npm run fuzz -- --whole` reads all. */
const LARGEST = 2_500_000;

/** Fails with all that it takes to see the difference again. */
function expectNoDifference(agreement: Agreement, from: Case): void {
  if (agreement.kind === 'different') expect.fail(`${agreement.what}\n${reproduction(from, agreement.chunking)}`);
}

describe('the fast lane tells what the reference lane tells', () => {
  it('of exports that programs write, and hands over only what it says', async () => {
    let read = 0;
    for (let index = 0; index < 100; index++) {
      const made = makeExport(new Random(SEED, index), MOST_BYTES);
      const agreement = await casesAgree(made, fastLane);
      expectNoDifference(agreement, made);
      if (agreement.kind === 'handed over' && !mayHandOver(made)) {
        expect.fail(`${agreement.reason}\n${reproduction(made, agreement.chunking)}`);
      }
      if (agreement.kind === 'same') read++;
    }
    // Else all of it could be handed over, or refused.
    expect(read).toBeGreaterThan(50);
  });

  it('of exports that are damaged', async () => {
    for (let index = 0; index < 130; index++) {
      const made = makeMutated(new Random(SEED + 1, index), files, MOST_BYTES);
      expectNoDifference(await casesAgree(made, fastLane), made);
    }
  });

  const readable = files.filter(({ path }) => statSync(path).size <= LARGEST);
  it.each(readable.map((file) => [file.name, file] as const))('of %s', async (_, { path, columns, csv }) => {
    const bytes = readFileSync(path);
    const every = bytes.length < 300 ? [...everySize, ...everyCut(bytes.length)] : [];
    const some = someChunkings(new Random(SEED), bytes.length).slice(0, bytes.length > 500_000 ? 2 : 9);
    const from = { bytes, columns, csv, chunkings: [...every, ...some], headBytes: HEAD_BYTES };
    const agreement = await casesAgree(from, fastLane);
    expectNoDifference(agreement, from);
    expect(agreement.kind).not.toBe('refused');
  });

  it.each(largeCases())('of %s', async (_, from) => {
    const agreement = await casesAgree(from, fastLane);
    expect(agreement.kind === 'different' ? agreement.what : null).toBeNull();
  });

  const columns = [column('a'), column('b', {}, 'id')];
  it.each([
    'a,b\n"x\r\ny",2\r\n\r\n\n"1","2"\r\n',
    'a,b\n1,"2" \n"3"\t,4\n',
    'a,b\n1,2\n\n\n \n',
    'a,b\n1,5" pipe\n3,"4""5"\n',
    'a,b\n1, "2"\n3,4\n',
    'a,b\nx"y,z",1\n2,3\n',
    'a,b\n"x"y,1\n"x"y,z"",1\n',
    'a,b\n1,2\n"3,4\n5,6\n',
    'a,b\n1,2\na,b\n3,4',
    'a "",b\n1,2\na "",b\n3,4',
    '"a ""x""",b,a\n1,2,3\n"a ""x""",b,a\n3,4,5',
    ' a ,b\n1,2\n a ,b\na,b',
    'a,b\n1,2,\n3\n4,5\n',
    'a,b\r1,2\r\r3,4\r',
    '\ufeff"a",b\n1,2',
    'a,b,\n1,2,\n3,4\n',
    'a,b\n"",""\n,\n" "," "\n',
    'a,b\n1,é\n2,e\u0301\n3,\u00a0\n4,\u2028x\n',
    'a,b\n1,"x\ry"\n2,"x\n\ry"\n3,"\r\n\r\n"\n4,5\r',
    'a,b\n1,2\r\r\n3,4\n',
    'a,b\n',
    'a,b',
    'sep=;\na;b\n1;2\n',
    `a,b\n${'x'.repeat(61)},y\n${'"'.padEnd(64, 'z')}",w\n1,2\n`,
  ])('of %j, at every cut', async (text) => {
    const bytes = Buffer.from(text);
    const chunkings = [...everySize, ...everyCut(bytes.length)];
    const agreement = await lanesAgree(bytes, columns, plainCsv, chunkings, fastLane);
    expectNoDifference(agreement, { bytes, columns, csv: plainCsv, chunkings, headBytes: HEAD_BYTES });
  });

  it('of a header that holds a quote where nothing is quoted, and stands once more', async () => {
    const bytes = Buffer.from('a " b,b\n1,2\na " b,b\n3,4');
    const csv = { ...plainCsv, quote: '' };
    const chunkings = [...everySize, ...everyCut(bytes.length)];
    const agreement = await lanesAgree(bytes, [column('b')], csv, chunkings, fastLane);
    expectNoDifference(agreement, { bytes, columns: [column('b')], csv, chunkings, headBytes: HEAD_BYTES });
    expect(agreement).toMatchObject({ kind: 'handed over', reason: 'the header once more' });
  });
});

it('the reference lane tells the same in every chunking', async () => {
  for (let index = 0; index < 25; index++) {
    const exported = makeExport(new Random(SEED, index), MOST_BYTES);
    expectNoDifference(await casesAgree(exported, csvParseLane), exported);
    const damaged = makeMutated(new Random(SEED + 1, index), files, MOST_BYTES);
    expectNoDifference(await casesAgree(damaged, csvParseLane), damaged);
  }
});

it('the example is read, and what others published where it is there', () => {
  expect(files.length).toBeGreaterThanOrEqual(existsSync(`${root}../shared`) ? 28 : 8);
});
