import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { Case } from '../../src/act/cases/case.ts';
import { audit } from '../../src/audit.ts';
import { cases as listCases } from '../../src/cases.ts';
import { type Stages, stages } from '../../src/cli/stages.ts';
import { ran, type World } from './fake-io.ts';
import { folder } from './folder.ts';

const PROMISES = `saydo: 1
brand: Nordlys
as_of: 2026-03-31
channels:
  mail:
    source: mail*.csv
    at: Opened
    case: Ticket
    customer: Customer
    segments: [Region]
    columns: { replied: Replied }
  chat: { source: chat.csv, at: Opened, columns: { replied: Replied } }
  shop: { note: no till exports }
promises:
  quick:
    says: Q.
    kept_when: { replied: { within: 4h } }
    target: 90%
    channels: [mail, chat]
  told: { says: T., kept_when: { replied: present }, target: 90%, channels: [shop] }
`;

const FILES = {
  'promises.yaml': PROMISES,
  'mail1.csv':
    'Ticket,Customer,Opened,Replied,Region,"Subject, short"\n1,A,2026-03-01 08:00,2026-03-01 13:00,North,late\n2,A,2026-03-02 08:00,,South,never\n',
  'mail2.csv':
    'Ticket,Customer,Opened,Replied,Region,"Subject, short"\n3,B,2026-03-03 08:00,2026-03-03 12:30,North,"=1+1"\n4,C,2026-03-04 08:00,2026-03-04 08:01,North,kept\n',
  'chat.csv': 'Opened,Replied\n2026-03-05 08:00,2026-03-05 20:00\n',
};

const cases = async (argv: readonly string[], world: World = {}, files: Readonly<Record<string, string>> = FILES) => {
  const workingDirectory = folder(files);
  return { ...(await ran(['cases', ...argv], { workingDirectory, stages, ...world })), workingDirectory };
};

const firsts = (csv: string, column: number): readonly string[] =>
  csv
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',')[column] ?? '');

it('lists customers let down again first, then the longest beyond', async () => {
  const { exit, stdout, stderr } = await cases(['--format', 'csv']);
  expect([exit, stderr]).toEqual([0, '']);
  expect(firsts(stdout, 3)).toEqual(['2', '1', '', '3']);
  expect(firsts(stdout, 17)).toEqual(['mail1.csv', 'mail1.csv', 'chat.csv', 'mail2.csv']);
});

it('tells beside a CSV that it is not all, and within a table', async () => {
  const csv = await cases(['quick', '--limit', '1', '--format', 'csv']);
  expect(csv.stderr).toContain('3 more are not listed: --limit is 1');
  const table = await cases(['quick', '--limit', '1'], { stdoutTTY: true });
  expect(table.stderr).toBe('');
  expect(table.stdout).toContain('3 more are not listed: --limit 4 lists all');
});

describe('--limit none', () => {
  it('writes all in the order of the exports, on the screen and in files', async () => {
    const { exit, stdout, workingDirectory } = await cases(['--limit', 'none', '-o', 'a.json', '-o', 'a.csv']);
    expect(exit).toBe(0);
    expect(firsts(stdout, 3)).toEqual(['1', '2', '3', '']);
    expect(readFileSync(join(workingDirectory, 'a.csv'), 'utf8')).toBe(stdout);
    const json: unknown = JSON.parse(readFileSync(join(workingDirectory, 'a.json'), 'utf8'));
    expect(json).toMatchObject({ cases: [{ case: '1' }, { case: '2' }, { case: '3' }, { case: null }], more: 0 });
    expect(readdirSync(workingDirectory).sort()).toEqual([...Object.keys(FILES), 'a.csv', 'a.json'].sort());
  });

  it('has no table', async () => {
    const { exit, stderr } = await cases(['--limit', 'none', '--format', 'table', '-o', 'a.txt']);
    expect(exit).toBe(2);
    expect(stderr).toContain('--limit none has no table: ');
    expect(stderr).toContain('--limit none has no table, as a.txt would be: ');
  });

  it('ends quietly where the reader has gone, and still writes its files', async () => {
    const world = { stdoutClosed: true };
    const { exit, stderr, workingDirectory } = await cases(['--limit', 'none', '-o', 'a.csv'], world);
    expect([exit, stderr]).toEqual([0, '']);
    expect(firsts(readFileSync(join(workingDirectory, 'a.csv'), 'utf8'), 3)).toHaveLength(4);
    expect(await cases(['--limit', 'none'], world)).toMatchObject({ exit: 0, stderr: '' });
  });

  it('says what it could not write', async () => {
    const world = { stdoutFails: Object.assign(new Error('full'), { code: 'ENOSPC' }) };
    const { exit, stderr, workingDirectory } = await cases(['--limit', 'none', '-o', 'a.csv'], world);
    expect(exit).toBe(5);
    expect(stderr).toContain('cannot write to standard output: ');
    expect(existsSync(join(workingDirectory, 'a.csv'))).toBe(true);
  });

  it('leaves no half of a file where the reading fails', async () => {
    const workingDirectory = folder(FILES);
    async function* broken(found: AsyncIterable<Case>) {
      yield* found;
      throw new Error('the disk is gone');
    }
    const eachCase: Stages['eachCase'] = (request, use) =>
      stages.eachCase(request, (stream) => use({ ...stream, cases: broken(stream.cases) }));
    const { exit } = await ran(['cases', '--limit', 'none', '-o', 'a.csv'], { workingDirectory, stages: { eachCase } });
    expect(exit).toBe(70);
    expect(readdirSync(workingDirectory).sort()).toEqual(Object.keys(FILES).sort());
  });
});

describe('--columns', () => {
  it('takes headers with commas in quotes, and what is formula stays none', async () => {
    const { stdout } = await cases([
      'quick',
      '--channel',
      'mail',
      '--columns',
      '"Subject, short",Region',
      '--format',
      'csv',
    ]);
    expect(stdout.split('\r\n')[0]).toMatch(/,"Subject, short",Region$/);
    expect(stdout).toContain(",'=1+1,North\r\n");
  });

  it('leaves blank what one channel lacks, and refuses what all lack', async () => {
    expect((await cases(['--columns', 'Region', '--format', 'csv'])).stdout).toContain('chat.csv,2,2026-03-05 20:00,');
    const { exit, stderr } = await cases(['--columns', 'Regoin']);
    expect(exit).toBe(3);
    expect(stderr).toContain("--columns: channel mail knows no column 'Regoin', nor does mail1.csv");
    expect(stderr).toContain("did you mean 'Region'?");
    expect(stderr).not.toContain('promises.yaml');
  });

  it('asks which is meant of two columns of one name', async () => {
    const twins = { ...FILES, 'chat.csv': 'Opened,Replied,Note,Note\n2026-03-05 08:00,2026-03-05 20:00,a,b\n' };
    const { exit, stderr } = await cases(['--columns', 'Note'], {}, twins);
    expect(exit).toBe(3);
    expect(stderr).toContain("chat.csv has 2 columns 'Note', at positions 3 and 4");
  });
});

test.each([
  [['--limit', '0'], 2, '--limit takes a whole number from 1 on, or none'],
  [['--limit', ''], 2, '--limit takes a whole number from 1 on, or none'],
  [['--outcome', 'kept'], 2, "unknown word 'kept' after --outcome"],
  [['--segment', 'Region'], 2, "--segment takes a name and a value, not 'Region'"],
  [['--segment', 'Regoin=North'], 2, "no channel asked for has a segment 'Regoin'"],
  [['--columns', ''], 2, "option '--columns' names nothing"],
  [['qick'], 2, "no promise 'qick' in the file"],
  [['--owed', '--outcome', 'pending'], 2, '--owed and --outcome pending do not go together'],
  [['--owed', '--limit', '3'], 2, '--owed and --limit do not go together'],
  [['--owed'], 0, 'nothing can be owed: no remedy with a cost is declared for quick, told'],
  [['--segment', 'region=Nort'], 0, "no occasion lies in region 'Nort'"],
  [['--segment', 'region=Nort'], 0, "did you mean 'North'?"],
  [['--segment', 'region=Nort'], 0, "chat has no segment 'region': left out"],
] as const)('%j ends with %d and says %s', async (argv, exit, words) => {
  const result = await cases(argv);
  expect(result.exit).toBe(exit);
  expect(result.stderr).toContain(words);
});

test.each([
  [
    ['--segment', 'region=north'],
    ['1', '3'],
  ],
  [['--segment', 'weekday=mon'], ['2']],
  [['--segment', 'weekday=mon', '--segment', 'Region=North'], []],
  [
    ['--segment', 'hour=8', '--channel', 'mail'],
    ['2', '1', '3'],
  ],
  [['--segment', 'hour_of_week=Sun 08'], ['1']],
  [['--channel', 'mail', '--outcome', 'pending'], []],
] as const)('%j lists %j', async (argv, names) => {
  const { exit, stdout } = await cases([...argv, '--format', 'csv']);
  expect(exit).toBe(0);
  expect(firsts(stdout, 3)).toEqual(names);
});

it('says why a list is empty', async () => {
  const { exit, stdout } = await cases(['told'], { stdoutTTY: true });
  expect(exit).toBe(0);
  expect(stdout).toContain('told on shop is not measured: no till exports');
  const none = await cases(['quick', '--outcome', 'unreadable', '--last', '90d', '--format', 'table']);
  expect(none.stdout).toContain('nothing unreadable of quick on mail, chat: ');
});

it('lists a case of several rows once, and of the newest copy what it says', async () => {
  const promises = (repeats: string): string => `saydo: 1
brand: B
as_of: 2026-03-31
channels:
  mail: { source: mail.csv, at: Opened, case: Ticket, customer: Customer, repeats: ${repeats} }
promises:
  quick: { says: Q., kept_when: { Replied: { within: 4h } }, target: 90%, channels: [mail] }
`;
  const rows = [
    'Ticket,Customer,Opened,Replied',
    '1,A,2026-03-01 08:00,2026-03-01 13:00',
    '1,,2026-03-01 08:00,2026-03-01 14:00',
    '2,B,2026-03-02 08:00,2026-03-02 08:01',
    '2,B,2026-03-02 08:00,',
    '3,A,2026-03-03 08:00,',
    '',
  ].join('\n');
  const listed = async (repeats: string): Promise<readonly string[]> => {
    const files = { 'promises.yaml': promises(repeats), 'mail.csv': rows };
    const { stdout, workingDirectory } = await cases(['--format', 'csv'], {}, files);
    const { report } = await audit({ file: 'promises.yaml', workingDirectory });
    const names = firsts(stdout, 3);
    expect(names).toHaveLength(report.promises[0]?.channels[0]?.missed ?? -1);
    return names.toSorted();
  };
  expect(await listed('latest')).toEqual(['1', '2', '3']);
  expect(await listed('each')).toEqual(['1', '1', '2', '3']);
  const all = await listed('all');
  expect([...new Set(all)]).toEqual(all);
});

it('tells of a column that standard input lacks as of any other', async () => {
  const workingDirectory = folder({ 'promises.yaml': PROMISES.replace('chat.csv', '"-"') });
  const request = { file: 'promises.yaml', workingDirectory, channels: ['chat'], columns: ['Note'] };
  async function* stdin() {
    yield Buffer.from(FILES['chat.csv']);
  }
  await expect(listCases({ ...request, stdin: stdin() })).rejects.toThrow(
    "--columns: channel chat knows no column 'Note', nor does <stdin>",
  );
  expect((await listCases({ ...request, columns: [], stdin: stdin() })).cases).toHaveLength(1);
});

describe('what a newcomer types', () => {
  it.each([
    [['quick', 'promises.yaml', 'extra'], 'cases takes no more than PROMISE FILE', 2],
    [['promises.yaml', 'quick'], 'type saydo cases quick promises.yaml', 2],
    [['--outcome', 'missed', '--outcome', 'pending'], '--outcome stands twice', 2],
    [['--limit', '1', '--limit', '2'], '--limit stands twice', 2],
    [['--format', 'csv', '--format', 'json'], '--format stands twice', 2],
    [['--last', '7d', '--last', '30d'], '--last stands twice', 2],
    [['--segment', 'weekday=someday'], "no occasion lies in weekday 'someday'", 0],
    [['--segment', 'weekday=someday'], "there is 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', '(blank)'", 0],
    [['quick', '--from', '2027-01-01'], 'nothing missed of quick on mail, chat', 0],
    [['--limit', 'none', '--from', '2027-01-01'], 'nothing missed of quick on mail, chat', 0],
  ] as const)('%j', async (argv, said, code) => {
    const { exit, stderr } = await cases(argv);
    expect([exit, stderr]).toEqual([code, expect.stringContaining(said)]);
  });

  it.each([
    ['hour=08', 4],
    ['hour=7-9', 4],
    ['hour_of_week=Sun 08-10', 1],
    ['hour_of_week=Sunday 8', 1],
    ['hour_of_week=Sun 09-10', 0],
  ])('takes times as why prints them: %s', async (segment, found) => {
    const { stdout } = await cases(['--segment', segment, '--format', 'csv']);
    expect(firsts(stdout, 3)).toHaveLength(found);
  });

  it('says which of the columns asked for have no room', async () => {
    const world = { stdoutTTY: true, columns: 40, env: { NO_COLOR: '1' } };
    const { stdout } = await cases(['quick', '--columns', 'Region,"Subject, short"'], world);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('Region, Subject, short do not fit here: --format csv has it all');
  });

  it('takes a weekday by its whole name, and a column once in whatever letter case', async () => {
    const { stdout } = await cases(['--segment', 'weekday=Sunday', '--columns', 'Region,REGION', '--format', 'csv']);
    expect(firsts(stdout, 3)).toEqual(['1']);
    expect(stdout.split('\r\n')[0]).toMatch(/,Region$/);
  });

  it('shows a column that is declared and that no promise uses', async () => {
    const promises = PROMISES.replace(
      'columns: { replied: Replied }',
      'columns: { replied: Replied, second: { column: 2 } }',
    );
    const { exit, stdout } = await cases(
      ['quick', '--channel', 'mail', '--columns', 'second', '--format', 'csv'],
      {},
      {
        ...FILES,
        'promises.yaml': promises,
      },
    );
    expect(exit).toBe(0);
    expect(stdout.split('\r\n')[1]).toMatch(/,A$/);
  });

  it('tells a column of the export from its own of that name', async () => {
    const chat = { 'chat.csv': 'Opened,Replied,line\n2026-03-05 08:00,2026-03-05 20:00,fixed\n' };
    const argv = ['quick', '--channel', 'chat', '--columns', 'line', '--format', 'markdown'];
    const { stdout } = await cases(argv, {}, { ...FILES, ...chat });
    expect(stdout).toContain('| began | its measure read | export: line | file | line |');
  });

  it('says beside a CSV that nothing is owed', async () => {
    const says = 'says: Q.\n    remedy: { text: A voucher, cost: 5 NOK }';
    const owing = { ...FILES, 'promises.yaml': PROMISES.replace('says: Q.', says) };
    const none = ['quick', '--owed', '--from', '2027-01-01'];
    expect((await cases(none, {}, owing)).stderr).toContain('nothing is owed: from 1 Jan 2027');
    expect((await cases([...none, '--quiet'], {}, owing)).stderr).toBe('');
    expect((await cases([...none, '--format', 'table'], {}, owing)).stderr).not.toContain('nothing is owed');
    expect((await cases(['quick', '--owed'], {}, owing)).stderr).not.toContain('nothing is owed');
  });

  it('says that a tally counts no customers, and shows a small amount whole', async () => {
    const promises = PROMISES.replace(/promises:.*/s, () =>
      [
        'promises:',
        '  calls:',
        '    says: C.',
        '    tally: { kept: Kept, of: All }',
        '    target: 90%',
        '    remedy: { text: A voucher, cost: 5 JPY, per: customer }',
        '    channels: [mail]',
        '  quick:',
        '    says: Q.',
        '    kept_when: { replied: { within: 4h } }',
        '    target: 90%',
        '    remedy: { text: A point, cost: 0.000001 JPY }',
        '    channels: [mail]',
        '',
      ].join('\n'),
    ).replace('mail*.csv', 'calls.csv');
    const calls = 'Ticket,Customer,Opened,Replied,Region,Kept,All\n1,A,2026-03-01 08:00,2026-03-01 13:00,North,3,5\n';
    const { stdout, stderr } = await cases(
      ['--owed', '--format', 'table'],
      {},
      { 'promises.yaml': promises, 'calls.csv': calls },
    );
    expect(stderr).toContain('its remedy is per customer, and a tally counts no customers (SD0940)');
    expect(stdout).toContain('0.000001 JPY');
  });

  it('hands a terminal no commands, and a pipe every byte', async () => {
    const files = { ...FILES, 'mail2.csv': FILES['mail2.csv'].replace('3,B', '\u001b[31m3,B') };
    const argv = ['quick', '--channel', 'mail', '--format', 'csv'];
    expect((await cases(argv, {}, files)).stdout).toContain('\u001b[31m3');
    expect((await cases(argv, { stdoutTTY: true }, files)).stdout).toContain('\ufffd[31m3');
    expect((await cases([...argv, '--limit', 'none'], { stdoutTTY: true }, files)).stdout).toContain('\ufffd[31m3');
  });

  it.each([[[]], [['--limit', 'none']]])('hands a terminal JSON of the same meaning: %j', async (limit) => {
    const files = { ...FILES, 'mail2.csv': FILES['mail2.csv'].replace('3,B', '\u009b1m\u202e3,B') };
    const argv = ['quick', '--channel', 'mail', '--format', 'json', '--no-progress', ...limit];
    const [piped, shown] = [await cases(argv, {}, files), await cases(argv, { stdoutTTY: true }, files)];
    expect(piped.stdout).toContain('\u009b1m\u202e3');
    expect(shown.stdout).not.toMatch(/[\u0080-\u009f\u202e]/);
    expect(JSON.parse(shown.stdout)).toEqual(JSON.parse(piped.stdout));
  });
});
