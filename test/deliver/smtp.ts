import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

const pem = (name: string): string => readFileSync(new URL(`certificate/${name}.pem`, import.meta.url), 'utf8');
/** Signed by itself, for localhost and 127.0.0.1, until 2126. */
export const certificate = pem('certificate');
const key = pem('key');

export interface Received {
  readonly bytes: Buffer;
  readonly from: string;
  readonly to: readonly string[];
  readonly isSecure: boolean;
  readonly user: string | null;
}

export interface Server {
  readonly port: number;
  readonly received: readonly Received[];
  /** Logins that were tried. */
  readonly tried: readonly (readonly [user: string, password: string])[];
}

export const user = 'reports@example.com';
export const password = 'pa%ss wörd/1';

/** A mail server that knows one login, refuses recipients that begin with `nobody`, and keeps what it gets. */
export async function smtp(options: SMTPServerOptions = {}): Promise<Server> {
  const received: Received[] = [];
  const tried: [string, string][] = [];
  const server = new SMTPServer({
    key,
    cert: certificate,
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    onAuth(auth, _session, done) {
      tried.push([auth.username ?? '', auth.password ?? '']);
      if (auth.username === user && auth.password === password) done(null, { user });
      else done(new Error(`no ${auth.password ?? ''}`));
    },
    onRcptTo({ address }, _session, done) {
      done(address.startsWith('nobody') ? new Error('no such mailbox') : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          bytes: Buffer.concat(chunks),
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          isSecure: session.secure,
          user: typeof session.user === 'string' ? session.user : null,
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  return { port: typeof address === 'object' && address !== null ? address.port : 0, received, tried };
}

/** A server that does with a connection what a test wants. */
export async function listening(serve: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/**
 * Says what a mail server says to each command, until it is to die: after DATA, or once the message is whole.
 *
 * @param words - the last ones; null: it falls silent instead
 */
export function dying(
  at: 'data' | 'message' | 'mail',
  words: string | null = '',
  then: () => void = () => {},
): (socket: Socket) => void {
  return (socket) => {
    let inData = false;
    socket.write('220 test\r\n');
    const leave = () => {
      if (words === '') socket.destroy();
      else if (words !== null) socket.end(`${words}\r\n`);
      then();
    };
    socket.on('data', (chunk) => {
      const text = String(chunk);
      if (inData) {
        if (at === 'data' || text.endsWith('\r\n.\r\n')) leave();
      } else if (text.startsWith('EHLO')) socket.write('250-test\r\n250 OK\r\n');
      else if (text.startsWith('MAIL') && at === 'mail') leave();
      else if (text.startsWith('DATA')) {
        inData = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 OK\r\n');
    });
  };
}
