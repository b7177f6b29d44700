import { didYouMean, entry } from '../entry.ts';

/** SD01xx: the text of the promise file, before anything in it has a meaning. Errors end with exit 2. */
export const yaml = {
  'file-too-large': entry<{ bytes: number; limit: number }>({
    id: 'SD0101',
    severity: 'error',
    message: ({ bytes }) => `the promise file is ${bytes} bytes long`,
    help: ({ limit }) =>
      `expected at most ${limit} bytes; is this an export? name it under source: in the promise file`,
  }),
  'file-is-utf16': entry<{ encoding: string }>({
    id: 'SD0102',
    severity: 'error',
    message: ({ encoding }) => `the promise file is ${encoding}`,
    help: () => 'expected UTF-8; save it again as UTF-8',
  }),
  'file-not-utf8': entry<{ byte: string }>({
    id: 'SD0103',
    severity: 'error',
    message: ({ byte }) => `the promise file is not UTF-8: byte ${byte} stands here`,
    help: () => 'expected UTF-8; save it again as UTF-8',
  }),
  'file-has-nul': entry<Record<never, never>>({
    id: 'SD0104',
    severity: 'error',
    message: () => 'the promise file holds a NUL byte',
    help: () => 'expected text; is this a spreadsheet or an archive? export it, and name the export under source:',
  }),
  'no-promises': entry<{ file: string; found: string }>({
    id: 'SD0110',
    severity: 'error',
    message: ({ file, found }) => `no promises found in ${file}: it holds ${found}`,
    help: () => `a promise file begins like this:\n${MINIMAL}`,
  }),
  'yaml-syntax': entry<{ detail: string }>({
    id: 'SD0111',
    severity: 'error',
    message: ({ detail }) => `not YAML: ${detail}`,
    help: () => 'expected key: value; put a text with special characters in quotes',
  }),
  'tab-indent': entry<Record<never, never>>({
    id: 'SD0112',
    severity: 'error',
    message: () => 'a tab indents this line',
    help: () => 'YAML is indented with spaces; replace each tab with two spaces',
  }),
  'bad-indent': entry<Record<never, never>>({
    id: 'SD0113',
    severity: 'error',
    message: () => 'the indent of this line fits no line above it',
    help: () => 'keys of one map stand in the same column; indent this line as its neighbours',
  }),
  'yaml-unclosed-quote': entry<{ quote: string }>({
    id: 'SD0114',
    severity: 'error',
    message: ({ quote }) => `the quote ${quote} that opens here is never closed`,
    help: ({ quote }) => {
      const inside = quote === "'" ? "; inside '...' an apostrophe is written twice: 'it''s'" : '';
      return `close it with ${quote}${inside}`;
    },
  }),
  'unquoted-comparison': entry<{ text: string; proposal: string | null }>({
    id: 'SD0115',
    severity: 'error',
    message: ({ text }) => `'${text}' begins with a sign that YAML takes for the start of a block`,
    help: ({ proposal }) => `comparisons are words: ${proposal ?? 'at least 95%, at most 4h, over 3, under 3'}`,
  }),
  'unquoted-character': entry<{ character: string; text: string; meant: string | null }>({
    id: 'SD0116',
    severity: 'error',
    message: ({ character, text }) => `'${text}' begins with ${character}, which means something else to YAML`,
    help: ({ text, meant }) => (meant === null ? `put it in quotes: ${quoted(text)}` : `did you mean ${meant}?`),
  }),
  'unquoted-colon': entry<{ text: string }>({
    id: 'SD0117',
    severity: 'error',
    message: () => "this text holds a colon and a blank (': '), which YAML takes for another key",
    help: ({ text }) => `put the text in quotes: ${quoted(text)}`,
  }),
  'yaml-text-after-quote': entry<{ text: string }>({
    id: 'SD0118',
    severity: 'error',
    message: ({ text }) => `'${text}' stands after the end of the value`,
    help: () => 'put the whole text in one pair of quotes, or a list in [ ]',
  }),
  'unclosed-bracket': entry<{ bracket: string; close: string }>({
    id: 'SD0119',
    severity: 'error',
    message: ({ bracket }) => `a ${bracket} is still open here`,
    help: ({ bracket, close }) =>
      `close it with ${close} before this line; what stands between ${bracket} and ${close} is indented`,
  }),
  'stray-bracket': entry<{ bracket: string }>({
    id: 'SD0120',
    severity: 'error',
    message: ({ bracket }) => `nothing is open that ${bracket} would close`,
    help: ({ bracket }) => `take it away, or quote the text that holds it: "...${bracket}"`,
  }),
  'missing-colon': entry<{ text: string }>({
    id: 'SD0121',
    severity: 'error',
    message: ({ text }) => `'${text}' is no key with a value`,
    help: () =>
      'expected key: value, with a blank after the colon; a text over several lines is indented below its key',
  }),
  'bad-escape': entry<{ written: string }>({
    id: 'SD0122',
    severity: 'error',
    message: ({ written }) => `'${written}' means nothing in double quotes`,
    help: () => `expected \\n, \\t, \\" or \\\\; in single quotes a backslash is only a backslash: '\\d+'`,
  }),
  'unquoted-dash': entry<Record<never, never>>({
    id: 'SD0123',
    severity: 'error',
    message: () => 'a bare - begins a list, and the list is empty',
    help: () => "standard input is written in quotes: source: '-'",
  }),
  'unquoted-variable': entry<{ text: string }>({
    id: 'SD0124',
    severity: 'error',
    message: ({ text }) => `${text} is cut at its bracket, for YAML takes { inside { } or [ ] as the start of a map`,
    help: ({ text }) => `put it in quotes: "${text}"`,
  }),
  'two-documents': entry<Record<never, never>>({
    id: 'SD0125',
    severity: 'error',
    message: () => 'a second document begins here',
    help: () => 'one file holds one brand: take the line --- (or ...) away, or make two files',
  }),
  'unknown-tag': entry<{ tag: string }>({
    id: 'SD0126',
    severity: 'error',
    message: ({ tag }) => `${tag} is a YAML tag, and saydo knows none`,
    help: ({ tag }) =>
      tag.startsWith('!!')
        ? 'take it away'
        : `for 'not', write { not: ${tag.slice(1) || 'spam'} }; for a text, quote it: "${tag}"`,
  }),
  'unknown-alias': entry<{ alias: string; nearest: string | null }>({
    id: 'SD0127',
    severity: 'error',
    message: ({ alias }) => `*${alias} repeats an anchor, and there is no &${alias} above it`,
    help: ({ alias, nearest }) =>
      `quote it if it is a text: "*${alias}"${didYouMean(nearest === null ? null : `*${nearest}`)}`,
  }),
  'anchor-without-value': entry<{ anchor: string }>({
    id: 'SD0128',
    severity: 'error',
    message: ({ anchor }) => `&${anchor} names an anchor, and no value follows it`,
    help: ({ anchor }) => `quote it if it is a text: "&${anchor}"`,
  }),
  'too-many-aliases': entry<{ limit: number }>({
    id: 'SD0129',
    severity: 'error',
    message: ({ limit }) => `aliases (*name) repeat more than ${limit} values`,
    help: () => 'write the values out; channels share keys through extends: CHANNEL',
  }),
  'circular-alias': entry<{ alias: string }>({
    id: 'SD0130',
    severity: 'error',
    message: ({ alias }) => `*${alias} stands inside the very value that it repeats`,
    help: () => 'write the value out; channels share keys through extends: CHANNEL',
  }),
  'too-deep': entry<{ limit: number }>({
    id: 'SD0131',
    severity: 'error',
    message: ({ limit }) => `values are nested more than ${limit} deep`,
    help: () => 'is a bracket closed too late? split a condition over several where: or kept_when: keys',
  }),
  'merge-key': entry<Record<never, never>>({
    id: 'SD0132',
    severity: 'error',
    message: () => '<< merges maps in some dialects of YAML, not here',
    help: () => 'to take the keys of another channel, write extends: CHANNEL',
  }),
  'duplicate-key': entry<{ key: string; first: number; line: number }>({
    id: 'SD0133',
    severity: 'error',
    message: ({ key, first, line }) =>
      `key '${key}' stands twice: ${first === line ? `both times in line ${line}` : `in line ${first} and in line ${line}`}`,
    help: () => 'keep one of the two',
  }),
  'not-a-number': entry<{ text: string }>({
    id: 'SD0134',
    severity: 'error',
    message: ({ text }) => `${text} is no number that a promise could be held against`,
    help: ({ text }) => `expected a number, such as 0.5; quote it if it is a text: "${text}"`,
  }),
  'key-not-text': entry<{ found: string }>({
    id: 'SD0135',
    severity: 'error',
    message: ({ found }) => `a key is ${found}`,
    help: () => 'expected a name, such as email:',
  }),
  'comma-in-map': entry<{ text: string }>({
    id: 'SD0136',
    severity: 'error',
    message: ({ text }) => `'${text}' stands in { } without a value`,
    help: ({ text }) => `a comma ends a value in { }: put a text with a comma in quotes; else write ${text}: VALUE`,
  }),
  'cut-by-hash': entry<{ kept: string; lost: string }>({
    id: 'SD0137',
    severity: 'warning',
    message: ({ kept, lost }) => `'${lost}' is read as a comment, so the value is only '${kept}'`,
    help: ({ kept, lost }) => `quote the text: "${kept} ${lost}"; a comment has a blank after its #`,
  }),
  'unset-variable': entry<{ name: string; nearest: string | null }>({
    id: 'SD0138',
    severity: 'error',
    message: ({ name }) => `the environment variable ${name} is not set`,
    help: ({ name, nearest }) => `set it before the run: ${name}=... saydo audit${didYouMean(nearest)}`,
  }),
  'bad-variable': entry<{ text: string }>({
    id: 'SD0139',
    severity: 'error',
    message: ({ text }) => `'${text}' names no environment variable`,
    help: () => `expected letters, digits and _, such as \${SAYDO_EXPORTS}; $\${ is a plain \${`,
  }),
} as const;

const MINIMAL = `saydo: 1
brand: Fjellrute Cycles
channels:
  email: { source: email.csv, at: Created at }
promises:
  quick-reply:
    says: We answer within four hours.
    kept_when: { First reply at: { within: 4h } }
    target: 95%
    channels: [email]`;

/** As YAML that is read back as the text. */
function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
