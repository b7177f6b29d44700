import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { csv } from '../../src/report/formats/csv.ts';
import { fakeIo, noStages, ran, type World } from '../cli/fake-io.ts';
import { folder } from '../cli/folder.ts';
import { audited, kept, missed, report, type Sample } from '../cli/sample.ts';
import { sourceOf } from '../cli/source.ts';
import { plainOptions } from '../report/options.ts';
import { hasPython, parsed } from './python.ts';
import { certificate, dying, listening, password, smtp, user } from './smtp.ts';

type Here = World & { readonly workingDirectory: string };

function world(sample: Sample, env: Readonly<Record<string, string>> = {}): Here {
  const workingDirectory = folder({
    'promises.yaml': '',
    'ca.pem': certificate,
    'secret.txt': `${password}\n`,
    'large.txt': 'x'.repeat(64_001),
  });
  return { workingDirectory, env, stages: { audit: async () => audited(sample) } };
}

const people = ['--mail-to', 'Ada <ada@x.de>, bob@x.de', '--mail-from', 'reports@x.de'];
const clear = (port: number) => ['--smtp-host', 'localhost', '--smtp-port', String(port), '--smtp-insecure'];
const read = ({ workingDirectory }: Here, name: string) => readFileSync(join(workingDirectory, name));
const unsentIn = ({ workingDirectory }: Here) => readdirSync(workingDirectory).filter((name) => name.endsWith('.eml'));

describe('a mail goes out', () => {
  test('and the exit is 0 where promises are missed; it prints one line', async () => {
    const server = await smtp();
    const ended = await ran(['send', ...people, ...clear(server.port)], world(missed));
    expect(ended).toMatchObject({ exit: 0, stdout: '' });
    expect(ended.stderr).toMatch(/^sent to ada@x\.de, bob@x\.de \(1 attachment, \d+ kB\)\n$/);
    expect(server.received).toMatchObject([{ from: 'reports@x.de', to: ['ada@x.de', 'bob@x.de'] }]);
    expect(String(server.received[0]?.bytes)).toContain('Subject: 1 of 1 promise missed: Fjellrute Cycles, Q1 2026');
  });
  test('by the URL of the environment, with a login, and not a word with --quiet', async () => {
    const server = await smtp();
    const url = `smtp://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost:${server.port}`;
    const here = world(kept, { SAYDO_SMTP_URL: url });
    const ended = await ran(['send', ...people, '--smtp-ca', 'ca.pem', '--quiet'], here);
    expect(ended).toEqual({ exit: 0, stdout: '', stderr: '' });
    expect(server.received).toMatchObject([{ isSecure: true, user }]);
  });
  test.each([
    ['SAYDO_SMTP_PASSWORD', { SAYDO_SMTP_PASSWORD: password }, []],
    ['--smtp-password-file', {}, ['--smtp-password-file', 'secret.txt']],
  ])('with the password of %s', async (_name, env, options) => {
    const server = await smtp();
    const login = ['--smtp-host', 'localhost', '--smtp-port', String(server.port), '--smtp-user', user];
    const ended = await ran(['send', ...people, ...login, '--smtp-ca', 'ca.pem', ...options], world(kept, env));
    expect(ended).toMatchObject({ exit: 0 });
    expect(server.tried).toEqual([[user, password]]);
  });
  test('with every -o beside the CSV, which is written too', async () => {
    const server = await smtp();
    const here = world(missed);
    await ran(['send', ...people, ...clear(server.port), '-o', 'r.json', '-o', 'r.txt'], here);
    expect(JSON.parse(String(read(here, 'r.json')))).toMatchObject({ schema: 1 });
    const text = String(server.received[0]?.bytes);
    for (const name of ['fjellrute-cycles-q1-2026-gap-report.csv', 'r.json', 'r.txt']) {
      expect(text).toMatch(new RegExp(`Content-Disposition: attachment;\\s+filename=${name}\\r\\n`));
    }
  });
  test('with one CSV where -o names it, and its rows as --by has them', async () => {
    const server = await smtp();
    const here = world(missed);
    const ended = await ran(['send', ...people, ...clear(server.port), '-o', 'own.csv', '--by', 'period'], here);
    expect(ended.stderr).toContain('(1 attachment, ');
    expect(String(read(here, 'own.csv'))).toContain('period_from');
    expect(await ran(['send', ...people, ...clear(server.port), '--by', 'period'], here)).toMatchObject({ exit: 0 });
  });
});

describe('--dry-run', () => {
  test('writes the mail, needs no server and knows no password', async () => {
    const here = world(missed, { SAYDO_SMTP_URL: 'smtps://u:geheim@mail.example.com' });
    const ended = await ran(['send', ...people, '--dry-run', 'mail.eml'], here);
    expect(ended).toMatchObject({ exit: 0, stdout: '' });
    expect(ended.stderr).toMatch(/^not sent, but written to mail\.eml \(1 attachment, \d+ kB\)\n$/);
    expect(String(read(here, 'mail.eml'))).not.toContain('geheim');
    const printed = await ran(['send', ...people, '--dry-run', '-'], world(missed));
    expect(printed).toMatchObject({ exit: 0, stderr: '' });
    expect(printed.stdout).toMatch(/^Subject: 1 of 1 promise missed/m);
  });
  test.skipIf(!hasPython)("is what Python's email reads without a defect; the CSV is the CSV", async () => {
    const here = world(missed);
    const reply = ['--mail-cc', 'c@x.de', '--mail-reply-to', 'd@x.de', '--mail-subject', 'Ours: 🚲'];
    await ran(['send', ...people, ...reply, '--dry-run', 'mail.eml'], here);
    const { headers, parts, defects } = parsed(read(here, 'mail.eml'));
    expect(defects).toEqual([]);
    expect(headers).toMatchObject({
      to: 'Ada <ada@x.de>, bob@x.de',
      ...{ cc: 'c@x.de', 'reply-to': 'd@x.de', subject: 'Ours: 🚲', date: 'Wed, 01 Apr 2026 12:00:00 +0000' },
    });
    expect(parts.map(({ type }) => type)).toEqual([
      ...['multipart/mixed', 'multipart/alternative', 'text/plain', 'text/html', 'text/csv'],
    ]);
    const attached = Buffer.from(parts[4]?.content ?? '', 'base64').toString();
    expect(attached).toBe(csv.render(report(missed), plainOptions));
    const [text, html] = parts.slice(2).map(({ content }) => Buffer.from(content, 'base64').toString());
    expect(text).toContain('Fjellrute Cycles');
    expect(text?.split('\r\n').every((line) => line.length <= 72)).toBe(true);
    expect(html).toContain('</html>');
  });
  test('goes over no export, promise file or report, through a link neither', async () => {
    const here = world(missed);
    const inside = (name: string) => join(here.workingDirectory, name);
    writeFileSync(inside('mail.csv'), 'precious');
    writeFileSync(inside('gap.csv'), 'older');
    symlinkSync('mail.csv', inside('export.eml'));
    symlinkSync('promises.yaml', inside('promises.eml'));
    symlinkSync('gap.csv', inside('gap.eml'));
    const sources = [sourceOf('email', './mail.csv')];
    const stages = { audit: async () => ({ ...audited(missed), report: { ...report(missed), sources } }) };
    for (const [name, what] of [
      ['export.eml', 'an export of channel email'],
      ['promises.eml', 'the promise file'],
      ['gap.eml', '-o gap.csv'],
    ] as const) {
      const ended = await ran(['send', ...people, '--dry-run', name, '-o', 'gap.csv'], { ...here, stages });
      expect(ended).toMatchObject({ exit: 2, stdout: '' });
      expect(ended.stderr).toContain(`--dry-run ${name} would overwrite ${what}`);
      expect(ended.stderr).toContain('(SD0895)');
    }
    expect(String(read(here, 'mail.csv'))).toBe('precious');
    expect(String(read(here, 'promises.yaml'))).toBe('');
    expect(String(read(here, 'gap.csv'))).toBe('older');
  });
  test('that cannot be written is 5, before the audit', async () => {
    const here = { ...world(missed), stages: {} };
    expect(await ran(['send', ...people, '--dry-run', 'no/where/mail.eml'], here)).toMatchObject({ exit: 5 });
  });
});

describe('--only-on', () => {
  const send = (here: Here, port: number, ...options: readonly string[]) =>
    ran(['send', ...people, ...clear(port), ...options], here);
  test('missed: nothing is sent where nothing is missed, and -o files are written all the same', async () => {
    const server = await smtp();
    const here = world(kept);
    const ended = await send(here, server.port, '--only-on', 'missed', '-o', 'r.csv');
    expect(ended).toEqual({ exit: 0, stdout: '', stderr: 'nothing sent: nothing is missed or unjudged\n' });
    expect(existsSync(join(here.workingDirectory, 'r.csv'))).toBe(true);
    expect(await send(here, server.port, '--only-on', 'missed', '--quiet')).toMatchObject({ exit: 0, stderr: '' });
    expect(server.received).toEqual([]);
    await send(world(missed), server.port, '--only-on', 'missed');
    await send(world({ p: { c: { verdict: 'waived' } } }), server.port, '--only-on', 'missed');
    expect(server.received.length).toBe(1);
  });
  test('change: against --baseline', async () => {
    const server = await smtp();
    const here = world(missed);
    writeFileSync(join(here.workingDirectory, 'same.json'), JSON.stringify(report(missed)));
    writeFileSync(join(here.workingDirectory, 'other.json'), JSON.stringify(report(kept)));
    const on = ['--only-on', 'change', '--baseline'];
    const same = await send(here, server.port, ...on, 'same.json');
    expect(same).toMatchObject({ exit: 0, stdout: '', stderr: 'nothing sent: no verdict changed\n' });
    expect(await send(here, server.port, ...on, 'other.json')).toMatchObject({ exit: 0 });
    expect(server.received.length).toBe(1);
    expect(String(server.received[0]?.bytes)).toContain('was kept');
  });
});

describe('what no server takes is kept', () => {
  const eml = /^saydo-unsent-20260401T120000Z(?:-\d+)?\.eml$/;
  test('whole, with what to do next', async () => {
    const here = world(missed);
    const port = await listening(dying('message'));
    const ended = await ran(['send', ...people, ...clear(port), '-o', 'r.csv'], here);
    expect(ended).toMatchObject({ exit: 5, stdout: '' });
    expect(unsentIn(here)).toMatchObject([eml]);
    const [name = ''] = unsentIn(here);
    expect(ended.stderr).toContain(`the whole mail is kept in ${name}`);
    expect(ended.stderr).toContain('it may have arrived all the same');
    expect(ended.stderr.trimEnd().split('\n').at(-1)).toMatch(
      /^saydo: exit 5: the mail server localhost:\d+ did not say/,
    );
    expect(String(read(here, name))).toMatch(/^Subject: 1 of 1 promise missed[\s\S]*--\r\n$/m);
    expect(existsSync(join(here.workingDirectory, 'r.csv'))).toBe(true);
    await ran(['send', ...people, ...clear(port)], here);
    expect(unsentIn(here).length).toBe(2);
  });
  test('for a wrong password, which is nowhere to be read', async () => {
    const server = await smtp();
    const wrong = 'wr0ng pass/w%rd';
    const here = world(missed, { SAYDO_SMTP_PASSWORD: wrong });
    const login = ['--smtp-host', 'localhost', '--smtp-port', String(server.port), '--smtp-user', user];
    const ended = await ran(['send', ...people, ...login, '--smtp-ca', 'ca.pem'], here);
    expect(ended.exit).toBe(5);
    expect(ended.stderr).toContain('does not accept the login: 535');
    const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '');
    const forms = [wrong, encodeURIComponent(wrong), base64(wrong), base64(`\0${user}\0${wrong}`)];
    const [name = ''] = unsentIn(here);
    for (const form of forms) expect(`${ended.stderr}${read(here, name)}`).not.toContain(form);
  });
  test('for the recipients that were refused', async () => {
    const server = await smtp();
    const here = world(missed);
    const ended = await ran(['send', ...people, '--mail-cc', 'nobody@x.de', ...clear(server.port)], here);
    expect(ended.exit).toBe(5);
    expect(ended.stderr).toContain('sent to ada@x.de, bob@x.de');
    expect(ended.stderr).toContain('refuses nobody@x.de: 550 no such mailbox');
    expect(unsentIn(here).length).toBe(1);
  });
});

test('Ctrl-C ends it at once, with 130', async () => {
  const here = world(missed);
  let reached: () => void = () => {};
  const connected = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const port = await listening(() => reached());
  const { io, interrupt, stderr } = fakeIo(['send', ...people, ...clear(port)], here);
  const exit = run(io, { ...noStages, audit: async () => audited(missed) });
  await connected;
  interrupt();
  expect(await exit).toBe(130);
  expect(stderr()).toBe('saydo: exit 130: interrupted\n');
  expect(unsentIn(here)).toEqual([]);
});

test('Ctrl-C once the whole mail has gone out says that it may arrive', async () => {
  const here = world(missed);
  let stop: () => void = () => {};
  // It takes the mail and says nothing about it.
  const port = await listening(dying('message', null, () => stop()));
  const { io, interrupt, stderr } = fakeIo(['send', ...people, ...clear(port)], here);
  stop = interrupt;
  expect(await run(io, { ...noStages, audit: async () => audited(missed) })).toBe(130);
  expect(stderr()).toContain('had gone out to the mail server');
  expect(stderr()).toContain('(SD0920)');
  expect(stderr()).toMatch(/\nsaydo: exit 130: interrupted\n$/);
});

describe('2: what was typed is wrong, and no audit is run', () => {
  const to = ['--mail-to', 'a@x.de'];
  const from = ['--mail-from', 'b@x.de'];
  const both = [...to, ...from];
  const dry = [...both, '--dry-run', '-'];
  const host = ['--smtp-host', 'mail.example.com'];
  const url = (text: string) => ({ SAYDO_SMTP_URL: text });
  test.each<[string, string, readonly string[], Readonly<Record<string, string>>]>([
    ['no recipient', 'SD0860', [...from, '--dry-run', '-'], {}],
    ['no sender', 'SD0860', [...to, '--dry-run', '-'], {}],
    ['no address', 'SD0861', [...dry, '--mail-cc', 'Ada'], {}],
    ['two @', 'SD0861', [...dry, '--mail-cc', 'a@b@c'], {}],
    ['an empty one', 'SD0861', ['--mail-to', '', ...from, '--dry-run', '-'], {}],
    ['one good, one bad', 'SD0861', ['--mail-to', 'a@x.de, nonsense', ...from, '--dry-run', '-'], {}],
    ['two words', 'SD0861', [...dry, '--mail-cc', 'a b@c.de'], {}],
    ['words of SMTP', 'SD0861', [...dry, '--mail-cc', 'a@b.com SIZE=1'], {}],
    ['a trailing comma', 'SD0861', [...dry, '--mail-cc', 'a@b.com,'], {}],
    ['a coded name', 'SD0896', ['--mail-from', '"=?utf-8?Q?x?=" <a@x.de>', ...to, '--dry-run', '-'], {}],
    ['a coded address', 'SD0896', ['--mail-from', '=?utf-8?Q?x?=@x.de', ...to, '--dry-run', '-'], {}],
    ['a password file that never ends', 'SD0871', [...both, ...host, '--smtp-password-file', '/dev/zero'], {}],
    ['an authority that never ends', 'SD0871', [...both, ...host, '--smtp-ca', '/dev/zero'], {}],
    ['a large password', 'SD0871', [...both, ...host, '--smtp-password-file', 'large.txt'], {}],
    ['a line break in --mail-to', 'SD0862', ['--mail-to', 'a@x.de\r\nBcc: c@x.de', ...from, '--dry-run', '-'], {}],
    ['a line break in --mail-from', 'SD0862', [...to, '--mail-from', '"A\nB" <b@x.de>', '--dry-run', '-'], {}],
    ['a line break in --mail-cc', 'SD0862', [...dry, '--mail-cc', 'c@x.de\n'], {}],
    ['a line break in --mail-reply-to', 'SD0862', [...dry, '--mail-reply-to', 'c@x.de\rX: y'], {}],
    ['a line break in --mail-subject', 'SD0862', [...dry, '--mail-subject', 'Hello\r\nBcc: c@x.de'], {}],
    ['a turned direction', 'SD0862', [...dry, '--mail-cc', 'c\u202e@x.de'], {}],
    ['an empty subject', 'SD0804', [...dry, '--mail-subject', ' '], {}],
    ['two senders', 'SD0863', [...to, '--mail-from', 'a@x.de, b@x.de', '--dry-run', '-'], {}],
    ['no server', 'SD0864', both, {}],
    ['no URL', 'SD0865', both, url('mail.example.com')],
    ['another protocol', 'SD0865', both, url('https://mail.example.com')],
    ['a query', 'SD0865', both, url('smtp://mail.example.com?tls.rejectUnauthorized=false')],
    ['a password that was not encoded', 'SD0865', both, url('smtp://u:ge/heim@mail.example.com')],
    ['a stray %', 'SD0865', both, url('smtp://u:100%heim@mail.example.com')],
    ['no host', 'SD0865', both, url('smtp:///x')],
    ['URL and host', 'SD0866', [...both, ...host], url('smtp://mail.example.com')],
    ['URL and port', 'SD0866', [...both, '--smtp-port', '25'], url('smtp://mail.example.com')],
    ['a host that is a URL', 'SD0867', [...both, '--smtp-host', 'smtp://u:geheim@mail.example.com'], {}],
    ['a port too far', 'SD0868', [...both, ...host, '--smtp-port', '65536'], {}],
    ['a user without password', 'SD0869', [...both, ...host, '--smtp-user', 'u'], {}],
    ['a password without user', 'SD0869', [...both, ...host], { SAYDO_SMTP_PASSWORD: 'geheim' }],
    ['a password that is typed', 'SD0870', [...both, ...host, '--smtp-password', 'geheim'], {}],
    ['a URL that is typed', 'SD0870', [...both, '--smtp-url=smtp://u:geheim@mail.example.com'], {}],
    ['no password file', 'SD0871', [...both, ...host, '--smtp-user', 'u', '--smtp-password-file', 'none'], {}],
    [
      'a password file of lines',
      'SD0871',
      [...both, ...host, '--smtp-user', 'u', '--smtp-password-file', 'ca.pem'],
      {},
    ],
    ['no certificate', 'SD0871', [...both, ...host, '--smtp-ca', 'secret.txt'], {}],
    ['a password in the clear', 'SD0872', [...both, '--smtp-insecure'], url('smtp://u:geheim@mail.example.com')],
    ['TLS in the clear', 'SD0873', [...both, '--smtp-insecure'], url('smtps://mail.example.com')],
    ['the public', 'SD0874', [...dry, '-o', 'r.csv', '--audience', 'public'], {}],
    ['no baseline', 'SD0875', [...dry, '--only-on', 'change'], {}],
    ['no occasion', 'SD0876', [...dry, '--only-on', 'mised'], {}],
    ['no mail file', 'SD0877', [...both, '--dry-run', 'promises.yaml'], {}],
    ['a format', 'SD0878', [...dry, '--format', 'json'], {}],
    ['two passwords', 'SD0879', both, { ...url('smtp://u:geheim@localhost'), SAYDO_SMTP_PASSWORD: 'geheim' }],
  ])('%s: %s', async (_name, id, options, env) => {
    const ended = await ran(['send', ...options], { ...world(kept, env), stages: {} });
    expect(ended).toMatchObject({ exit: 2, stdout: '' });
    expect(ended.stderr).toContain(`(${id})`);
    expect(ended.stderr).not.toMatch(/geheim|heim@|pa%ss/);
  });
  test('an option that the help hides is proposed to nobody', async () => {
    const ended = await ran(['send', ...both, '--smtp-passwd', 'x'], world(kept));
    expect(ended).toMatchObject({ exit: 2 });
    expect(ended.stderr).not.toMatch(/--smtp-pass(word)?\?/);
  });
  test('a password of another name is not repeated', async () => {
    const ended = await ran(['send', ...both, '--smtp-passwort=geheim'], world(kept));
    expect(ended).toMatchObject({ exit: 2 });
    expect(ended.stderr).not.toContain('geheim');
  });
});

test('a hostile brand does no harm', async () => {
  const brand = `<script>alert(1)</script>\r\nBcc: x@y.de\u202e"&${'🚲'.repeat(300)}`;
  const here = world(kept);
  const stages = { audit: async () => ({ ...audited(missed), report: { ...report(missed), brand } }) };
  const ended = await ran(['send', ...people, '--dry-run', 'mail.eml'], { ...here, stages });
  expect(ended.exit).toBe(0);
  const text = String(read(here, 'mail.eml'));
  expect(text).not.toMatch(/^Bcc/m);
  const [, html = ''] = text.replace(/=\r\n/g, '').split('Content-Type: text/html');
  expect(html).toContain('&#60;script');
  expect(html.includes('<script')).toBe(false);
});
