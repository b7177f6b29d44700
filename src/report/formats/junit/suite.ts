import { plain } from '../../plain.ts';
import { uniqueNames } from '../unique-names.ts';
import { content, element } from './xml.ts';

/** How a test case ended; `passed` where it holds no element. */
export interface Ending {
  readonly kind: 'failure' | 'error' | 'skipped';
  readonly type: string;
  /** One line. */
  readonly message: string;
  /** Lines below it; none for `skipped`. */
  readonly details: readonly string[];
}

export interface TestCase {
  readonly name: string;
  readonly ending: Ending | null;
}

export interface Suite {
  readonly name: string;
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly cases: readonly TestCase[];
}

/** Nothing is known of how long a channel took; the data speaks for a moment. */
const NO_TIME = '0.000';
const NO_HOST = 'localhost';
const NO_MOMENT = '1970-01-01T00:00:00';

/** The schema has four digits for a year, whole seconds, and no zone. */
function timestampOf(asOf: string | null): string {
  const [, minutes, seconds = ':00'] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?/.exec(asOf ?? '') ?? [];
  return minutes === undefined ? NO_MOMENT : `${minutes}${seconds}`;
}

function endingElement({ kind, type, message, details }: Ending): string {
  if (kind === 'skipped') return element('skipped', { message });
  return element(kind, { type, message }, [content(details.join('\n'))]);
}

function suiteElement(suite: Suite, name: string, id: number, timestamp: string): string {
  const { properties, cases } = suite;
  const number = (kind: Ending['kind']): string => String(cases.filter(({ ending }) => ending?.kind === kind).length);
  const names = uniqueNames(cases.map((one) => plain(one.name) || '?'));
  const inside = [
    element(
      'properties',
      {},
      properties.map(([key, value]) => element('property', { name: key, value })),
    ),
    ...cases.map(({ ending }, index) =>
      element(
        'testcase',
        { classname: `saydo.${name}`, name: names[index] ?? '?', time: NO_TIME },
        ending === null ? [] : [endingElement(ending)],
      ),
    ),
    element('system-out', {}),
    element('system-err', {}),
  ];
  const attributes = {
    ...{ name, package: 'saydo', id: String(id), hostname: NO_HOST, timestamp },
    ...{ tests: String(cases.length), failures: number('failure'), errors: number('error') },
    ...{ skipped: number('skipped'), time: NO_TIME },
  };
  return element('testsuite', attributes, inside.map((part) => `\n    ${part}`).concat('\n  '));
}

/** One document that both schemas take; `testsuites` has no attribute, for they agree on none. */
export function documentOf(suites: readonly Suite[], asOf: string | null): string {
  const names = uniqueNames(suites.map(({ name }) => plain(name) || '?'));
  const timestamp = timestampOf(asOf);
  const written = suites.map((suite, id) => `  ${suiteElement(suite, names[id] ?? '?', id, timestamp)}\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${written.join('')}</testsuites>\n`;
}
