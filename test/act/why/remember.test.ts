import { describe, expect, it, vi } from 'vitest';
import { remembering } from '../../../src/act/why/words/remember.ts';

describe('remembering', () => {
  it('gives the same, and asks once for a text that comes back', () => {
    const work = vi.fn((text: string) => text.length);
    const remembered = remembering(work);
    expect(['late', 'refund', 'late', ''].map(remembered)).toEqual([4, 6, 4, 0]);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('holds no more than so many texts, and no long one', () => {
    const work = vi.fn((text: string) => text.length);
    const remembered = remembering(work);
    const long = 'x'.repeat(10_000);
    for (let time = 0; time < 2; time += 1) expect(remembered(long)).toBe(10_000);
    expect(work).toHaveBeenCalledTimes(2);
    for (let text = 0; text < 5000; text += 1) remembered(`t${text}`);
    remembered('t4999');
    expect(work).toHaveBeenCalledTimes(5002);
    remembered('t0');
    expect(work).toHaveBeenCalledTimes(5003);
  });
});
