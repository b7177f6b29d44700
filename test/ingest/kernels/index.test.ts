import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINE_END, Met } from '../../../src/ingest/lanes/fast/kernels/kernels.ts';
import { AT, Pair } from './pair.ts';

const pair = new Pair();
const LARGE = 16_000;

interface Options {
  readonly shift?: number;
  readonly behind?: string;
  readonly delimiter?: string;
  readonly quote?: string;
  readonly room?: number;
  readonly quotedRoom?: number;
}

function index(text: string, options: Options = {}) {
  const { shift = 0, behind = '', delimiter = ',', quote = '"', room = LARGE, quotedRoom = LARGE } = options;
  const from = AT.text + shift;
  pair.clear();
  pair.put(from, text + behind);
  const flags = pair.run(
    (kernels) =>
      kernels.index(
        from,
        from + text.length,
        delimiter.charCodeAt(0),
        quote === '' ? 0 : quote.charCodeAt(0),
        AT.separators,
        room,
        AT.quotedEnds,
        quotedRoom,
        AT.result,
      ),
    () => {
      const [written = 0, , quotedWritten = 0] = pair.integers(AT.result, 3);
      return [
        [AT.separators + written * 4, AT.separators + room * 4],
        [AT.quotedEnds + quotedWritten * 4, AT.quotedEnds + quotedRoom * 4],
      ];
    },
  );
  const [written = 0, lineEnds = 0, quotedWritten = 0, looked = 0] = pair.integers(AT.result, 4);
  return {
    flags,
    separators: pair.offsets(AT.separators, written),
    lineEnds,
    quotedEnds: pair.offsets(AT.quotedEnds, quotedWritten),
    looked,
  };
}

/** A machine of four states; of what an odd quote leads to it says nothing. */
function scan(text: string, delimiter: string, quote: string) {
  const separators: number[] = [];
  const quotedEnds: number[] = [];
  let flags = text.includes('\0') ? Met.NUL : 0;
  let lineEnds = 0;
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  for (const [i, character] of [...text].entries()) {
    const isLone = character === '\r' && text[i + 1] !== '\n';
    if (state === 'quoted') {
      if (character === quote) state = 'closed';
      else if (character === '\n' || isLone) quotedEnds.push(i);
    } else if (character === quote) {
      if (state === 'plain') return { flags: Met.ODD_QUOTE };
      state = 'quoted';
    } else if (character === delimiter || character === '\n') {
      separators.push(character === '\n' ? i + LINE_END : i);
      if (character === '\n') lineEnds++;
      state = 'start';
    } else {
      if (state === 'closed' && character !== '\r') return { flags: Met.ODD_QUOTE };
      if (isLone) flags |= Met.LONE_CR;
      state = 'plain';
    }
  }
  if (state === 'quoted') flags |= Met.OPEN_QUOTE;
  return { flags, separators, lineEnds, quotedEnds, looked: text.length };
}

function check(text: string, options: Options = {}): void {
  const { delimiter = ',', quote = '"' } = options;
  const found = index(text, options);
  const expected = scan(text, delimiter, quote);
  if (expected.flags === Met.ODD_QUOTE) expect(found.flags & Met.ODD_QUOTE).toBe(Met.ODD_QUOTE);
  else expect(found).toEqual(expected);
}

const textOf = (alphabet: string, constraints: fc.ArrayConstraints = { maxLength: 200 }): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...alphabet), constraints).map((characters) => characters.join(''));
const cell = fc.oneof(
  textOf('ab;\x80', { maxLength: 90 }),
  textOf('ab;,\r\n', { maxLength: 90 }).map((inner) => `"${inner}"`),
  fc.constantFrom('""', '"a""b"', '""""', '"""a"""'),
);
const wellFormed = fc
  .array(fc.tuple(cell, fc.constantFrom(',', ',', '\n', '\r\n')), { maxLength: 24 })
  .map((cells) => cells.flat().join(''));

describe('index', () => {
  it('finds nothing in nothing', () => {
    expect(index('')).toEqual({ flags: 0, separators: [], lineEnds: 0, quotedEnds: [], looked: 0 });
  });

  it.each([
    ['a"', Met.ODD_QUOTE | Met.OPEN_QUOTE],
    ['"a"b', Met.ODD_QUOTE],
    [' "a"', Met.ODD_QUOTE],
    ['"a" ,', Met.ODD_QUOTE],
    ['"a"', 0],
    ['"a"\r\n"b"', 0],
    ['\n"a"', 0],
    ['"a""b"', 0],
    ['"a', Met.OPEN_QUOTE],
    ['"a\r', Met.OPEN_QUOTE],
    ['a\r', Met.LONE_CR],
    ['a\rb', Met.LONE_CR],
    ['"a"\rb', Met.LONE_CR],
    ['"a"\r"b"', Met.LONE_CR | Met.ODD_QUOTE],
    ['"a\rb"', 0],
    ['\0', Met.NUL],
    ['"\0"', Met.NUL],
  ])('%j wherever blocks meet', (tail, flags) => {
    for (let length = 0; length < 140; length++) {
      const before = length === 0 ? '' : `${'x'.repeat(length - 1)},`;
      expect(index(before + tail).flags, `${length} bytes before`).toBe(flags);
    }
  });

  it.each([',"\n', 'a,"\n', 'a,"\r\n', 'aaaaaaaa,"\r\n', '\r\n"', '\0a,\n', '"a'])('every length of %j', (alphabet) => {
    for (let length = 0; length <= 200; length++) {
      const random = textOf(alphabet, { minLength: length, maxLength: length });
      const [made = ''] = fc.sample(random, { numRuns: 1, seed: length });
      check(made, { shift: length % 67, behind: '"\r\n,\0'.repeat(20) });
    }
  });

  it('is as a machine of four states says', () => {
    fc.assert(
      fc.property(
        fc.oneof(textOf('a,"\r\n'), textOf('aaaaa,;\'\r\n\0\x80"'), wellFormed),
        fc.record({
          shift: fc.nat(70),
          behind: textOf('a,"\r\n\0', { maxLength: 80 }),
          delimiter: fc.constantFrom(',', ',', ';', '\t'),
          quote: fc.constantFrom('"', '"', "'", ''),
        }),
        check,
      ),
      { numRuns: 1500 },
    );
  });

  it('stops where there is no more room', () => {
    fc.assert(
      fc.property(wellFormed, fc.nat(300), fc.nat(30), (made, room, quotedRoom) => {
        const whole = index(made);
        const found = index(made, { room, quotedRoom });
        const below = (all: readonly number[], end: number) => all.filter((each) => each % LINE_END < end);
        expect(found.separators).toEqual(below(whole.separators, found.looked));
        expect(found.quotedEnds).toEqual(below(whole.quotedEnds, found.looked));
        if (found.looked === made.length) return;
        expect(found.looked % 64).toBe(0);
        const next = found.looked + 64;
        const isFull = below(whole.separators, next).length > room || below(whole.quotedEnds, next).length > quotedRoom;
        expect(isFull).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
