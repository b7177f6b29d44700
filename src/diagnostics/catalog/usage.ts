import { didYouMean, entry, oneOf } from '../entry.ts';

/** The command line and what it writes: SD08xx (exit 2), SD09xx delivery (exit 5). */
export const usage = {
  'command-line': entry<{ problem: string }>({
    id: 'SD0800',
    severity: 'error',
    message: ({ problem }) => problem,
    help: () => 'see saydo --help',
  }),
  'unknown-command': entry<{ command: string; nearest: string | null; known: readonly string[] }>({
    id: 'SD0801',
    severity: 'error',
    message: ({ command }) => `unknown command '${command}'`,
    help: ({ command, nearest, known }) =>
      /\.ya?ml$/i.test(command) ? `type saydo audit ${command}` : `expected ${oneOf(known)}${didYouMean(nearest)}`,
  }),
  'unknown-option': entry<{ option: string; command: string | null; nearest: string | null }>({
    id: 'SD0802',
    severity: 'error',
    message: ({ option, command }) =>
      command === null ? `unknown option '${option}' before the command` : `unknown option '${option}' of ${command}`,
    help: ({ command, nearest }) => {
      if (nearest !== null) return `did you mean ${nearest}?`;
      return command === null
        ? 'options come after the command, as in saydo audit --quiet'
        : `see saydo ${command} --help`;
    },
  }),
  'option-without-value': entry<{ option: string }>({
    id: 'SD0803',
    severity: 'error',
    message: ({ option }) => `option '${option}' has no value`,
    help: ({ option }) =>
      /-o\b|--output/.test(option) ? 'as in -o report.html' : 'write it behind the option, after a blank',
  }),
  'empty-option': entry<{ option: string }>({
    id: 'SD0804',
    severity: 'error',
    message: ({ option }) => `option '${option}' names nothing`,
    help: () => 'an empty value would soften the check in silence; leave the option out, or name something',
  }),
  'too-many-arguments': entry<{ command: string; expected: number; operands: string }>({
    id: 'SD0805',
    severity: 'error',
    message: ({ command, expected, operands }) =>
      expected === 0
        ? `${command} takes no argument`
        : expected === 1
          ? `${command} takes one promise file`
          : `${command} takes no more than ${operands}`,
    help: ({ command, expected, operands }) =>
      expected === 0 ? null : `as in saydo ${command} ${expected === 1 ? 'promises.yaml' : operands}`,
  }),
  'operands-swapped': entry<{ command: string; name: string; file: string }>({
    id: 'SD0814',
    severity: 'error',
    message: ({ file }) => `the promise file ${file} comes last`,
    help: ({ command, name, file }) => `type saydo ${command} ${name} ${file}`,
  }),
  'option-twice': entry<{ option: string }>({
    id: 'SD0813',
    severity: 'error',
    message: ({ option }) => `${option} stands twice`,
    help: () => 'give it once; which of the two is meant is not guessed',
  }),
  'missing-argument': entry<{ command: string; argument: string }>({
    id: 'SD0812',
    severity: 'error',
    message: ({ command, argument }) => `${command} needs ${argument}`,
    help: ({ command }) => `see saydo ${command} --help`,
  }),
  'unknown-word': entry<{ option: string; word: string; known: readonly string[]; nearest: string | null }>({
    id: 'SD0806',
    severity: 'error',
    message: ({ option, word }) => `unknown word '${word}' after ${option}`,
    help: ({ known, nearest }) => `expected ${oneOf(known)}${didYouMean(nearest)}`,
  }),
  'options-clash': entry<{ option: string; other: string }>({
    id: 'SD0807',
    severity: 'error',
    message: ({ option, other }) => `${option} and ${other} cannot both choose the window`,
    help: ({ option, other }) => `leave out ${option} or ${other}`,
  }),
  'rows-without-csv': entry<{ by: string }>({
    id: 'SD0808',
    severity: 'error',
    message: ({ by }) => `--by ${by} chooses the rows of the CSV, and no CSV is asked for`,
    help: () => 'add --format csv or -o FILE.csv',
  }),
  'option-without-page': entry<{ option: string }>({
    id: 'SD0810',
    severity: 'error',
    message: ({ option }) => `${option} is about the HTML page, and none is asked for`,
    help: () => 'add --format html or -o FILE.html',
  }),
  'unknown-language': entry<{ tag: string }>({
    id: 'SD0811',
    severity: 'error',
    message: ({ tag }) => `--lang cannot be '${tag}'`,
    help: () => 'expected the tag of a language that dates and numbers are known for, such as de, nb or fr-CA',
  }),
  'nothing-selected': entry<{ promises: readonly string[]; channels: readonly string[] }>({
    id: 'SD0809',
    severity: 'error',
    message: ({ promises, channels }) =>
      promises.length > 0 && channels.length > 0
        ? `no promise of ${promises.join(', ')} is made on ${oneOf(channels)}`
        : `no promise is made on ${oneOf(channels.length > 0 ? channels : ['any channel'])}`,
    help: () => 'a run over nothing would prove nothing; see the channels under each promise in the promise file',
  }),

  'no-promise-file': entry<{ file: string; command: string; nearest: string | null; others: readonly string[] }>({
    id: 'SD0820',
    severity: 'error',
    message: ({ file }) => `no file '${file}'`,
    help: ({ command, nearest, others }) => {
      if (nearest !== null) return `did you mean ${nearest}? type saydo ${command} ${nearest}`;
      return others.length > 0
        ? `type saydo ${command} FILE; in this folder: ${others.join(', ')}`
        : `type saydo ${command} FILE with the path of your promise file`;
    },
  }),
  'promise-file-is-folder': entry<{ file: string; command: string; inside: string | null }>({
    id: 'SD0821',
    severity: 'error',
    message: ({ file }) => `'${file}' is a folder`,
    help: ({ command, inside }) =>
      inside === null
        ? 'expected the promise file itself, which is called promises.yaml as a rule'
        : `type saydo ${command} ${inside}`,
  }),
  'promise-file-is-stdin': entry<{ command: string }>({
    id: 'SD0822',
    severity: 'error',
    message: () => 'the promise file cannot come from standard input',
    help: ({ command }) =>
      `standard input is for an export (source: '-'); save the promises and type saydo ${command} promises.yaml`,
  }),
  'unreadable-promise-file': entry<{ file: string; problem: string }>({
    id: 'SD0823',
    severity: 'error',
    message: ({ file, problem }) => `cannot read '${file}': ${problem}`,
    help: () => null,
  }),

  'output-ending': entry<{ path: string; endings: readonly string[] }>({
    id: 'SD0840',
    severity: 'error',
    message: ({ path }) =>
      path === '-' ? '-o takes a file, not standard output' : `the ending of '${path}' names no format`,
    help: ({ path, endings }) =>
      path === '-'
        ? 'the report goes to standard output anyway; --format chooses how'
        : `expected a path that ends with ${oneOf(endings)}`,
  }),
  'output-twice': entry<{ path: string }>({
    id: 'SD0841',
    severity: 'error',
    message: ({ path }) => `-o names '${path}' twice`,
    help: () => 'each file holds one report; leave one out',
  }),
  'output-over-promises': entry<{ path: string }>({
    id: 'SD0842',
    severity: 'error',
    message: ({ path }) => `-o ${path} would overwrite the promise file`,
    help: () => 'choose another path',
  }),
  'output-over-source': entry<{ path: string; channel: string }>({
    id: 'SD0843',
    severity: 'error',
    message: ({ path, channel }) => `-o ${path} would overwrite an export of channel ${channel}`,
    help: () => 'nothing was written; choose a path that no source names',
  }),

  'threads-number': entry<{ value: string; most: number }>({
    id: 'SD0852',
    severity: 'error',
    message: ({ value, most }) => `--threads takes a whole number from 1 to ${most}, not '${value}'`,
    help: () => '1 reads in one thread; the report is the same with any number',
  }),

  'output-unwritable': entry<{ path: string; problem: string }>({
    id: 'SD0901',
    severity: 'error',
    message: ({ path, problem }) => `cannot write '${path}': ${problem}`,
    help: () => null,
  }),
  'stdout-unwritable': entry<{ problem: string }>({
    id: 'SD0902',
    severity: 'error',
    message: ({ problem }) => `cannot write to standard output: ${problem}`,
    help: () => 'the report there is not whole',
  }),
} as const;
