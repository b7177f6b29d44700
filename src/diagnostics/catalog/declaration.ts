import { didYouMean, entry, oneOf } from '../entry.ts';

/** The promise file: SD01xx its YAML, SD02xx its keys and values, SD03xx its names. Errors here end with exit 2. */
export const declaration = {
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

  'unknown-key': entry<{ key: string; of: string; known: readonly string[]; nearest: string | null }>({
    id: 'SD0201',
    severity: 'error',
    message: ({ key, of }) => `unknown key '${key}' in ${of}`,
    help: ({ known, nearest }) =>
      known.length === 0 ? 'expected another name' : `expected ${oneOf(known)}${didYouMean(nearest)}`,
  }),
  'missing-key': entry<{ key: string; of: string; example: string }>({
    id: 'SD0202',
    severity: 'error',
    message: ({ key, of }) => `'${key}' is missing in ${of}`,
    help: ({ example }) => `write it, for example: ${example}`,
  }),
  'wrong-shape': entry<{ key: string; found: string; expected: string; example: string }>({
    id: 'SD0203',
    severity: 'error',
    message: ({ key, found }) => `'${key}' is ${found}`,
    help: ({ expected, example }) => `expected ${expected}, for example: ${example}`,
  }),
  'unknown-value': entry<{ key: string; value: string; known: readonly string[]; nearest: string | null }>({
    id: 'SD0204',
    severity: 'error',
    message: ({ key, value }) => `'${key}' is '${value}'`,
    help: ({ known, nearest }) => `expected ${oneOf(known)}${didYouMean(nearest)}`,
  }),
  'empty-value': entry<{ key: string; expected: string; example: string }>({
    id: 'SD0205',
    severity: 'error',
    message: ({ key }) => `nothing stands after '${key}:'`,
    help: ({ expected, example }) => `expected ${expected}, for example: ${example}`,
  }),
  'bad-value': entry<{ key: string; value: string; expected: string; example: string }>({
    id: 'SD0206',
    severity: 'error',
    message: ({ key, value }) => `'${key}' is '${value}'`,
    help: ({ expected, example }) => `expected ${expected}, for example: ${example}`,
  }),
  'unknown-comparison': entry<{ found: string; proposal: string | null }>({
    id: 'SD0207',
    severity: 'error',
    message: ({ found }) => `unknown comparison '${found}'`,
    help: ({ proposal }) => `expected at least, at most, over or under${didYouMean(proposal)}`,
  }),
  'target-direction': entry<{ found: string; proposal: string }>({
    id: 'SD0208',
    severity: 'error',
    message: ({ found }) => `'${found}' is no direction of a target`,
    help: ({ proposal }) => `a target includes its value: expected at least or at most; did you mean ${proposal}?`,
  }),
  'target-without-direction': entry<{ value: string }>({
    id: 'SD0209',
    severity: 'error',
    message: ({ value }) => `the target '${value}' does not say which side is good`,
    help: ({ value }) => `expected at least ${value} or at most ${value}`,
  }),
  'share-as-number': entry<{ key: string; value: string; proposal: string | null }>({
    id: 'SD0210',
    severity: 'error',
    message: ({ key, value }) => `'${key}' is '${value}', a number where a share is needed`,
    help: ({ proposal }) => `a share is written with its sign, such as 95%${didYouMean(proposal)}`,
  }),
  'share-out-of-range': entry<{ key: string; value: string; low: string; high: string }>({
    id: 'SD0211',
    severity: 'error',
    message: ({ key, value }) => `'${key}' is '${value}', which is out of range`,
    help: ({ low, high }) => `expected ${low} to ${high}`,
  }),
  'wrong-unit': entry<{ key: string; value: string; measure: string; expected: string; example: string }>({
    id: 'SD0212',
    severity: 'error',
    message: ({ key, value, measure }) => `'${key}' is '${value}', but ${measure} gives another unit`,
    help: ({ expected, example }) => `expected ${expected}, for example: ${example}`,
  }),
  'direction-of-measure': entry<{ found: string; measure: string; proposal: string }>({
    id: 'SD0213',
    severity: 'error',
    message: ({ found, measure }) => `'${found}' is no direction for a target of ${measure}`,
    help: ({ proposal }) => `the more is kept, the better: write ${proposal}, and say in the condition what is kept`,
  }),
  'warn-never-reached': entry<{ channel: string; warn: string; target: string; better: string }>({
    id: 'SD0214',
    severity: 'warning',
    message: ({ channel, warn, target }) =>
      `warn ${warn} can never be reached on channel ${channel}: the target is ${target}`,
    help: ({ better }) => `what passes warn but meets the target is close: expected a value ${better} the target's`,
  }),
  'floor-beyond-target': entry<{ channel: string; floor: string; target: string; worse: string }>({
    id: 'SD0215',
    severity: 'warning',
    message: ({ channel, floor, target }) =>
      `floor ${floor} gives no score on channel ${channel}: the target is ${target}`,
    help: ({ worse }) => `the score is 0 at floor and 100 at the target: expected a value ${worse} the target's`,
  }),
  'two-measures': entry<{ first: string; second: string; of: string }>({
    id: 'SD0216',
    severity: 'error',
    message: ({ first, second, of }) => `'${first}' and '${second}' are two measures in ${of}`,
    help: () => 'a promise is measured in one way on one channel: make two promises of it',
  }),
  'no-measure': entry<{ promise: string; channel: string; known: readonly string[] }>({
    id: 'SD0217',
    severity: 'error',
    message: ({ promise, channel }) => `nothing says how promise '${promise}' is measured on channel '${channel}'`,
    help: ({ known }) =>
      `expected ${oneOf(known)} on the promise or on this channel of it, for example: kept_when: { replied: { within: 4h } }`,
  }),
  'no-target': entry<{ promise: string; channel: string }>({
    id: 'SD0218',
    severity: 'error',
    message: ({ promise, channel }) => `promise '${promise}' has no target on channel '${channel}'`,
    help: () => 'expected a target on the promise or on this channel of it, for example: target: 95%',
  }),
  'window-forms': entry<{ found: readonly string[] }>({
    id: 'SD0219',
    severity: 'error',
    message: ({ found }) =>
      found.length === 0 ? 'the window is empty' : `the window says ${found.join(' and ')} at once`,
    help: () =>
      'expected one of { from: 2026-01-01, to: 2026-03-31 }, { last: 90d }, { last: month }, { month: 2026-03 }, { quarter: 2026-Q1 }',
  }),
  'days-reversed': entry<{ from: string; to: string }>({
    id: 'SD0220',
    severity: 'error',
    message: ({ from, to }) => `the days end (${to}) before they begin (${from})`,
    help: ({ from, to }) => `did you mean from: ${to}, to: ${from}?`,
  }),
  'repeats-needs-case': entry<{ repeats: string; channel: string }>({
    id: 'SD0221',
    severity: 'error',
    message: ({ repeats, channel }) => `repeats: ${repeats} on channel '${channel}', but nothing names its cases`,
    help: () => 'name the column that tells one case from another, for example: case: ticket',
  }),
  'updated-needs-latest': entry<{ channel: string }>({
    id: 'SD0222',
    severity: 'error',
    message: ({ channel }) =>
      `updated: on channel '${channel}' chooses among repeated cases, but repeats: is not latest`,
    help: () => 'write repeats: latest beside it, or take updated: away',
  }),
  'needs-at': entry<{ what: string; channel: string }>({
    id: 'SD0223',
    severity: 'error',
    message: ({ what, channel }) => `${what} on channel '${channel}' needs to know when an occasion began`,
    help: () => 'name the column that says so, for example: at: opened',
  }),
  'bad-format': entry<{ format: string; detail: string; meant: string | null }>({
    id: 'SD0225',
    severity: 'error',
    message: ({ format, detail }) => `the format '${format}' cannot be read: ${detail}`,
    help: ({ meant }) =>
      `expected Unicode tokens such as dd.MM.yyyy HH:mm; epoch-seconds or epoch-milliseconds; for durations h:mm, m:ss or h:mm:ss${didYouMean(meant)}`,
  }),
  'type-clash': entry<{ column: string; here: string; there: string; line: number }>({
    id: 'SD0226',
    severity: 'error',
    message: ({ column, here, there, line }) =>
      `column '${column}' is used as ${here} here and as ${there} at line ${line}`,
    help: () =>
      'a column has one type; change one of the two places, or declare the same header under a second name in columns:',
  }),
  'compared-types': entry<{ column: string; other: string; type: string; otherType: string }>({
    id: 'SD0227',
    severity: 'error',
    message: ({ column, other, type, otherType }) =>
      `'${column}' is ${type} and '${other}' is ${otherType}: they cannot be compared`,
    help: () =>
      'compare columns of one type, or declare how one is read: columns: { NAME: { column: HEADER, type: number } }',
  }),

  'unknown-weekday': entry<{ day: string; nearest: string | null }>({
    id: 'SD0228',
    severity: 'error',
    message: ({ day }) => `'${day}' is no day of the week`,
    help: ({ nearest }) =>
      `expected mon, tue, wed, thu, fri, sat or sun, a range such as mon-fri, or a list such as 'mon, wed'${didYouMean(nearest)}`,
  }),
  'weekday-twice': entry<{ day: string; first: string; firstLine: number; key: string; line: number }>({
    id: 'SD0229',
    severity: 'error',
    message: ({ day, first, firstLine, key, line }) =>
      first === key
        ? `'${key}' names ${day} twice`
        : `both '${first}' and '${key}' name ${day}${firstLine === line ? '' : `: in line ${firstLine} and in line ${line}`}`,
    help: () => 'name each day once; several spans of a day are a list: [08:00-12:00, 12:30-17:00]',
  }),
  'bad-span': entry<{ value: string; meant: string | null }>({
    id: 'SD0230',
    severity: 'error',
    message: ({ value }) => `'${value}' is no span of opening hours`,
    help: ({ meant }) => `expected two times of a 24-hour clock, such as 08:00-17:00, or closed${didYouMean(meant)}`,
  }),
  'empty-span': entry<{ value: string }>({
    id: 'SD0231',
    severity: 'error',
    message: ({ value }) => `the span '${value}' ends where it begins`,
    help: () => 'expected 00:00-24:00 for the whole day, or closed for none of it',
  }),
  'spans-overlap': entry<{ first: string; second: string }>({
    id: 'SD0232',
    severity: 'error',
    message: ({ first, second }) => `the spans '${first}' and '${second}' of one day overlap`,
    help: () => 'expected spans one after the other, such as [08:00-12:00, 12:30-17:00]',
  }),
  'calendar-never-open': entry<{ calendar: string }>({
    id: 'SD0233',
    severity: 'error',
    message: ({ calendar }) => `calendar '${calendar}' never opens`,
    help: () => 'expected hours on at least one day, for example: hours: { mon-fri: 08:00-17:00 }',
  }),

  'operand-untyped': entry<{ column: string; measure: string }>({
    id: 'SD0240',
    severity: 'error',
    message: ({ column, measure }) => `nothing says what column '${column}' holds, of which '${measure}' is taken`,
    help: ({ column }) =>
      `a target with its unit says it, such as at most 4h; else say it under columns: { ${column}: { column: HEADER, type: number } }; types are number, percent and duration`,
  }),
  'operand-type': entry<{ column: string; holds: string; moment: boolean; measure: string }>({
    id: 'SD0241',
    severity: 'error',
    message: ({ column, holds, measure }) =>
      `'${measure}' is taken of numbers, and column '${column}' is read as ${holds}`,
    help: ({ column, moment, measure }) =>
      moment
        ? `the time between two moments is written ${measure}: { from: COLUMN, to: COLUMN }`
        : `say what it holds under columns: { ${column}: { column: HEADER, type: number } }, percent or duration; rows with a certain word are counted by count, rate or kept_when`,
  }),
  'elapsed-since-what': entry<{ measure: string; channel: string }>({
    id: 'SD0242',
    severity: 'error',
    message: ({ measure, channel }) => `'${measure}' of the time since what? channel '${channel}' has no at`,
    help: ({ measure, channel }) =>
      `expected ${measure}: { from: COLUMN, to: COLUMN }, or at: COLUMN on channel ${channel}`,
  }),
  'quantile-range': entry<{ value: string; meant: string | null }>({
    id: 'SD0243',
    severity: 'error',
    message: ({ value }) => `there is no quantile for q '${value}'`,
    help: ({ meant }) =>
      `expected more than 0 and less than 1, or more than 0% and less than 100%${didYouMean(meant === null ? null : `q: ${meant}`)}`,
  }),
  'unpaired-columns': entry<{ of: number; from: number }>({
    id: 'SD0244',
    severity: 'error',
    message: ({ of, from }) => `'of' names ${counted(of)} and 'from' ${counted(from)}: they make no pairs`,
    help: () =>
      'expected as many of one as of the other, in the same order: { of: [a, b], from: [a_expected, b_expected] }',
  }),
  'ratio-of-itself': entry<{ channel: string; per: number }>({
    id: 'SD0245',
    severity: 'error',
    message: ({ channel, per }) =>
      `the ratio of occasions of channel '${channel}' to the very same is always its per, ${per}`,
    help: () =>
      "expected another channel under to:, or a where: on one side; a part of one channel's rows is a rate: { of: CONDITION, per: 1000 }",
  }),
  'unit-of-measure': entry<{
    key: string;
    value: string;
    measure: string;
    expected: string;
    example: string;
    column: string | null;
    reads: string;
  }>({
    id: 'SD0247',
    severity: 'error',
    message: ({ key, value, measure, expected }) => `'${key}' is '${value}', but the ${measure} is ${expected}`,
    help: ({ example, column, reads }) =>
      `expected such as ${example}${column === null ? '' : `; or say how the column is read: columns: { ${column}: { column: HEADER, ${reads} } }`}`,
  }),
  'score-needs-floor': entry<{ measure: string; target: string; bottomless: boolean; number: boolean }>({
    id: 'SD0248',
    severity: 'warning',
    message: ({ measure, target, bottomless }) =>
      bottomless
        ? `the score stays empty without a floor: ${measure} can lie below zero`
        : `the score stays empty: ${measure} has no values below the target ${target} to count from`,
    help: ({ number }) =>
      number
        ? 'say at which value the score is 0, for example: floor: -50'
        : 'expected a target that can be missed; this one every value meets',
  }),

  'against-itself': entry<{ column: string; isAt: boolean }>({
    id: 'SD0234',
    severity: 'error',
    message: ({ column }) => `column '${column}' is held against itself`,
    help: ({ column, isAt }) =>
      isAt
        ? `where no other is named the channel's at is taken, and that is '${column}' too: name two columns`
        : 'every row would come out the same: expected another column here',
  }),
  'open-days': entry<{ key: string; value: string; calendar: string; example: string; instead: string }>({
    id: 'SD0235',
    severity: 'error',
    message: ({ key, value, calendar }) =>
      `'${key}' is '${value}', but open time is told in hours: a day of ${calendar} is no 24 hours`,
    help: ({ example, instead }) => `expected such as ${example}; open days are counted by ${instead}`,
  }),
  'where-of-ratio': entry<{ channel: string; parts: readonly string[] }>({
    id: 'SD0236',
    severity: 'error',
    message: ({ channel, parts }) =>
      `this where is for rows of channel '${channel}', and the ratio takes only those of ${parts.map((part) => `'${part}'`).join(' and ')}`,
    help: () =>
      'put it under of: or to: of the ratio: { channel: CHANNEL, where: CONDITION }; an empty where: on the channel takes the promise’s away',
  }),
  'judge-without-interval': entry<{ measure: string; channel: string; known: readonly string[] }>({
    id: 'SD0237',
    severity: 'error',
    message: ({ measure, channel }) =>
      `'${measure}' on channel '${channel}' has no interval to judge by: it tells what happened and estimates nothing`,
    help: ({ known }) => `take judge: interval away; these have one: ${known.join(', ')}`,
  }),
  'never-owed': entry<{ measure: string; channel: string; lacks: string }>({
    id: 'SD0238',
    severity: 'warning',
    message: ({ measure, channel, lacks }) =>
      `nothing will be owed on channel '${channel}': '${measure}' counts no ${lacks}`,
    help: ({ lacks }) =>
      lacks === 'misses'
        ? 'what is missed is counted by kept_when and tally: make a promise with one of them, or take cost: away'
        : 'customers are told apart by kept_when: make a promise with it, or write per: occasion',
  }),

  'unknown-channel': entry<{ channel: string; known: readonly string[]; nearest: string | null }>({
    id: 'SD0301',
    severity: 'error',
    message: ({ channel }) => `unknown channel '${channel}'`,
    help: ({ known, nearest }) => `expected ${oneOf(known)}${didYouMean(nearest)}`,
  }),
  'extends-cycle': entry<{ chain: readonly string[] }>({
    id: 'SD0302',
    severity: 'error',
    message: ({ chain }) => `channels extend each other in a circle: ${chain.join(' -> ')}`,
    help: () => 'take one extends: away',
  }),
  'unknown-timezone': entry<{ timezone: string; nearest: string | null }>({
    id: 'SD0303',
    severity: 'error',
    message: ({ timezone }) => `unknown time zone '${timezone}'`,
    help: ({ nearest }) => `expected a name of the IANA database, such as Europe/Oslo or UTC${didYouMean(nearest)}`,
  }),
  'channel-twice': entry<{ channel: string; first: number }>({
    id: 'SD0304',
    severity: 'error',
    message: ({ channel, first }) => `channel '${channel}' is already named at line ${first}`,
    help: () => 'a promise names each of its channels once: keep one of the two',
  }),
  'unused-channel': entry<{ channel: string }>({
    id: 'SD0305',
    severity: 'warning',
    message: ({ channel }) => `no promise is measured on channel '${channel}'`,
    help: ({ channel }) => `name it under channels: of a promise, or take it away: channels: [${channel}]`,
  }),
  'unused-column': entry<{ column: string; channel: string }>({
    id: 'SD0306',
    severity: 'warning',
    message: ({ column, channel }) => `column '${column}' of channel '${channel}' is declared, but nothing uses it`,
    help: () => 'is its name misspelt where it is used? else take it away',
  }),
  'unknown-calendar': entry<{ calendar: string; known: readonly string[]; nearest: string | null }>({
    id: 'SD0307',
    severity: 'error',
    message: ({ calendar }) => `unknown calendar '${calendar}'`,
    help: ({ calendar, known, nearest }) =>
      known.length === 0
        ? `declare it at the top of the file, for example: calendars: { ${calendar}: { hours: { mon-fri: 08:00-17:00 } } }`
        : `expected ${oneOf(known)}${didYouMean(nearest)}`,
  }),
  'unused-calendar': entry<{ calendar: string }>({
    id: 'SD0308',
    severity: 'warning',
    message: ({ calendar }) => `nothing is measured by calendar '${calendar}'`,
    help: ({ calendar }) => `name it in a condition, as in { within: 4h, calendar: ${calendar} }, or take it away`,
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

function counted(columns: number): string {
  return columns === 1 ? 'one column' : `${columns} columns`;
}
