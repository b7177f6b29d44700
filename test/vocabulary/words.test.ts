import { describe, expect, it } from 'vitest';
import { secondsInWords } from '../../src/vocabulary/words.ts';

describe('secondsInWords', () => {
  it.each([
    [0, '0 s'],
    [0.0001, '0 s'],
    [0.5, '500 ms'],
    [0.9996, '1 s'],
    [1.5, '1.5 s'],
    [9.96, '10 s'],
    [20, '20 s'],
    [20.4, '20 s'],
    [59.4, '59 s'],
    [59.7, '1 min'],
    [60, '1 min'],
    [240, '4 min'],
    [272, '4 min 32 s'],
    [3599.4, '59 min 59 s'],
    [3599.6, '1 h'],
    [3620, '1 h'],
    [4320, '1 h 12 min'],
    [84_960, '23 h 36 min'],
    [86_399, '1 d'],
    [86_400, '1 d'],
    [183_600, '2 d 3 h'],
    [186_000, '2 d 4 h'],
    [400 * 86_400, '400 d'],
    [-240, '-4 min'],
    [-0.0001, '0 s'],
  ])('says %d as %s', (seconds, words) => {
    expect(secondsInWords(seconds)).toBe(words);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (seconds) => {
    expect(() => secondsInWords(seconds)).toThrow(RangeError);
  });
});
