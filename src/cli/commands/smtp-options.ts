import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type Login, Secret } from '../../deliver/secret.ts';
import { isThisMachine, type MailServer, protectionOn, submissionPort } from '../../deliver/server.ts';
import { diagnose } from '../../diagnostics/catalog.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { systemCode } from '../output.ts';
import { problemOf } from '../problem.ts';
import { type Environment, variable } from '../terminal.ts';
import { flag, type Given, text } from '../values.ts';
import { readCapped } from './read-capped.ts';
import { isHost, readSmtpUrl, type SmtpUrl } from './smtp-url.ts';

const mostBytes = { '--smtp-password-file': 64_000, '--smtp-ca': 1_000_000 } as const;
type FileOption = keyof typeof mostBytes;

/** What many would type for a password, so that they are told why not. */
const betraying = { smtpPassword: '--smtp-password', smtpPass: '--smtp-pass', smtpUrl: '--smtp-url' } as const;

export function addSmtpOptions(command: Command): Command {
  command
    .option('--smtp-host <HOST>', 'the mail server, where SAYDO_SMTP_URL does not name it')
    .option('--smtp-port <PORT>', `its port; 465 begins with TLS, others with STARTTLS (default: ${submissionPort})`)
    .option('--smtp-user <NAME>', 'the login; its password comes from SAYDO_SMTP_PASSWORD')
    .option('--smtp-password-file <FILE>', 'or from a file that holds nothing else')
    .option('--smtp-ca <FILE>', 'certificates in PEM to trust beside those that Node trusts')
    .option('--smtp-insecure', 'send in the clear, without TLS: for the mail server of this machine');
  for (const option of Object.values(betraying)) command.addOption(new Option(`${option} [secret]`).hideHelp());
  return command;
}

/**
 * The mail server as options and environment name it; null where neither does, or where something is wrong, which
 * is then added to the problems. No text of a problem holds a password.
 */
export async function readServer(
  given: Given,
  { env, workingDirectory }: { readonly env: Environment; readonly workingDirectory: string },
  problems: Diagnostic[],
): Promise<MailServer | null> {
  const before = problems.length;
  for (const [key, option] of Object.entries(betraying)) {
    if (given.options[key] !== undefined) problems.push(diagnose('smtp-password-shown', { option }, null));
  }
  const url = urlOf(given, env, problems);
  const host = url?.host ?? hostOf(given, problems);
  const port = url?.port ?? portOf(text(given, 'smtpPort'), problems);
  const read = (option: FileOption, path: string) => readText(option, path, workingDirectory, problems);
  const login = await loginOf(given, url, env, read, problems);
  const ca = text(given, 'smtpCa');
  const authorities = ca === null ? null : await read('--smtp-ca', ca);
  if (ca !== null && authorities !== null && !authorities.includes('-----BEGIN CERTIFICATE-----')) {
    problems.push(diagnose('smtp-file', { option: '--smtp-ca', path: ca, problem: 'it holds no certificate' }, null));
  }
  const isInsecure = flag(given, 'smtpInsecure');
  const usual = url?.isTls === true ? 'tls' : protectionOn(port);
  if (isInsecure && usual === 'tls') problems.push(diagnose('smtp-insecure-tls', {}, null));
  else if (isInsecure && login !== null && host !== null && !isThisMachine(host)) {
    problems.push(diagnose('smtp-password-in-clear', { host }, null));
  }
  if (host === null || problems.length > before) return null;
  return { host, port, protection: isInsecure ? 'none' : usual, login, authorities };
}

function urlOf(given: Given, env: Environment, problems: Diagnostic[]): SmtpUrl | null {
  const url = variable(env, 'SAYDO_SMTP_URL');
  if (url === null) return null;
  for (const [key, option] of [
    ['smtpHost', '--smtp-host'],
    ['smtpPort', '--smtp-port'],
  ] as const) {
    if (text(given, key) !== null) problems.push(diagnose('smtp-named-twice', { option }, null));
  }
  const read = readSmtpUrl(url);
  if ('problem' in read) {
    problems.push(diagnose('smtp-url', { problem: read.problem }, null));
    return null;
  }
  return read;
}

/** A name of a machine; not repeated where it is wrong, for it may be a URL with a password. */
function hostOf(given: Given, problems: Diagnostic[]): string | null {
  const host = text(given, 'smtpHost');
  if (host === null) return null;
  if (isHost(host)) return host;
  problems.push(diagnose('smtp-host', {}, null));
  return null;
}

function portOf(value: string | null, problems: Diagnostic[]): number {
  if (value === null) return submissionPort;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port >= 1 && port <= 65_535) return port;
  problems.push(diagnose('smtp-port', { value }, null));
  return submissionPort;
}

async function loginOf(
  given: Given,
  url: SmtpUrl | null,
  env: Environment,
  read: (option: FileOption, path: string) => Promise<string | null>,
  problems: Diagnostic[],
): Promise<Login | null> {
  const before = problems.length;
  const file = text(given, 'smtpPasswordFile');
  const own = text(given, 'smtpUser') || null;
  if (url?.user != null && own !== null) problems.push(diagnose('smtp-named-twice', { option: '--smtp-user' }, null));
  const passwords = [
    url?.password ?? null,
    variable(env, 'SAYDO_SMTP_PASSWORD'),
    file === null ? null : await passwordIn(file, read, problems),
  ].filter((one) => one !== null);
  if (passwords.length > 1) problems.push(diagnose('smtp-password-twice', {}, null));
  if (problems.length > before) return null;
  const user = url?.user ?? own;
  const password = passwords[0] ?? null;
  if (user === null && password === null) return null;
  if (user === null) problems.push(diagnose('smtp-login-half', { lacks: 'user' }, null));
  if (password === null) problems.push(diagnose('smtp-login-half', { lacks: 'password' }, null));
  return user === null || password === null ? null : { user, password: new Secret(password) };
}

/** Its only line; editors end it with a line break. */
async function passwordIn(
  path: string,
  read: (option: FileOption, path: string) => Promise<string | null>,
  problems: Diagnostic[],
): Promise<string | null> {
  const option = '--smtp-password-file';
  const password = (await read(option, path))?.replace(/^\uFEFF/, '').replace(/\r?\n$/, '') ?? null;
  const problem =
    password === '' ? 'it is empty' : /[\r\n\0]/.test(password ?? '') ? 'it has more than one line' : null;
  if (problem !== null) problems.push(diagnose('smtp-file', { option, path, problem }, null));
  return password;
}

async function readText(
  option: FileOption,
  path: string,
  workingDirectory: string,
  problems: Diagnostic[],
): Promise<string | null> {
  try {
    const read = await readCapped(resolve(workingDirectory, path), mostBytes[option]);
    if ('text' in read) return read.text;
    problems.push(diagnose('smtp-file', { option, path, problem: read.problem }, null));
    return null;
  } catch (error) {
    const problem = systemCode(error) === 'ENOENT' ? 'there is no such file' : problemOf(error);
    problems.push(diagnose('smtp-file', { option, path, problem }, null));
    return null;
  }
}
