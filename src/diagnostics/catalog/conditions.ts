import { didYouMean, entry, oneOf } from '../entry.ts';

/** Conditions of the promise file: SD025x to SD027x. Errors here end with exit 2. */
export const conditions = {
  'condition-shape': entry<{ found: string; column: string | null }>({
    id: 'SD0250',
    severity: 'error',
    message: ({ found, column }) =>
      column === null ? `expected a condition, found ${found}` : `expected a condition on '${column}', found ${found}`,
    help: () =>
      'expected `column: value`, as in `{ status: solved }`, `{ csat: at least 4 }` or `{ replied: { within: 4h } }`',
  }),
  'condition-comparison': entry<{ found: string; proposal: string; text: string | null }>({
    id: 'SD0251',
    severity: 'error',
    message: ({ found }) => `unknown comparison '${found}'`,
    help: ({ proposal, text }) =>
      `expected at least, at most, over or under; did you mean ${proposal}?${
        text === null ? '' : ` text that begins so is written [${text}]`
      }`,
  }),
  'comparison-value': entry<{ value: string; comparison: string; text: string }>({
    id: 'SD0252',
    severity: 'error',
    message: ({ value, comparison }) =>
      value === '' ? `'${comparison}' of what?` : `'${comparison}' needs a value to compare with, found '${value}'`,
    help: ({ comparison, text }) =>
      `expected a number, a percent, a duration such as 20s or an ISO date; a column is written { ${comparison}: column }, text [${text}]`,
  }),
  'literal-type': entry<{ value: string; column: string; type: string; example: string }>({
    id: 'SD0253',
    severity: 'error',
    message: ({ value, column, type }) => `'${value}' is no ${type}, and column '${column}' is read as one`,
    help: ({ example, column }) => `expected such as ${example}; to compare text, say type: text on column '${column}'`,
  }),
  'unknown-operator': entry<{ key: string; column: string; known: readonly string[]; nearest: string | null }>({
    id: 'SD0254',
    severity: 'error',
    message: ({ key, column }) => `unknown comparison '${key}' on '${column}'`,
    help: ({ known, nearest }) => `expected ${oneOf(known)}${didYouMean(nearest)}`,
  }),
  'stray-companion': entry<{ key: string; owners: readonly string[] }>({
    id: 'SD0255',
    severity: 'error',
    message: ({ key }) => `'${key}' stands here without the comparison that it belongs to`,
    help: ({ owners }) => `expected it beside ${oneOf(owners)}`,
  }),
  'operator-value': entry<{ key: string; expected: string; found: string }>({
    id: 'SD0256',
    severity: 'error',
    message: ({ key, found }) => `'${key}' cannot take ${found}`,
    help: ({ expected }) => `expected ${expected}`,
  }),
  'blank-rule': entry<{ found: string; nearest: string | null }>({
    id: 'SD0257',
    severity: 'error',
    message: ({ found }) => `a blank cannot mean '${found}'`,
    help: ({ nearest }) => `expected missed, kept or excluded${didYouMean(nearest)}`,
  }),
  'not-in-where': entry<{ key: string; example: string }>({
    id: 'SD0258',
    severity: 'error',
    message: ({ key }) => `'${key}' in where leaves open what a blank is: that would depend on how far the data goes`,
    help: ({ example }) => `add blank: missed beside it, as in ${example}; or move it to kept_when`,
  }),
  'bad-pattern': entry<{ pattern: string; why: string }>({
    id: 'SD0259',
    severity: 'error',
    message: ({ pattern, why }) => `/${pattern}/ is no regular expression: ${why}`,
    help: () => "expected RE2's syntax, which has no look-around and no back-references",
  }),
  'within-of-what': entry<{ column: string; channel: string }>({
    id: 'SD0260',
    severity: 'error',
    message: ({ column, channel }) => `'${column}' within a time of what? channel ${channel} has no at`,
    help: ({ channel }) => `expected of: COLUMN beside within, or at: COLUMN on channel ${channel}`,
  }),
  'compare-what': entry<{ column: string; other: string }>({
    id: 'SD0262',
    severity: 'error',
    message: ({ column, other }) => `cannot tell what '${column}' holds, which is compared with '${other}'`,
    help: ({ column }) =>
      `expected its type under columns, as in \`${column}: { column: HEADER, type: timestamp }\`, or a value such as 4, 80%, 20s`,
  }),
  'nearly-filled': entry<{ found: string; meant: string }>({
    id: 'SD0263',
    severity: 'error',
    message: ({ found, meant }) => `'${found}' looks like ${meant}`,
    help: ({ found, meant }) => `did you mean ${meant}? a cell that says '${found}' is written [${found}]`,
  }),
  'calendar-without-grace': entry<{ calendar: string; deadline: string }>({
    id: 'SD0264',
    severity: 'error',
    message: ({ deadline }) =>
      `'calendar' stands beside by without grace: the deadline '${deadline}' is itself, open or not`,
    help: ({ calendar, deadline }) =>
      `with grace, only time that ${calendar} is open counts after the deadline: { by: ${deadline}, grace: 4h, calendar: ${calendar} }; else take it away`,
  }),
  'companion-too-high': entry<{ key: string; owners: readonly string[]; example: string }>({
    id: 'SD0265',
    severity: 'error',
    message: ({ key, owners }) => `'${key}' stands beside columns, not beside the ${oneOf(owners)} that it belongs to`,
    help: ({ key, example }) => `expected ${example}; a column '${key}' of the export is declared under columns`,
  }),
  'empty-condition': entry<{ of: string }>({
    id: 'SD0261',
    severity: 'error',
    message: ({ of }) => `${of} holds no condition`,
    help: () => 'expected at least one condition, as in `{ status: solved }`',
  }),
} as const;
