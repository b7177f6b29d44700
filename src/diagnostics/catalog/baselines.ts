import { didYouMean, entry } from '../entry.ts';

const rewrite = 'expected a report that saydo audit -o FILE.json wrote';

/** One report held against an earlier one: SD0880 to SD0899 (exit 2), and as findings of a report SD0730 to SD0739. */
export const baselines = {
  'earlier-missing': entry<{ file: string; nearest: string | null }>({
    id: 'SD0880',
    severity: 'error',
    message: ({ file }) => `no report '${file}'`,
    help: ({ nearest }) => `write one with saydo audit -o FILE.json${didYouMean(nearest)}`,
  }),
  'earlier-unreadable': entry<{ file: string; problem: string }>({
    id: 'SD0881',
    severity: 'error',
    message: ({ file, problem }) => `cannot read '${file}': ${problem}`,
    help: () => rewrite,
  }),
  'earlier-too-large': entry<{ file: string; most: number }>({
    id: 'SD0882',
    severity: 'error',
    message: ({ file, most }) => `'${file}' is larger than ${most} MB`,
    help: () => rewrite,
  }),
  'earlier-not-json': entry<{ file: string; place: string | null; problem: string }>({
    id: 'SD0883',
    severity: 'error',
    message: ({ file, place, problem }) => `'${file}' is no JSON${place === null ? '' : ` (${place})`}: ${problem}`,
    help: () => rewrite,
  }),
  'earlier-not-report': entry<{ file: string; found: string }>({
    id: 'SD0884',
    severity: 'error',
    message: ({ file, found }) => `'${file}' is no report of saydo: it holds ${found}`,
    help: () => rewrite,
  }),
  'earlier-schema': entry<{ file: string; schema: string; known: number; saydo: string }>({
    id: 'SD0885',
    severity: 'error',
    message: ({ file, schema, known, saydo }) =>
      `'${file}' is a report of schema ${schema} (saydo ${saydo}); this saydo reads schema ${known}`,
    help: () => 'write it anew with this saydo, from the exports of its time',
  }),
  'earlier-keys': entry<{ file: string; path: string; problem: string; saydo: string; more: number }>({
    id: 'SD0886',
    severity: 'error',
    message: ({ file, path, problem, saydo, more }) =>
      `'${file}' is not as saydo ${saydo} writes it: ${path === '' ? '' : `${path}: `}${problem}${more === 0 ? '' : `, and ${more} more`}`,
    help: () =>
      'another build of saydo wrote it, or it was edited; write it anew, with this saydo, from the exports of its time',
  }),
  'earlier-brand': entry<{ file: string; brand: string; expected: string }>({
    id: 'SD0887',
    severity: 'error',
    message: ({ file, brand, expected }) => `'${file}' is about the brand '${brand}', not '${expected}'`,
    help: () =>
      'only reports of one brand are held against each other; where it was renamed, begin with a new baseline',
  }),
  'worse-without-baseline': entry<Record<never, never>>({
    id: 'SD0888',
    severity: 'error',
    message: () => '--fail-on worse has nothing to hold the figures against',
    help: () => 'add --baseline OLD.json, a report that saydo audit -o OLD.json wrote',
  }),
  'report-is-done': entry<{ option: string; file: string }>({
    id: 'SD0889',
    severity: 'error',
    message: ({ option, file }) => `${option} is for an audit, and '${file}' is a report already`,
    help: ({ option }) => `leave out ${option}, or name a promise file in the place of the report`,
  }),
  'unknown-in-reports': entry<{ option: string; name: string; nearest: string | null }>({
    id: 'SD0890',
    severity: 'error',
    message: ({ option, name }) => `neither report knows '${name}', after ${option}`,
    help: ({ nearest }) => (nearest === null ? null : `did you mean ${nearest}?`),
  }),

  'baseline-overlaps': entry<{ days: string }>({
    id: 'SD0730',
    severity: 'warning',
    message: ({ days }) =>
      `this window and that of the baseline share ${days}: no two samples, so nothing is said of chance`,
    help: () => 'take an earlier baseline, or a window that begins after it',
  }),
  'baseline-unmatched': entry<{ baseline: string }>({
    id: 'SD0731',
    severity: 'warning',
    message: ({ baseline }) =>
      `the baseline (${baseline}) knows no promise of this report on the same channel: nothing was held against it`,
    help: () => 'promises and channels are matched by their ids',
  }),
  'baseline-partial': entry<{ count: number; of: number; named: readonly string[]; more: number }>({
    id: 'SD0732',
    severity: 'note',
    message: ({ count, of, named, more }) =>
      `${count} of ${of} measured ${of === 1 ? 'channel' : 'channels'} could not be held against the baseline: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    help: () => null,
  }),
  'baseline-retargeted': entry<{ named: readonly string[]; more: number }>({
    id: 'SD0733',
    severity: 'note',
    message: ({ named, more }) =>
      `the verdicts of the baseline go by other targets: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    help: () => null,
  }),
  'baseline-lengths': entry<{ days: number; before: number; named: readonly string[]; more: number }>({
    id: 'SD0734',
    severity: 'note',
    message: ({ days, before, named, more }) =>
      `the window has ${days} days, that of the baseline ${before}, and what adds up grows with its days: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    help: () => 'take windows of equal length, or a rate in the place of a count',
  }),
  'baseline-later': entry<{ baseline: string; window: string }>({
    id: 'SD0735',
    severity: 'warning',
    message: ({ baseline, window }) =>
      `the baseline (${baseline}) is later than this report (${window}): every change is told backwards`,
    help: () => null,
  }),
  'baseline-gone': entry<{ named: readonly string[]; more: number }>({
    id: 'SD0736',
    severity: 'warning',
    message: ({ named, more }) =>
      `measured in the baseline, and no longer in the promise file: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    help: () => 'what is gone cannot get worse; a promise that was renamed begins anew',
  }),
} as const;
