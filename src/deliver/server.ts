import type { Login } from './secret.ts';

/** How the way to the server is protected: `none` is the clear text that was asked for. */
export type Protection = 'tls' | 'starttls' | 'none';

/** The mail server that takes the message. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly protection: Protection;
  readonly login: Login | null;
  /** Certificates of authorities in PEM that are trusted beside those of Node; null: none. */
  readonly authorities: string | null;
}

/** In milliseconds. */
export interface Patience {
  /** From the look-up of the name to the end of STARTTLS. */
  readonly connect: number;
  /** Until the server greets. */
  readonly greet: number;
  /** Without a sign of life. */
  readonly idle: number;
  /** For all of it. */
  readonly whole: number;
}

/** Servers hold their greeting back for up to half a minute to annoy robots, and look at a message for as long. */
export const usualPatience: Patience = { connect: 60_000, greet: 60_000, idle: 120_000, whole: 300_000 };

export const submissionPort = 587;
export const tlsPort = 465;

/** Port 465 speaks TLS from the first byte; on every other one the server is asked to begin with it. */
export const protectionOn = (port: number): Protection => (port === tlsPort ? 'tls' : 'starttls');

/** A name or an address of this machine: what goes there in the clear goes over no wire. */
export const isThisMachine = (host: string): boolean => ['localhost', '127.0.0.1', '::1'].includes(host.toLowerCase());

/** `mail.example.com:587` */
export const serverName = ({ host, port }: Pick<MailServer, 'host' | 'port'>): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`;
