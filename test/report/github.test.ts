import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/catalog.ts';
import { command } from '../../src/report/formats/github/command.ts';
import { placeIn } from '../../src/report/formats/github/place.ts';
import { github } from '../../src/report/formats/github.ts';
import { checkedOptions, plainOptions } from './options.ts';
import { everyVerdict, promise, report, samples, share } from './samples.ts';
import { plotted, schemed } from './told.ts';

/** Those of `packages/core/__tests__` of actions/toolkit at 4b9afa4, where the properties are the same. */
describe("escapes as the runner's own toolkit does", () => {
  test.each([
    ['some-command', {}, '', '::some-command::'],
    ['some-command', {}, 'some message', '::some-command::some message'],
    [
      'some-command',
      {},
      'percent % percent % cr \r cr \r lf \n lf \n',
      '::some-command::percent %25 percent %25 cr %0D cr %0D lf %0A lf %0A',
    ],
    ['some-command', {}, '%25 %25 %0D %0D %0A %0A', '::some-command::%2525 %2525 %250D %250D %250A %250A'],
    [
      'some-command',
      { title: 'percent % percent % cr \r cr \r lf \n lf \n colon : colon : comma , comma ,' },
      '',
      '::some-command title=percent %25 percent %25 cr %0D cr %0D lf %0A lf %0A colon %3A colon %3A comma %2C comma %2C::',
    ],
    [
      'some-command',
      { title: '%25 %25 %0D %0D %0A %0A %3A %3A %2C %2C' },
      '',
      '::some-command title=%2525 %2525 %250D %250D %250A %250A %253A %253A %252C %252C::',
    ],
    [
      'some-command',
      { file: 'value 1', title: 'value 2' },
      'some message',
      '::some-command file=value 1,title=value 2::some message',
    ],
    ['some-command', { file: '', line: null, col: 0, title: 'x' }, '', '::some-command col=0,title=x::'],
  ])('%s %j %j', (name, properties, message, line) => {
    expect(command(name, properties, message)).toBe(line);
  });
});

/** A second reading of the runner's rules, from its `ActionCommand.TryParseV2`. */
function parsed(line: string): {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
} {
  const [, head = '', message = ''] = /^::(.*?)::(.*)$/s.exec(line) ?? [];
  const [name = '', ...rest] = head.split(' ');
  const told = (text: string) =>
    text.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const properties = rest
    .join(' ')
    .split(',')
    .filter((pair) => pair !== '');
  return {
    name,
    properties: Object.fromEntries(
      properties.map((pair) => [pair.slice(0, pair.indexOf('=')), told(pair.slice(pair.indexOf('=') + 1))]),
    ),
    message: told(message),
  };
}

function holds(sample: typeof everyVerdict): void {
  const options = checkedOptions(sample);
  const text = github.render(sample, options);
  expect(text.endsWith('\n')).toBe(true);
  const lines = text.slice(0, -1).split(/\r\n|\n|\r/);
  const last = lines.pop();
  expect(last).toMatch(/^saydo: /);
  expect(last).not.toContain('##[');
  const commands = lines.map(parsed);
  expect(commands.every(({ name }) => ['error', 'warning', 'notice'].includes(name))).toBe(true);
  for (const level of ['error', 'warning', 'notice']) {
    expect(commands.filter(({ name }) => name === level).length).toBeLessThanOrEqual(10);
  }
  for (const { properties } of commands) {
    expect(Object.keys(properties).every((key) => ['file', 'line', 'col', 'title'].includes(key))).toBe(true);
    expect(Object.values(properties)).not.toContain('');
  }
  const errors = commands.filter(({ name }) => name === 'error');
  if (options.gate.failed.length > 0 && options.gate.failed.length <= 10) {
    expect(errors.length).toBe(options.gate.failed.length);
  }
  expect(errors.length > 0).toBe(
    options.gate.failed.length > 0 || (options.gate.exit === 4 && options.gate.unjudged.length === 0),
  );
}

test.each(Object.entries(samples))('%s holds the rules of the runner', (_, sample) => {
  holds(sample);
});

test.each(schemed)('%s becomes no command', (_, sample) => {
  holds(sample);
});

test('whatever people wrote becomes no command', () => {
  fc.assert(fc.property(plotted, holds), { numRuns: 150 });
});

test('what fails comes first, as the report says what to act on', () => {
  const lines = github
    .render(everyVerdict, checkedOptions(everyVerdict))
    .split('\n')
    .filter((line) => line.startsWith('::'));
  const titles = lines.map(parsed).map(({ name, properties }) => `${name} ${properties['title'] ?? ''}`);
  expect(titles.slice(0, 3)).toEqual([
    'error on-the-day, orders: missed',
    'error quick-reply, email: missed',
    'error on-the-day, complaints: missed',
  ]);
  expect(titles.filter((title) => title.startsWith('error')).length).toBe(3);
});

test('of more than ten the worst are shown, and the last line says how many are not', () => {
  const many = report(
    Array.from({ length: 12 }, (_, index) => promise(`p${index}`, 'We do.', [share('email', 80 - index, 100, 0.95)])),
  );
  const lines = github
    .render(many, checkedOptions(many))
    .split('\n')
    .filter((line) => line.startsWith('::error'));
  expect(lines.length).toBe(10);
  expect(lines.map(parsed)[0]?.properties['title']).toBe('p11, email: missed');
  expect(parsed(lines[9] ?? '')).toMatchObject({
    message: '3 more errors are not shown: GitHub shows 10 of them a step',
    properties: { title: 'saydo' },
  });
  const ten = report(many.promises.slice(0, 10));
  expect(github.render(ten, checkedOptions(ten))).not.toContain('not shown');
});

test('names the promise file by its path in the repository', () => {
  expect(placeIn('promises.yaml', 3, 'brand/promises.yaml')).toEqual({ file: 'brand/promises.yaml', line: 3 });
  expect(placeIn('../promises.yaml', 3, 'promises.yaml')).toEqual({ file: 'promises.yaml', line: 3 });
  expect(placeIn('/home/ci/repo/promises.yaml', 3, 'promises.yaml')).toEqual({ file: 'promises.yaml', line: 3 });
  expect(placeIn('mail.csv', 5, 'promises.yaml')).toEqual({ file: 'mail.csv', line: 5 });
  expect(placeIn('other-promises.yaml', 5, 'promises.yaml')).toEqual({ file: 'other-promises.yaml', line: 5 });
  expect(placeIn(null, null, 'promises.yaml')).toEqual({});
});

test('a run without a report tells of each error at its place', () => {
  const at = { file: 'promises.yaml', line: 12, column: 5, length: 3 };
  const error = diagnose('nothing-selected', { promises: ['a'], channels: [] }, at);
  const text = github.refusal([error, { ...error, at: null }], { ...plainOptions, promiseFile: 'brand/promises.yaml' });
  const [first = '', second = '', last] = text.split('\n');
  expect(parsed(first)).toEqual({
    name: 'error',
    properties: { file: 'brand/promises.yaml', line: '12', col: '5', title: error.id },
    message: [error.message, ...(error.help === null ? [] : [error.help])].join('\n'),
  });
  expect(parsed(second).properties).toEqual({ file: 'brand/promises.yaml', title: error.id });
  expect(last).toBe('saydo: 2 errors, nothing was scored');
});
