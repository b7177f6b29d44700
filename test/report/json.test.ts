import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { json } from '../../src/report/formats/json.ts';
import { gapReport, reportSchema } from '../../src/report/schema.ts';
import { generated } from './generated.ts';
import { everyVerdict, promise, report, samples, share } from './samples.ts';

const validate = new Ajv2020({ allErrors: true }).compile(reportSchema());

test.each(Object.entries(samples))('%s is valid and reads back equal', (_, sample) => {
  const back: unknown = JSON.parse(json.render(sample));
  expect(back).toEqual(sample);
  expect(validate(back), JSON.stringify(validate.errors)).toBe(true);
  expect(gapReport.parse(back)).toEqual(sample);
});

test('whatever the text, it reads back equal', () => {
  fc.assert(
    fc.property(generated, (any) => {
      expect(JSON.parse(json.render(any))).toEqual(JSON.parse(JSON.stringify(any)));
    }),
  );
});

/** Objects with their keys back to front. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, below]) => [key, reversed(below)]),
  );
}

test('keys keep their order, however the report was put together', () => {
  const shuffled = gapReport.parse(everyVerdict);
  const backwards = Object.fromEntries(Object.entries(shuffled).toReversed());
  expect(reversed(reversed(everyVerdict))).toEqual(everyVerdict);
  expect(json.render({ ...everyVerdict, ...backwards })).toBe(json.render(everyVerdict));
  const compared = { ...everyVerdict, baseline: { as_of: null, window: { from: null, to: null }, overlaps: false } };
  expect(Object.keys(JSON.parse(json.render(compared)))).toEqual(Object.keys(reportSchema()['properties'] ?? {}));
});

test('two blanks of indent, a newline at the end, letters as they are', () => {
  const text = json.render(report([], { brand: 'Søster 北' }));
  expect(text.startsWith('{\n  "saydo": "0.1.0",\n  "schema": 1,\n  "brand": "Søster 北",\n')).toBe(true);
  expect(text.endsWith('}\n')).toBe(true);
});

test('a figure that is none is a defect, and is named', () => {
  const broken = report([promise('p', 'S.', [share('email', 1, 0, 0.5)])]);
  expect(() => json.render(broken)).toThrow('report.promises[0].channels[0].value is Infinity');
});

test.each([
  ['a key too many', { ...everyVerdict, extra: 1 }],
  ['a number for a verdict', { ...everyVerdict, verdict: 1 }],
  ['a date that is none', { ...everyVerdict, window: { from: 'yesterday', to: null } }],
])('the schema refuses %s', (_, wrong) => {
  expect(validate(wrong)).toBe(false);
});
