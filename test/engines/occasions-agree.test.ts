import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { examine } from '../../src/audit.ts';
import { Failure } from '../../src/diagnostics/failure.ts';
import { engines } from '../../src/engines/index.ts';
import { planOf } from '../../src/plan/index.ts';
import { momentsOf } from '../../src/report-of.ts';
import { folder } from '../cli/folder.ts';
import { expectAgreement } from './agreement.ts';
import { declarationOf, csv as levelCsv, story as levelStory } from './level-story.ts';
import { csv, promiseFile, story } from './story.ts';

/** Promises beside those of the story: every other kind of outcome, and what is taken of open time. */
const MORE = [
  '  open: { says: P., kept_when: { R: { within: 3h, calendar: desk } }, target: 50%, channels: [c0] }',
  '  late: { says: P., kept_when: { any: [{ R: { within: 2d, calendar: desk, minus: H } }, { D: { by: P, grace: 4h, calendar: desk } }] }, target: 50%, channels: [c0] }',
  '  most: { says: P., rate: { of: { R: { within: 5h } }, per: 100 }, target: at most 5, channels: [c0] }',
  '  least: { says: P., count: { N: at least 2 }, target: at least 5, where: { S: present }, channels: [c0] }',
  '  wait: { says: P., p90: { to: R, calendar: desk }, target: at most 9h, channels: [c0] }',
  '  mean: { says: P., mean: { from: O, to: D, minus: H }, target: at most 30h, where: { T: present }, channels: [c0] }',
  '  held: { says: P., max: H, target: at most 4h, channels: [c0] }',
];
const CALENDARS = [
  'calendars:',
  '  desk: { hours: { mon-fri: [08:00-12:00, 13:00-17:00], sat: 22:00-24:00 }, holidays: [2026-01-06] }',
];

/** What makes a record one that only the reference lane reads. */
const ODD = ['1', '"a"b,', '', '1,2,3,4,5,6,7,8,9,10,11,12,13', 'Case,Customer,A,R,O,P,D,H,U,S,T,N', '"un\nclosed'];

interface Way {
  /** Where records of `ODD` stand: the row before, and which. */
  readonly odd: readonly (readonly [number, number])[];
  readonly medium: 'plain' | 'gzip' | 'stdin';
  readonly ragged: 'error' | 'pad';
  readonly chunkBytes: number;
  readonly batchRows: number;
}

const way: fc.Arbitrary<Way> = fc.record({
  odd: fc.array(fc.tuple(fc.nat(20), fc.nat(ODD.length - 1)), { maxLength: 2 }),
  medium: fc.constantFrom('plain', 'gzip', 'stdin'),
  ragged: fc.constantFrom('error', 'error', 'pad'),
  chunkBytes: fc.integer({ min: 60, max: 900 }),
  batchRows: fc.integer({ min: 1, max: 9 }),
});

function withOdd(text: string, odd: Way['odd']): string {
  const lines = text.split('\n');
  for (const [row, which] of odd) if (row + 1 < lines.length) lines.splice(row + 1, 0, ODD[which] ?? '');
  return lines.join('\n');
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

describe('the occasions of a channel', () => {
  it('are those of the tally, cell by cell and customer by customer, however the exports are read', async () => {
    await fc.assert(
      fc.asyncProperty(story, way, async (one, { odd, medium, ragged, chunkBytes, batchRows }) => {
        const texts = one.files.map((rows, index) =>
          index === one.files.length - 1 ? withOdd(csv(rows), odd) : csv(rows),
        );
        const lines = promiseFile(one).flatMap((line) => {
          if (line === 'channels:') return [...CALENDARS, line];
          if (line === '    source: rows-*.csv') {
            return [`    source: ${medium === 'stdin' ? '"-"' : 'rows-*'}`, `    csv: { ragged: ${ragged} }`];
          }
          return [line];
        });
        const root = folder({ 'promises.yaml': [...lines, ...MORE].join('\n') });
        for (const [index, text] of texts.entries()) {
          const isPacked = medium === 'gzip';
          writeFileSync(join(root, `rows-${index}.csv${isPacked ? '.gz' : ''}`), isPacked ? gzipSync(text) : text);
        }
        const request = {
          ...{ file: 'promises.yaml', workingDirectory: root, chunkBytes, batchRows },
          stdin: medium === 'stdin' ? once(texts.at(-1) ?? '') : null,
        };
        let isAudited = false;
        try {
          await examine(
            request,
            async (examination) => {
              isAudited = true;
              const promises = examination.declaration.promises;
              await expectAgreement(examination, (id) => {
                const target = promises.find((promise) => promise.id === id)?.channels[0]?.target;
                if (target === undefined) throw new Error(`no promise ${id}`);
                return target;
              });
            },
            { identities: true },
          );
        } catch (error) {
          // `last` with nothing dated, or a header that was damaged: refused before there is anything to hold.
          if (isAudited || !(error instanceof Failure)) throw error;
        }
      }),
      { numRuns: 20 },
    );
  });

  it('are those of the tally for measures of every kind', async () => {
    await fc.assert(
      fc.asyncProperty(
        levelStory,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -2, max: 9 }),
        async (one, batchRows, value) => {
          const texts = one.files.map((rows, index): [string, string] => [`rows-${index + 1}.csv`, levelCsv(rows)]);
          const workingDirectory = folder(Object.fromEntries(texts));
          const declaration = declarationOf(one, workingDirectory);
          const plan = planOf(declaration, { selected: declaration, asOf: one.asOf, window: null, identities: true });
          const context = {
            ...{ workingDirectory, stdin: null, hashes: false, redact: false, onProgress: null, signal: null },
            batchRows,
          };
          const { window } = one;
          const result = await engines.local.tally(plan, window, context);
          const examined = {
            ...{ plan, window, result, moments: momentsOf(plan, result) },
            occasions: (selection: Parameters<typeof engines.local.occasions>[1]) =>
              engines.local.occasions(plan, selection, context),
          };
          const op = value % 2 === 0 ? ('<=' as const) : ('>=' as const);
          await expectAgreement(examined, () => ({ op, value, unit: 'number', text: '' }));
        },
      ),
      { numRuns: 15 },
    );
  });
});
