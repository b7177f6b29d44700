import { diagnose } from '../diagnostics/catalog.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { headerText } from './header-text.ts';
import { betrays } from './secret.ts';
import { type MailServer, serverName } from './server.ts';

/** What an error may bear beside its message, whoever made it. */
interface Traits {
  readonly message: string;
  readonly code: string;
  /** Of the system or of TLS. */
  readonly cause: string;
  readonly response: string;
  readonly command: string;
}

const ways: Readonly<Record<string, string>> = {
  EAI_AGAIN: 'its name cannot be looked up now',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it broke the connection off',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  ENOTFOUND: 'no machine has this name',
  EPIPE: 'it broke the connection off',
  ETIMEDOUT: 'it does not answer',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS on this port',
};

const certificates: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is signed by itself',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another name',
  SELF_SIGNED_CERT_IN_CHAIN: 'its authority is not known here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its authority is not known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its authority is not known here',
};

/**
 * What went wrong, in words that say no secret.
 *
 * @param isHandedIn - all of the message had gone out, so that the server may have it
 */
export function wrongWith(error: unknown, server: MailServer, isHandedIn: boolean): Diagnostic {
  const traits = traitsOf(error);
  const { code, cause, response, command, message } = traits;
  const name = serverName(server);
  const certificate = certificates[cause];
  if (certificate !== undefined) return diagnose('mail-certificate', { server: name, problem: certificate }, null);
  const reply = said(response, server);
  if (code === 'ETLS' || /required STARTTLS/.test(message)) {
    return diagnose('mail-unprotected', { server: name, reply: reply === '' ? (ways[cause] ?? '') : reply }, null);
  }
  if (code === 'EAUTH') return diagnose('mail-login-refused', { server: name, reply, isOffered: true }, null);
  // A server that hangs up says so in a reply of its own.
  if (reply !== '' && code !== 'ECONNECTION') {
    return diagnose('mail-refused', { server: name, what: whatOf(command), reply }, null);
  }
  if (code === 'EMESSAGE') return diagnose('mail-too-large', { server: name }, null);
  if (code === 'EENVELOPE')
    return diagnose(
      'mail-refused',
      { server: name, what: whatOf(command), reply: 'it knows no letters beyond ASCII in an address' },
      null,
    );
  const way = ways[cause] ?? ways[code] ?? (cause === '' || cause === code ? 'it broke the connection off' : cause);
  const problem = /Greeting never/.test(message) ? 'it takes the connection and does not greet' : way;
  return diagnose(
    'mail-unreachable',
    { server: name, problem: reply === '' ? problem : `${problem}: ${reply}`, isHandedIn },
    null,
  );
}

export const tooSlow = (server: MailServer, isHandedIn: boolean): Diagnostic =>
  diagnose('mail-unreachable', { server: serverName(server), problem: 'it takes too long', isHandedIn }, null);

/** @param offers - ways to log in that the server offers, none of which saydo knows */
export function noLogin(server: MailServer, offers: readonly string[]): Diagnostic {
  const reply = offers.length === 0 ? 'it offers none' : `it offers ${offers.join(', ')} alone`.slice(0, longestReply);
  return diagnose('mail-login-refused', { server: serverName(server), reply, isOffered: false }, null);
}

/** The reply of the server as one line; its number alone where it holds the password. */
export function said(response: string, { login }: MailServer): string {
  const line = headerText(response);
  if (login === null || !betrays(response, login)) return line.slice(0, longestReply);
  return `${/^\d{3}/.exec(line)?.[0] ?? ''} (its words hold the password, and are not shown)`.trim();
}

const longestReply = 300;

function whatOf(command: string): string {
  if (command === 'MAIL FROM') return 'the sender';
  return command === 'RCPT TO' ? 'every recipient' : 'the message';
}

function traitsOf(error: unknown): Traits {
  const text = (key: string): string => {
    const value: unknown = typeof error === 'object' && error !== null && key in error ? Reflect.get(error, key) : '';
    return typeof value === 'string' ? value : '';
  };
  return {
    message: text('message'),
    code: text('code'),
    cause: text('originalCode') || text('code'),
    response: text('response'),
    command: text('command'),
  };
}
