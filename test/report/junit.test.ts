import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/catalog.ts';
import type { GapReport } from '../../src/model/report.ts';
import { junit } from '../../src/report/formats/junit.ts';
import { plain } from '../../src/report/plain.ts';
import { checkedOptions, plainOptions } from './options.ts';
import { asked, pythonWith } from './python.ts';
import { cell, empty, everyVerdict, promise, report, samples, share } from './samples.ts';
import { plotted, schemed, schemes } from './told.ts';

const render = (sample: GapReport): string => junit.render(sample, checkedOptions(sample));

const noData = report([promise('a', 'A', [cell('x', { reason: 'no row in the window' })])]);
const many = report(
  Array.from({ length: 10_000 }, (_, index) => promise(`p${index}`, 'We do.', [share('x', index % 100, 100, 0.9)])),
);
const errors = schemes.flatMap((text) => [
  diagnose('unknown-command', { command: text, nearest: null, known: [text] }, null),
  diagnose('empty-option', { option: text }, { file: text, line: 3, column: 4, length: 1 }),
]);
const refusal = junit.refusal(errors, plainOptions);

/** Every kind of document, by what it is about. */
const documents: readonly (readonly [string, string])[] = [
  ...Object.entries({ ...samples, noData, many }).map(([name, sample]) => [name, render(sample)] as const),
  ...schemed.map(([name, sample]) => [name, render(sample)] as const),
  ...fc.sample(plotted, { numRuns: 40, seed: 7 }).map((sample, index) => [`plot ${index}`, render(sample)] as const),
  ['refusal', refusal],
];

const schemas = ['ant-windyroad', 'jenkins-xunit-10'].map((name) =>
  fileURLToPath(new URL(`../../../shared/reference/junit/${name}.xsd`, import.meta.url)),
);
const hasSchemas = schemas.every((file) => existsSync(file)) && spawnSync('xmllint', ['--version']).status === 0;

describe.runIf(hasSchemas)('xmllint', () => {
  test.each(schemas)('takes every document by %s', (schema) => {
    const folder = mkdtempSync(join(tmpdir(), 'saydo-junit-'));
    try {
      const files = documents.map(([, text], index) => {
        writeFileSync(join(folder, `${index}.xml`), text);
        return `${index}.xml`;
      });
      const { status, stderr } = spawnSync('xmllint', ['--noout', '--huge', '--schema', schema, ...files], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      expect(stderr.split('\n').filter((line) => !line.endsWith(' validates') && line !== '')).toEqual([]);
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

interface Read {
  readonly name: string;
  readonly counts: readonly number[];
  readonly cases: readonly { readonly name: string; readonly kind: string | null; readonly message: string | null }[];
}

const READ = `
import json, sys
import xml.etree.ElementTree as tree
def one(case):
    kinds = list(case)
    assert len(kinds) <= 1
    return {'name': case.get('name'), 'kind': kinds[0].tag if kinds else None, 'message': kinds[0].get('message') if kinds else None}
def suite(node):
    return {'name': node.get('name'), 'counts': [int(node.get(key)) for key in ('tests', 'failures', 'errors', 'skipped')],
            'cases': [one(case) for case in node.findall('testcase')]}
print(json.dumps([[suite(node) for node in tree.fromstring(text.encode()).findall('testsuite')] for text in json.load(sys.stdin)]))`;

const python = pythonWith('xml.etree.ElementTree');

/** XML cannot say these. */
const sayable = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

describe.runIf(python !== null)('a parser of XML', () => {
  const read = (texts: readonly string[]): readonly (readonly Read[])[] =>
    asked(python ?? '', READ, texts) as readonly (readonly Read[])[];

  test('reads back names and counts', () => {
    const shown = [...Object.values({ ...samples, noData, many }), ...schemed.map(([, sample]) => sample)];
    for (const [index, suites] of read(shown.map(render)).entries()) {
      const sample = shown[index] ?? empty;
      const { gate } = checkedOptions(sample);
      const own = suites.slice(0, sample.promises.length);
      for (const [at, { channels, id }] of sample.promises.entries()) {
        const suite = own[at];
        expect(suite?.name.replace(/ \(\d+\)$/, '')).toBe(sayable(plain(id)) || '?');
        expect(suite?.cases.map(({ name }) => name.replace(/ \(\d+\)$/, ''))).toEqual(
          channels.map(({ channel }) => sayable(plain(channel)) || '?'),
        );
        const number = (kind: string) => suite?.cases.filter((one) => one.kind === kind).length;
        expect(suite?.counts).toEqual([channels.length, number('failure'), number('error'), number('skipped')]);
      }
      expect(new Set(suites.map(({ name }) => name)).size).toBe(suites.length);
      const total = (kind: string) => suites.flatMap(({ cases }) => cases).filter((one) => one.kind === kind).length;
      expect(total('failure')).toBe(gate.failed.length);
      expect(total('error')).toBe(gate.exit === 4 && gate.unjudged.length === 0 ? 1 : gate.unjudged.length);
    }
  });

  test('reads any text', () => {
    fc.assert(
      fc.property(fc.array(plotted, { minLength: 20, maxLength: 20 }), (all) => {
        expect(read(all.map(render)).length).toBe(all.length);
      }),
      { numRuns: 3 },
    );
  });

  test('reads the errors of a run without a report', () => {
    const [suite] = read([refusal])[0] ?? [];
    expect(suite?.name).toBe('saydo');
    expect(suite?.counts).toEqual([errors.length, 0, errors.length, 0]);
    for (const [index, { message, at }] of errors.entries()) {
      const place = at === null || plain(at.file) === '' ? (at === null ? '' : ':3: ') : `${plain(`${at.file}:3`)}: `;
      expect(suite?.cases[index]?.message).toBe(sayable(`${place}${plain(message)}`));
    }
  });
});

test('a miss is a failure, what could not be judged an error, a waiver and a blind spot are skipped', () => {
  const lines = render(everyVerdict).split('\n');
  const caseOf = (suite: string, name: string): string =>
    lines.find((line) => line.includes(`classname="saydo.${suite}" name="${name}"`))?.trim() ?? '';
  expect(caseOf('quick-reply', 'email')).toMatch(
    /<failure type="missed" message="91\.2%, target ≥ 95%, −3\.8 pts, 2\u2009950 cases/,
  );
  expect(caseOf('quick-reply', 'chat')).toMatch(/time="0\.000"\/>$/);
  expect(caseOf('in-your-language', 'email')).toMatch(/time="0\.000"\/>$/);
  expect(caseOf('quick-reply', 'phone')).toMatch(/<skipped message=".*waived until 30 Jun 2026: new switchboard"\/>/);
  expect(caseOf('quick-reply', 'fax')).toContain('<skipped message="not measured: no export yet"/>');
  expect(caseOf('open-late', 'workshop')).toContain('<error type="unproven"');
});

test('what fails because it got worse says so', () => {
  const change = {
    ...{ value: -0.05, interval: { low: -0.08, high: -0.02, method: 'newcombe' }, verdict_before: 'kept' as const },
    ...{ withheld: null, moved: 'worse' as const },
  };
  const worse = report([promise('a', 'A', [share('x', 95, 100, 0.9, { change })])]);
  const failed = [{ promise: 'a', channel: 'x', verdict: 'kept' as const, worse: true as const }];
  const text = junit.render(worse, { ...plainOptions, gate: { exit: 1, failed, unjudged: [], why: 'worse' } });
  expect(text).toContain('<failure type="worse" message="95.0%, target ≥ 90%, +5.0 pts, 100 cases (change: −5.0 pts');
});

test('where nothing was checked one error says so', () => {
  expect(render(empty)).toContain('<error type="nothing-checked"');
  expect(render(empty)).toContain('timestamp="1970-01-01T00:00:00"');
});

test.each([
  ['2026-03-31T18:04:00+02:00', '2026-03-31T18:04:00'],
  ['2026-03-31T18:04Z', '2026-03-31T18:04:00'],
  ['2026-03-31T18:04:07.250Z', '2026-03-31T18:04:07'],
  ['12026-03-31T18:04:00Z', '1970-01-01T00:00:00'],
])('the moment %s is written without a zone', (as_of, timestamp) => {
  expect(render({ ...everyVerdict, as_of })).toContain(`timestamp="${timestamp}"`);
});
