import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { handOver } from '../../src/deliver/hand-over.ts';
import type { Message } from '../../src/deliver/message.ts';
import { Secret } from '../../src/deliver/secret.ts';
import { type MailServer, type Patience, usualPatience } from '../../src/deliver/server.ts';
import { Undelivered } from '../../src/deliver/undelivered.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { certificate, dying, listening, password, smtp, user } from './smtp.ts';

const message: Message = {
  bytes: Buffer.from('Subject: hello\r\n\r\n.a line that begins with a dot\r\n..\r\nthe end\r\n'),
  from: 'a@example.com',
  to: ['b@example.com', 'c@example.com'],
};

const login = { user, password: new Secret(password) };
const at = (port: number, known: Partial<MailServer> = {}): MailServer => ({
  ...{ host: 'localhost', port, protection: 'starttls', login: null, authorities: certificate },
  ...known,
});
const never = () => new AbortController().signal;
const impatient: Patience = { connect: 300, greet: 300, idle: 2000, whole: 3000 };

async function problem(server: MailServer, patience?: Patience, sent = message): Promise<Diagnostic> {
  const error: unknown = await handOver(sent, server, never(), patience).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Undelivered)) throw new Error('it was delivered', { cause: error });
  return error.diagnostic;
}

describe('the message arrives byte for byte', () => {
  test('with STARTTLS and a login', async () => {
    const server = await smtp();
    const done = await handOver(message, at(server.port, { login }), never());
    expect(done).toEqual({ accepted: message.to, refused: null });
    expect(server.received).toEqual([
      { bytes: message.bytes, from: message.from, to: message.to, isSecure: true, user },
    ]);
    expect(server.tried).toEqual([[user, password]]);
  });
  test('with TLS from the first byte', async () => {
    const server = await smtp({ secure: true });
    await handOver(message, at(server.port, { protection: 'tls', login }), never());
    expect(server.received).toMatchObject([{ bytes: message.bytes, isSecure: true, user }]);
  });
  test('in the clear where that was asked for, also from a server that offers STARTTLS', async () => {
    const server = await smtp();
    await handOver(message, at(server.port, { protection: 'none', authorities: null }), never());
    expect(server.received).toMatchObject([{ bytes: message.bytes, isSecure: false, user: null }]);
  });
});

describe('nothing goes out', () => {
  test('to a server without STARTTLS, nor is the password', async () => {
    const server = await smtp({ disabledCommands: ['STARTTLS'] });
    expect(await problem(at(server.port, { login }))).toMatchObject({ id: 'SD0911' });
    expect(server).toMatchObject({ received: [], tried: [] });
  });
  test('to a server whose certificate nobody vouches for', async () => {
    const server = await smtp();
    const found = await problem(at(server.port, { login, authorities: null }));
    expect(found).toMatchObject({ id: 'SD0912', args: { problem: 'it is signed by itself' } });
    const secure = await smtp({ secure: true });
    expect(await problem(at(secure.port, { protection: 'tls', authorities: null }))).toMatchObject({ id: 'SD0912' });
    expect([server, secure]).toMatchObject([{ received: [], tried: [] }, { received: [] }]);
  });
  test('with a login to a server that offers none', async () => {
    const server = await smtp({ disabledCommands: ['AUTH'] });
    const found = await problem(at(server.port, { login }));
    expect(found).toMatchObject({ id: 'SD0913', args: { reply: 'it offers none' } });
    expect(server.received).toEqual([]);
  });
  test('with a login to a server that offers other ways alone, nor does the password', async () => {
    const lines: string[] = [];
    const port = await listening((socket) => {
      socket.write('220 test\r\n');
      socket.on('data', (chunk) => {
        lines.push(String(chunk));
        socket.write('250-test\r\n250-AUTH NTLM XOAUTH2\r\n250 AUTH=NTLM\r\n');
      });
    });
    const found = await problem(at(port, { protection: 'none', login }));
    expect(found).toMatchObject({ id: 'SD0913', args: { reply: 'it offers NTLM, XOAUTH2 alone' } });
    expect(lines).toMatchObject([/^EHLO /]);
  });
});

test.each(['PLAIN', 'LOGIN', 'CRAM-MD5'])('a login by %s where that alone is offered', async (method) => {
  let by = '';
  const server = await smtp({
    authMethods: [method],
    onAuth(auth, _session, done) {
      by = auth.method;
      const isRight = auth.method === 'CRAM-MD5' ? auth.validatePassword(password) : auth.password === password;
      done(isRight ? null : new Error('no'), { user });
    },
  });
  await handOver(message, at(server.port, { login }), never());
  expect(by).toBe(method);
  expect(server.received.length).toBe(1);
});

describe('what the server has against it is told', () => {
  test('a wrong password, which is not repeated where the server repeats it', async () => {
    const server = await smtp();
    const wrong = { user, password: new Secret('Sesame=open1') };
    const found = await problem(at(server.port, { login: wrong }));
    expect(found).toMatchObject({ id: 'SD0913' });
    expect(found.message).toContain('535');
    expect(JSON.stringify(found)).not.toContain('Sesame');
  });
  test('all recipients refused', async () => {
    const server = await smtp();
    const found = await problem(at(server.port), undefined, { ...message, to: ['nobody@example.com'] });
    expect(found).toMatchObject({ id: 'SD0914', args: { what: 'every recipient', reply: '550 no such mailbox' } });
  });
  test('one of the recipients refused: the others have it', async () => {
    const server = await smtp();
    const done = await handOver({ ...message, to: ['nobody@x.de', 'b@x.de'] }, at(server.port), never());
    expect(done).toMatchObject({ accepted: ['b@x.de'], refused: { id: 'SD0915' } });
    expect(done.refused?.message).toMatch(/nobody@x.de: 550 no such mailbox$/);
    expect(server.received).toMatchObject([{ to: ['b@x.de'] }]);
  });
  test('a refused sender, a refused message, one that is too large', async () => {
    const sender = await smtp({ onMailFrom: (_address, _session, done) => done(new Error('not from you')) });
    expect(await problem(at(sender.port))).toMatchObject({ id: 'SD0914', args: { what: 'the sender' } });
    const content = await smtp({
      onData(stream, _session, done) {
        stream.resume().on('end', () => done(new Error('it reads like spam')));
      },
    });
    const found = await problem(at(content.port));
    expect(found).toMatchObject({ id: 'SD0914', args: { what: 'the message' } });
    expect(found.message).toContain('it reads like spam');
    const small = await smtp({ size: 10 });
    expect(await problem(at(small.port))).toMatchObject({ id: 'SD0916' });
  });
  test('a server that says goodbye in the middle', async () => {
    const port = await listening(dying('mail', '421 4.7.0 too busy'));
    const found = await problem(at(port, { protection: 'none' }));
    expect(found.message).toContain('421 4.7.0 too busy');
  });
});

describe('nobody waits for ever', () => {
  const plain = { protection: 'none', authorities: null } as const;
  test('where nothing listens, or no machine has the name', async () => {
    const port = await listening(() => {});
    expect(await problem(at(1, plain))).toMatchObject({ id: 'SD0910', args: { problem: 'nothing listens there' } });
    expect(await problem(at(port, { ...plain, host: 'no-such-host.invalid' }))).toMatchObject({ id: 'SD0910' });
  });
  test('for a greeting', async () => {
    const port = await listening(() => {});
    expect(await problem(at(port, plain), impatient)).toMatchObject({
      id: 'SD0910',
      args: { problem: 'it takes the connection and does not greet', isHandedIn: false },
    });
    expect(await problem(at(port, { protection: 'tls' }), impatient)).toMatchObject({ id: 'SD0910' });
  });
  test('for a server that dies while it takes the message, which it then has not', async () => {
    const big = { ...message, bytes: Buffer.alloc(8_000_000, 'x\r\n') };
    const found = await problem(at(await listening(dying('data')), plain), undefined, big);
    expect(found).toMatchObject({ id: 'SD0910', args: { problem: 'it broke the connection off', isHandedIn: false } });
  });
  test('for a server that dies over the whole message, which it may have', async () => {
    const found = await problem(at(await listening(dying('message')), plain));
    expect(found).toMatchObject({ id: 'SD0910', args: { isHandedIn: true } });
    expect(found.help).toContain('it may have arrived');
  });
  test('for one that goes on and on about nothing', async () => {
    const port = await listening((socket) => {
      const drip = setInterval(() => socket.write('220-wait\r\n'), 50);
      socket.on('close', () => clearInterval(drip));
    });
    const found = await problem(at(port, plain), { ...usualPatience, whole: 300 });
    expect(found).toMatchObject({ args: { problem: 'it takes too long' } });
  });
  test('who wants to stop', async () => {
    const port = await listening(() => {});
    const controller = new AbortController();
    const given = handOver(message, at(port, plain), controller.signal);
    setTimeout(() => controller.abort(), 50);
    await expect(given).rejects.toThrow(/aborted/);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    await expect(handOver(message, at(port, plain), controller.signal)).rejects.toThrow(/aborted/);
  });
});
