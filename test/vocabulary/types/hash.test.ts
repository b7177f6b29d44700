import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText, murmur128 } from '../../../src/vocabulary/types/hash.ts';
import { builderOf, pushed } from './build.ts';

const hex = (words: Uint32Array): string => [...words].map((word) => word.toString(16).padStart(8, '0')).join('');

function hashOf(text: string): string {
  const words = new Uint32Array(4);
  hashText(text, words, 0);
  return hex(words);
}

describe('murmur3 x86 128', () => {
  // SMHasher, VerificationTest in KeysetTest.cpp; the value stands in its main.cpp beside MurmurHash3_x86_128.
  it('passes the verification of SMHasher', () => {
    const key = Uint8Array.from({ length: 256 }, (_, index) => index);
    const hashes = new Uint32Array(256 * 4);
    for (let length = 0; length < 256; length++) murmur128(key, length, 256 - length, hashes, length * 4);
    const last = new Uint32Array(4);
    murmur128(new Uint8Array(hashes.buffer), hashes.byteLength, 0, last, 0);
    expect(last[0]).toBe(0xb3ece62a);
  });

  it.each([
    ['', '00000000000000000000000000000000'],
    ['The quick brown fox jumps over the lazy dog', '2f1583c3ecee2c675d7bf66ce5e91d2c'],
  ])('of %j is known', (text, expected) => expect(hashOf(text)).toBe(expected));

  it('is that of the UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 700 }), (text) => {
        const bytes = new TextEncoder().encode(text);
        const words = new Uint32Array(4);
        murmur128(bytes, bytes.length, 0, words, 0);
        expect(hashOf(text)).toBe(hex(words));
      }),
    );
  });
});

describe('id', () => {
  it('tells names apart as they are written', () => {
    const names = ['00123', '123', '1E5', '100000', '9007199254740993', '9007199254740992', 'a', 'A', 'é', 'e\u0301'];
    expect(new Set(names.map(hashOf)).size).toBe(names.length);
  });

  it('in any letter case tells words apart as conditions do', () => {
    const builder = builderOf({ anyCase: true, map: [['Bergen', 'Oslo']] }, 'id');
    const column = pushed(builder, ['Oslo', ' OSLO ', 'bergen', 'é', 'E\u0301', '01', '1', '']);
    if (column.kind !== 'id') throw new Error(column.kind);
    const at = (row: number): string => hex(column.hashes.slice(row * 4, row * 4 + 4));
    const words = [0, 1, 2, 3, 4, 5, 6].map(at);
    expect(words.map((word) => words.indexOf(word))).toEqual([0, 0, 0, 3, 3, 5, 6]);
    expect(words[0]).toBe(hashOf('oslo'));
    expect(column.states[7]).toBe(1);
  });

  it('is trimmed; a blank has no hash, also where another row stood before', () => {
    const builder = builderOf({ blank: ['none'] }, 'id');
    pushed(builder, ['x', 'y', 'z']);
    const column = pushed(builder, [' a\u00a0', '', 'None', 'a']);
    if (column.kind !== 'id') throw new Error(column.kind);
    expect([...column.states]).toEqual([0, 1, 1, 0]);
    expect(hex(column.hashes.slice(0, 4))).toBe(hashOf('a'));
    expect(hex(column.hashes.slice(4))).toBe('0'.repeat(64) + hashOf('a'));
  });
});
