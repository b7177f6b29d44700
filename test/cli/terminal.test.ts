import { describe, expect, test } from 'vitest';
import { type ColorLevel, colorLevel, showsProgress, speaksUnicode, widthOf } from '../../src/cli/terminal.ts';

describe('colour', () => {
  const cases: readonly (readonly [Record<string, string>, boolean, boolean, ColorLevel])[] = [
    // environment, is a TTY, --no-color, level
    [{}, true, false, 1],
    [{}, false, false, 0],
    [{}, true, true, 0],
    [{ TERM: 'dumb' }, true, false, 0],
    [{ TERM: 'xterm-256color' }, true, false, 2],
    [{ COLORTERM: '256color' }, true, false, 2],
    [{ COLORTERM: 'truecolor' }, true, false, 3],
    [{ COLORTERM: 'truecolor' }, false, false, 0],
    [{ NO_COLOR: '' }, true, false, 1],
    [{ NO_COLOR: '0' }, true, false, 0],
    [{ FORCE_COLOR: '' }, false, false, 0],
    [{ FORCE_COLOR: '0' }, true, false, 0],
    [{ FORCE_COLOR: '3' }, false, false, 3],
    [{ FORCE_COLOR: '1', COLORTERM: 'truecolor' }, false, false, 3],
    [{ CLICOLOR_FORCE: '0' }, false, false, 0],
    [{ CLICOLOR_FORCE: '' }, false, false, 0],
  ];
  test.each(cases)('%j, TTY %j, --no-color %j: level %j', (env, isTTY, forbidden, level) => {
    expect(colorLevel(env, isTTY, forbidden)).toBe(level);
  });

  const either = [false, true];
  test('all of NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, TERM=dumb, TTY and the flag', () => {
    for (const no of either)
      for (const force of either)
        for (const clicolor of either)
          for (const dumb of either)
            for (const isTTY of either)
              for (const flag of either) {
                const env = {
                  ...(no ? { NO_COLOR: '1' } : {}),
                  ...(force ? { FORCE_COLOR: '1' } : {}),
                  ...(clicolor ? { CLICOLOR_FORCE: '1' } : {}),
                  ...(dumb ? { TERM: 'dumb' } : {}),
                };
                const expected = !flag && (force || clicolor || (isTTY && !no && !dumb));
                expect(colorLevel(env, isTTY, flag) > 0, JSON.stringify({ env, isTTY, flag })).toBe(expected);
              }
  });
});

test.each<readonly [Record<string, string>, boolean]>([
  [{}, true],
  [{ LANG: '' }, true],
  [{ LANG: 'C' }, false],
  [{ LANG: 'POSIX' }, false],
  [{ LANG: 'C.UTF-8' }, true],
  [{ LANG: 'nb_NO.utf8' }, true],
  [{ LANG: 'de_DE@euro' }, false],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, false],
  [{ LANG: 'C', LC_CTYPE: 'en_US.UTF-8' }, true],
  [{ LANG: 'C', LC_ALL: '' }, false],
])('%j speaks Unicode: %j', (env, expected) => {
  expect(speaksUnicode(env)).toBe(expected);
});

test.each<readonly [Record<string, string>, number | null, number]>([
  [{}, null, 100],
  [{}, 200, 200],
  [{}, 20, 40],
  [{}, 0, 100],
  [{ COLUMNS: '80' }, null, 80],
  [{ COLUMNS: '80' }, 120, 120],
  [{ COLUMNS: 'wide' }, null, 100],
  [{ COLUMNS: '-5' }, null, 100],
])('%j and %j columns: %j wide', (env, columns, expected) => {
  expect(widthOf(env, columns)).toBe(expected);
});

test.each<readonly [Record<string, string>, boolean, boolean]>([
  [{}, true, true],
  [{}, false, false],
  [{ CI: 'true' }, true, false],
  [{ CI: 'false' }, true, true],
  [{ TERM: 'dumb' }, true, false],
])('%j, TTY %j: progress %j', (env, isTTY, expected) => {
  expect(showsProgress(env, isTTY)).toBe(expected);
});
