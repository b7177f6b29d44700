import { decodeText, MAX_BYTES } from '../../src/declaration/index.ts';
import { Failure } from '../../src/diagnostics/failure.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';

const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));

/** Bytes that are no promise file, with what is said of them. */
export const undecodable: readonly (readonly [name: string, bytes: Uint8Array, found: string])[] = [
  ['UTF-16 with its mark', new Uint8Array([0xff, 0xfe, 0x61, 0]), '1:1 file-is-utf16'],
  ['UTF-16 the other way', new Uint8Array([0xfe, 0xff, 0, 0x61]), '1:1 file-is-utf16'],
  ['UTF-16 without a mark', new Uint8Array([0x62, 0, 0x72, 0, 0x61, 0]), '1:1 file-is-utf16'],
  ['a NUL', new Uint8Array(ascii('brand: B\nx: \0')), '2:4 file-has-nul'],
  [
    'a letter of Windows-1252',
    new Uint8Array([...ascii('brand: B\nowner: Sp'), 0xe5, ...ascii('k')]),
    '2:10 file-not-utf8',
  ],
  ['a letter that is cut at the end', new Uint8Array([...ascii('brand: '), 0xc3]), '1:8 file-not-utf8'],
  ['an export', new Uint8Array(MAX_BYTES + 1).fill(0x61), '1:1 file-too-large'],
];

export function raisedByDecoding(): readonly Diagnostic[] {
  return undecodable.flatMap(([, bytes]) => foundInBytes(bytes));
}

export function foundInBytes(bytes: Uint8Array): readonly Diagnostic[] {
  try {
    decodeText(bytes, 'promises.yaml');
    return [];
  } catch (error) {
    if (error instanceof Failure) return error.diagnostics;
    throw error;
  }
}
