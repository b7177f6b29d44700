import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { diagnose } from '../diagnostics/catalog.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { noLogin, said, tooSlow, wrongWith } from './faults.ts';
import { headerText } from './header-text.ts';
import type { Message } from './message.ts';
import { type MailServer, type Patience, serverName, usualPatience } from './server.ts';
import { Undelivered } from './undelivered.ts';

/** Which recipients the server took the message for, and what it has against the others: never none of the first. */
export interface HandedOver {
  readonly accepted: readonly string[];
  readonly refused: Diagnostic | null;
}

/** How long the server may take to say goodbye; the message is its own by then. */
const farewell = 1000;

/**
 * Hands the message to the server over SMTP, in one session.
 *
 * @param onHandedIn - called once all of the message has gone out, so that the server may have it
 * @throws Undelivered where the server has not taken it for anyone; the reason of the signal where that is aborted.
 */
export async function handOver(
  message: Message,
  server: MailServer,
  signal: AbortSignal,
  patience: Patience = usualPatience,
  onHandedIn: () => void = () => {},
): Promise<HandedOver> {
  signal.throwIfAborted();
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const { protection, authorities } = server;
  const { rootCertificates } = await import('node:tls');
  const connection = new Connection({
    host: server.host,
    port: server.port,
    secure: protection === 'tls',
    requireTLS: protection === 'starttls',
    ignoreTLS: protection === 'none',
    ...(authorities === null ? {} : { tls: { ca: [...rootCertificates, authorities] } }),
    connectionTimeout: patience.connect,
    greetingTimeout: patience.greet,
    dnsTimeout: patience.connect,
    socketTimeout: patience.idle,
    socketCloseTimeout: 0,
  });
  const progress = { isHandedIn: false };
  const body = Readable.from(pieces(message.bytes), { objectMode: false });
  body.once('end', () => {
    progress.isHandedIn = true;
    onHandedIn();
  });
  let stop: () => void = () => {};
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<HandedOver>((resolve, reject) => {
      const fail = (error: unknown) => reject(new Undelivered(wrongWith(error, server, progress.isHandedIn)));
      stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop);
      timer = setTimeout(() => reject(new Undelivered(tooSlow(server, progress.isHandedIn))), patience.whole);
      connection.on('error', fail);
      // What the server said with it comes after the end, where it said something.
      connection.on('end', () => setImmediate(fail, new Error('Connection closed unexpectedly')));
      session(connection, message, body, server).then(resolve, (error: unknown) =>
        error instanceof Undelivered ? reject(error) : fail(error),
      );
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    connection.close();
  }
}

/** Small enough that the last one is not asked for long before the others have gone out. */
const pieceBytes = 16_384;

function* pieces(bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let from = 0; from < bytes.byteLength; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
}

/** Ways to log in, in the order of preference: TLS or this machine keeps the password, and few servers know the last. */
const methods = ['PLAIN', 'LOGIN', 'CRAM-MD5'];

/** The ways to log in that the reply to EHLO offers; some servers write `AUTH=`. */
function offersOf(reply: string | false): readonly string[] {
  const lines = (reply === false ? '' : reply).split(/\r?\n/);
  const words = lines.flatMap((line) => /^250[ -]AUTH[ =](.*)/i.exec(line)?.[1]?.split(/[\s=]+/) ?? []);
  return [...new Set(words.map((word) => headerText(word).toUpperCase()).filter((word) => word !== ''))];
}

async function session(
  connection: SMTPConnection,
  message: Message,
  body: Readable,
  server: MailServer,
): Promise<HandedOver> {
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  if (server.login !== null) {
    const offers = offersOf(connection.lastServerResponse);
    const method = methods.find((known) => offers.includes(known));
    // Nodemailer would send the password all the same.
    if (method === undefined) throw new Undelivered(noLogin(server, offers));
    const { user, password } = server.login;
    const login = { user, method, credentials: { user, pass: password.reveal() } };
    await new Promise<void>((resolve, reject) => {
      connection.login(login, (error) => (error ? reject(error) : resolve()));
    });
  }
  const envelope = { from: message.from, to: [...message.to], size: message.bytes.byteLength };
  const sent = await new Promise<{
    readonly accepted: readonly string[];
    readonly rejectedErrors?:
      | readonly { readonly recipient?: string | undefined; readonly response?: string | undefined }[]
      | undefined;
  }>((resolve, reject) => {
    connection.send(envelope, body, (error, info) => (error ? reject(error) : resolve(info)));
  });
  await goodbye(connection);
  const refused = (sent.rejectedErrors ?? []).map(
    ({ recipient, response }) => `${recipient ?? ''}: ${said(response ?? '', server)}`,
  );
  return {
    accepted: sent.accepted,
    refused:
      refused.length === 0
        ? null
        : diagnose(
            'mail-partly-refused',
            { server: serverName(server), accepted: sent.accepted.length, refused },
            null,
          ),
  };
}

/** Servers note down those who leave without a word. */
async function goodbye(connection: SMTPConnection): Promise<void> {
  connection.removeAllListeners('end');
  connection.removeAllListeners('error');
  connection.on('error', () => {});
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    timer = setTimeout(resolve, farewell);
    connection.once('end', resolve);
    connection.quit();
  });
  clearTimeout(timer);
}
