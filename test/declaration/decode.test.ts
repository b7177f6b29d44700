import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/declaration/index.ts';
import { SOUND } from './cases.ts';
import { foundIn } from './found.ts';
import { foundInBytes, undecodable } from './undecodable.ts';

describe('bytes that are no promise file', () => {
  test.each(undecodable)('%s', (_name, bytes, found) => {
    expect(
      foundInBytes(bytes).map(({ code, at }) => `${at === null ? '-' : `${at.line}:${at.column}`} ${code}`),
    ).toEqual([found]);
  });
});

test.each(['\uFEFF', ''])('a mark %j and line ends of Windows move nothing', (mark) => {
  const text = `${mark}${SOUND.join('\r\n').replace('95%', '"95')}`;
  const decoded = decodeText(new TextEncoder().encode(text), 'promises.yaml');
  expect(foundIn(decoded).map(({ code, at }) => `${at?.line}:${at?.column} ${code}`)).toEqual([
    '9:13 yaml-unclosed-quote',
  ]);
  expect(foundIn(text)).toEqual(foundIn(decoded));
});
