import { didYouMean, entry, oneOf } from '../entry.ts';

/** Sending by mail: what was typed, SD086x, SD087x and SD0895 on (exit 2); the delivery, SD091x and SD092x (exit 5). */
export const mail = {
  'mail-option-missing': entry<{ option: string; example: string }>({
    id: 'SD0860',
    severity: 'error',
    message: ({ option }) => `send needs ${option}`,
    help: ({ option, example }) => `as in ${option} ${example}`,
  }),
  'mail-address': entry<{ option: string; text: string }>({
    id: 'SD0861',
    severity: 'error',
    message: ({ option, text }) => `${option} holds '${text}', which is no mail address`,
    help: () =>
      "expected ada@example.com, <ada@example.com> or 'Ada Berg <ada@example.com>', several with commas between; a name with signs as in '\"Berg, A. (desk)\" <ada@example.com>'",
  }),
  'mail-line-break': entry<{ option: string }>({
    id: 'SD0862',
    severity: 'error',
    message: ({ option }) => `${option} holds a line break or another control character`,
    help: () => 'it would end a line of the mail and begin one of its own; leave it out',
  }),
  'mail-one-sender': entry<{ count: number }>({
    id: 'SD0863',
    severity: 'error',
    message: ({ count }) => `--mail-from names ${count} addresses`,
    help: () => 'a mail has one sender; --mail-reply-to can name others',
  }),
  'smtp-host-missing': entry<Record<never, never>>({
    id: 'SD0864',
    severity: 'error',
    message: () => 'no mail server is named',
    help: () =>
      'set SAYDO_SMTP_URL=smtps://user:password@mail.example.com, or add --smtp-host mail.example.com\nfor the mail server of this machine: --smtp-host localhost --smtp-port 25 --smtp-insecure\nto see the mail without sending it: --dry-run mail.eml',
  }),
  'smtp-url': entry<{ problem: string }>({
    id: 'SD0865',
    severity: 'error',
    message: ({ problem }) => `SAYDO_SMTP_URL ${problem}`,
    help: () =>
      'expected smtp://user:password@host:587 or smtps://user:password@host:465, with @ : / ? # % of a password written as %40 %3A %2F %3F %23 %25',
  }),
  'smtp-named-twice': entry<{ option: string }>({
    id: 'SD0866',
    severity: 'error',
    message: ({ option }) => `SAYDO_SMTP_URL and ${option} both say it`,
    help: ({ option }) => `leave out ${option}, or unset SAYDO_SMTP_URL`,
  }),
  'smtp-host': entry<Record<never, never>>({
    id: 'SD0867',
    severity: 'error',
    message: () => '--smtp-host is no name of a machine',
    help: () => 'expected a name or an address alone, as in mail.example.com; --smtp-port and --smtp-user say the rest',
  }),
  'smtp-port': entry<{ value: string }>({
    id: 'SD0868',
    severity: 'error',
    message: ({ value }) => `--smtp-port takes a number from 1 to 65535, not '${value}'`,
    help: () => '587 as a rule, 465 where TLS begins at once, 25 for the server of this machine',
  }),
  'smtp-login-half': entry<{ lacks: string }>({
    id: 'SD0869',
    severity: 'error',
    message: ({ lacks }) => `the login to the mail server lacks its ${lacks}`,
    help: ({ lacks }) =>
      lacks === 'user'
        ? 'add --smtp-user NAME'
        : 'set SAYDO_SMTP_PASSWORD, or add --smtp-password-file FILE; leave the user out where the server asks for no login',
  }),
  'smtp-password-shown': entry<{ option: string }>({
    id: 'SD0870',
    severity: 'error',
    message: ({ option }) => `${option} would show the password to everyone who can list the processes of this machine`,
    help: ({ option }) =>
      option === '--smtp-url'
        ? 'set SAYDO_SMTP_URL instead; change the password where others may have seen it'
        : 'set SAYDO_SMTP_PASSWORD, or add --smtp-password-file FILE; change the password where others may have seen it',
  }),
  'smtp-file': entry<{ option: string; path: string; problem: string }>({
    id: 'SD0871',
    severity: 'error',
    message: ({ option, path, problem }) => `cannot use '${path}' of ${option}: ${problem}`,
    help: ({ option }) =>
      option === '--smtp-ca'
        ? 'expected a file or pipe with certificates in PEM'
        : 'expected a file or pipe with the password as its only line',
  }),
  'smtp-password-in-clear': entry<{ host: string }>({
    id: 'SD0872',
    severity: 'error',
    message: ({ host }) => `--smtp-insecure would send the password to ${host} for everyone on the way to read`,
    help: () =>
      'leave out --smtp-insecure, or the login; a password goes in the clear to this machine (localhost) alone',
  }),
  'smtp-insecure-tls': entry<Record<never, never>>({
    id: 'SD0873',
    severity: 'error',
    message: () => '--smtp-insecure and TLS from the first byte (smtps://, port 465) contradict each other',
    help: () => 'leave out --smtp-insecure; where the certificate is the trouble, --smtp-ca FILE names whom to trust',
  }),
  'send-public': entry<Record<never, never>>({
    id: 'SD0874',
    severity: 'error',
    message: () => 'a mail names owners and customers let down, and --audience public cannot take them out of it',
    help: () => 'leave it out; write the page for others with saydo audit -o report.html --audience public',
  }),
  'change-without-baseline': entry<Record<never, never>>({
    id: 'SD0875',
    severity: 'error',
    message: () => '--only-on change has nothing to hold the report against',
    help: () => 'add --baseline OLD.json, a report that was written with -o OLD.json',
  }),
  'only-on-word': entry<{ word: string; known: readonly string[]; nearest: string | null }>({
    id: 'SD0876',
    severity: 'error',
    message: ({ word }) => `--only-on cannot be '${word}'`,
    help: ({ known, nearest }) => `expected ${oneOf(known)}${didYouMean(nearest)}`,
  }),
  'dry-run-ending': entry<{ path: string }>({
    id: 'SD0877',
    severity: 'error',
    message: ({ path }) => `--dry-run writes a mail, and '${path}' does not end with .eml`,
    help: () => 'as in --dry-run mail.eml, or --dry-run - for standard output',
  }),
  'send-format': entry<{ format: string }>({
    id: 'SD0878',
    severity: 'error',
    message: () => 'send prints no report, so that --format has nothing to choose',
    help: ({ format }) => `leave it out; -o FILE attaches the report as ${format} where its ending says so`,
  }),
  'smtp-password-twice': entry<Record<never, never>>({
    id: 'SD0879',
    severity: 'error',
    message: () => 'the password of the mail server is given twice',
    help: () => 'leave it in one place: SAYDO_SMTP_URL, SAYDO_SMTP_PASSWORD or --smtp-password-file',
  }),
  'dry-run-over': entry<{ path: string; over: string }>({
    id: 'SD0895',
    severity: 'error',
    message: ({ path, over }) => `--dry-run ${path} would overwrite ${over}`,
    help: () => 'choose another path',
  }),
  'mail-encoded-word': entry<{ option: string; text: string }>({
    id: 'SD0896',
    severity: 'error',
    message: ({ option, text }) =>
      `${option} holds '${text}', where mail programs would take =? for the start of a code`,
    help: () => 'write the name in plain letters; those beyond ASCII are encoded for you',
  }),

  'mail-unreachable': entry<{ server: string; problem: string; isHandedIn: boolean }>({
    id: 'SD0910',
    severity: 'error',
    message: ({ server, problem, isHandedIn }) =>
      isHandedIn
        ? `the mail server ${server} did not say whether it took the mail: ${problem}`
        : `the mail server ${server} did not take the mail: ${problem}`,
    help: ({ isHandedIn }) =>
      isHandedIn
        ? 'it may have arrived all the same: ask one of the recipients before it is sent again'
        : 'see that --smtp-host and --smtp-port (or SAYDO_SMTP_URL) are right and the way there is open',
  }),
  'mail-unprotected': entry<{ server: string; reply: string }>({
    id: 'SD0911',
    severity: 'error',
    message: ({ server, reply }) =>
      `the mail server ${server} does not protect the way to it${reply === '' ? '' : `: ${reply}`}`,
    help: () =>
      'it offers no STARTTLS; try --smtp-port 465, or for the server of this machine --smtp-insecure, which sends in the clear',
  }),
  'mail-certificate': entry<{ server: string; problem: string }>({
    id: 'SD0912',
    severity: 'error',
    message: ({ server, problem }) => `the certificate of the mail server ${server} is not to be trusted: ${problem}`,
    help: () => 'use the name that the certificate is for, or name the authority that signed it with --smtp-ca FILE',
  }),
  'mail-login-refused': entry<{ server: string; reply: string; isOffered: boolean }>({
    id: 'SD0913',
    severity: 'error',
    message: ({ server, reply }) =>
      `the mail server ${server} does not accept the login${reply === '' ? '' : `: ${reply}`}`,
    help: ({ isOffered }) =>
      isOffered
        ? 'see that user and password are right; many servers want a password made for programs'
        : 'saydo logs in by PLAIN, LOGIN or CRAM-MD5; leave the login out, or --smtp-insecure: many servers offer one over TLS alone',
  }),
  'mail-refused': entry<{ server: string; what: string; reply: string }>({
    id: 'SD0914',
    severity: 'error',
    message: ({ server, what, reply }) => `the mail server ${server} refuses ${what}: ${reply}`,
    help: () => null,
  }),
  'mail-partly-refused': entry<{ server: string; accepted: number; refused: readonly string[] }>({
    id: 'SD0915',
    severity: 'error',
    message: ({ server, refused }) => `the mail server ${server} refuses ${refused.join('; ')}`,
    help: ({ accepted }) =>
      `the mail went to the other ${accepted === 1 ? 'recipient' : `${accepted} recipients`}; to send it again would send it to them twice`,
  }),
  'mail-too-large': entry<{ server: string }>({
    id: 'SD0916',
    severity: 'error',
    message: ({ server }) => `the mail is larger than the mail server ${server} takes`,
    help: () => 'attach less: leave out an -o FILE',
  }),
  'mail-kept': entry<{ path: string; wentToSome: boolean }>({
    id: 'SD0917',
    severity: 'note',
    message: ({ path }) => `the whole mail is kept in ${path}`,
    help: ({ path, wentToSome }) =>
      wentToSome
        ? 'any mail program opens it, to pass it on to those who lack it'
        : `once that is mended, run the same command again, or send it as it is: sendmail -t < ${path}`,
  }),
  'mail-not-kept': entry<{ path: string; problem: string }>({
    id: 'SD0918',
    severity: 'error',
    message: ({ path, problem }) => `the mail could not be kept in ${path} either: ${problem}`,
    help: () => 'run the same command again with --dry-run mail.eml in a folder that can be written',
  }),
  'mail-large': entry<{ size: string }>({
    id: 'SD0919',
    severity: 'note',
    message: ({ size }) => `the mail has ${size}, and few mail servers take more than 20 MB`,
    help: () => 'attach less: leave out an -o FILE',
  }),
  'mail-interrupted': entry<{ server: string }>({
    id: 'SD0920',
    severity: 'warning',
    message: ({ server }) => `the whole mail had gone out to the mail server ${server}, and may arrive`,
    help: () => 'ask one of the recipients before it is sent again',
  }),
} as const;
