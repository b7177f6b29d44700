import { isIP } from 'node:net';
import { submissionPort, tlsPort } from '../../deliver/server.ts';

/** A mail server as `SAYDO_SMTP_URL` names it. */
export interface SmtpUrl {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly isTls: boolean;
  readonly user: string | null;
  readonly password: string | null;
}

export const isHost = (host: string): boolean =>
  isIP(host) !== 0 || /^(?=.{1,253}$)[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}])?$/u.test(host);

/** Reads `smtp://user:password@host:port`, or says what is wrong with it without repeating any of it. */
export function readSmtpUrl(text: string): SmtpUrl | { readonly problem: string } {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return { problem: 'is no URL' };
  }
  const { protocol, pathname, search, hash } = url;
  if (protocol !== 'smtp:' && protocol !== 'smtps:')
    return { problem: 'begins neither with smtp:// nor with smtps://' };
  if (search !== '' || text.includes('?')) return { problem: 'has a ? and what follows it, which means nothing here' };
  if (hash !== '' || (pathname !== '' && pathname !== '/')) return { problem: 'has something after its host and port' };
  const [host, user, password] = [url.hostname.replace(/^\[|\]$/g, ''), url.username, url.password].map(decoded);
  if (host == null || user == null || password == null) return { problem: 'has a % that is no letter' };
  if (!isHost(host)) return { problem: 'names no host' };
  if (url.port === '0') return { problem: 'names port 0' };
  const isTls = protocol === 'smtps:' || url.port === String(tlsPort);
  return {
    host,
    port: url.port === '' ? (isTls ? tlsPort : submissionPort) : Number(url.port),
    isTls,
    user: user === '' ? null : user,
    password: password === '' ? null : password,
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
