import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/report/formats/index.ts';
import { formatFor, formatNamed, listed } from '../../src/report/formats/listed.ts';
import { generated } from './generated.ts';
import { checkedOptions } from './options.ts';
import { samples } from './samples.ts';

/** `everyVerdict` becomes `every-verdict`. */
const fileName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A page without its style sheet and script, which are the same for all, an element a line. */
const legible = (text: string): string =>
  text.startsWith('<!DOCTYPE html>')
    ? text
        .replace(/(?<=<style>)[^<]*|(?<=<script>).*?(?=<\/script>)/gs, '…')
        .replace(/(?<=sha256-)[^']*/g, '…')
        .replaceAll('><', '>\n<')
    : text;

describe.each(formats)('$id', ({ id, endings, render }) => {
  test.each(Object.entries(samples))('%s looks as it did', async (name, report) => {
    const text = render(report, checkedOptions(report));
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toMatch(/NaN|Infinity|undefined|\[object/);
    await expect(legible(text)).toMatchFileSnapshot(`golden/${fileName(name)}${endings[0] ?? `.${id}`}`);
  });

  test('gives the same bytes again, and leaves the report alone', () => {
    fc.assert(
      fc.property(generated, (report) => {
        const options = checkedOptions(report);
        const before = structuredClone(report);
        expect(render(report, options)).toBe(render(structuredClone(report), options));
        expect(report).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  test('is found by its name and its endings', async () => {
    expect(await formatNamed(id)?.load()).toMatchObject({ id, endings, render });
    for (const ending of endings) expect(formatFor(`Out/Report${ending.toUpperCase()}`)?.id).toBe(id);
  });
});

test('the formats of the command line and those of the library are the same', () => {
  expect(listed.map(({ id, endings }) => ({ id, endings }))).toEqual(
    formats.map(({ id, endings }) => ({ id, endings })),
  );
});

test('no two formats share a name or an ending, and others are not guessed', () => {
  const names = formats.flatMap(({ id, endings }) => [id, ...endings]);
  expect(new Set(names).size).toBe(names.length);
  expect(formatFor('report.pdf')).toBeNull();
  expect(formatFor('csv')).toBeNull();
  expect(formatNamed('yaml')).toBeNull();
});
