import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostBytes, readReport } from '../../src/act/read-report.ts';
import { Failure } from '../../src/diagnostics/failure.ts';
import { json } from '../../src/report/formats/json.ts';
import { everyVerdict, promise, report, samples, share } from '../report/samples.ts';

const whole = json.render(everyVerdict);
const changed = (change: (value: Record<string, unknown>) => void): string => {
  const value: Record<string, unknown> = JSON.parse(whole);
  change(value);
  return JSON.stringify(value);
};

/** The number and message of the one error that reading it ends with. */
async function refusal(text: string | Uint8Array): Promise<string> {
  try {
    await readReport(typeof text === 'string' ? Buffer.from(text) : text, 'old.json');
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.kind).toBe('declaration');
    expect(error.diagnostics).toHaveLength(1);
    const [first] = error.diagnostics;
    expect(first?.help).not.toBeNull();
    return `${first?.id} ${first?.message}`;
  }
  return 'read';
}

describe('an earlier report', () => {
  it.each(Object.entries(samples))('%s is read back as it was', async (_, sample) => {
    expect(await readReport(Buffer.from(json.render(sample)), 'old.json')).toEqual(sample);
  });

  it('from before it told what is owed in all, and what would have set it right, is read as well', async () => {
    const before = changed((value) => {
      delete value['owed'];
      const actions: unknown = value['actions'];
      if (!Array.isArray(actions)) throw new TypeError('no actions');
      for (const action of actions) {
        delete action['weight'];
        delete action['sets_right'];
      }
    });
    const { actions, owed } = await readReport(Buffer.from(before), 'old.json');
    expect(actions.map(({ weight, sets_right: right }) => [weight, right])).toEqual([
      [1, null],
      [1, null],
      [1, null],
    ]);
    // As far as its cells tell it.
    expect(owed).toEqual([
      {
        currency: 'EUR',
        amount: 2600,
        promises: [{ promise: 'quick-reply', channel: 'email', amount: 2600, customers: 241 }],
      },
    ]);
  });

  it('may begin with a mark of its encoding, and be UTF-16 as some shells write it', async () => {
    expect(await readReport(Buffer.from(`\uFEFF${whole}`), 'old.json')).toEqual(everyVerdict);
    expect(await readReport(Buffer.from(`\uFEFF${whole}`, 'utf16le'), 'old.json')).toEqual(everyVerdict);
  });

  it.each([
    ['nothing', '', "SD0883 'old.json' is no JSON: it is empty"],
    [
      'a promise file',
      'saydo: 1\nbrand: A\n',
      "SD0883 'old.json' is no JSON (line 1, column 1): it is not written as JSON",
    ],
    ['half a line', '{"saydo":"0.1.0","schema":1,', "SD0883 'old.json' is no JSON: it ends too early"],
    ['half a word', '{\n "a": tru }\n', "SD0883 'old.json' is no JSON (line 2, column 10): it is not written as JSON"],
    ['half a file', whole.slice(0, 500), "SD0883 'old.json' is no JSON: it ends too early"],
    [
      'a comma too many',
      '{\n  "a": 1,\n}',
      "SD0883 'old.json' is no JSON (line 3, column 1): it is not written as JSON",
    ],
    ['a list', '[1]', "SD0884 'old.json' is no report of saydo: it holds a list"],
    ['a text', '"x"', "SD0884 'old.json' is no report of saydo: it holds a text"],
    ['null', 'null', "SD0884 'old.json' is no report of saydo: it holds null"],
    ['nothing in it', '{}', "SD0884 'old.json' is no report of saydo: it holds no key"],
    [
      'a file of something else',
      '{"name":"x","version":1,"private":true,"type":"module"}',
      "SD0884 'old.json' is no report of saydo: it holds the keys name, version, private ...",
    ],
    [
      'a comparison',
      '{"saydo":"0.1.0","schema":1,"kind":"comparison"}',
      "SD0884 'old.json' is no report of saydo: it holds what saydo compare printed",
    ],
    [
      'a report of the future',
      changed((value) => {
        value['schema'] = 2;
        value['saydo'] = '3.0.0';
      }),
      "SD0885 'old.json' is a report of schema 2 (saydo 3.0.0); this saydo reads schema 1",
    ],
    [
      'a key that lacks',
      changed((value) => {
        delete value['confidence'];
      }),
      "SD0886 'old.json' is not as saydo 0.1.0 writes it: confidence: expected number, received undefined",
    ],
    [
      'a key too many',
      changed((value) => {
        value['extra'] = 1;
      }),
      'SD0886 \'old.json\' is not as saydo 0.1.0 writes it: unrecognized key: "extra"',
    ],
    [
      'a figure that was edited',
      whole.replace(/"value": 0\.\d+/, '"value": "good"'),
      "SD0886 'old.json' is not as saydo 0.1.0 writes it: promises[0].channels[0].value: expected number, received string",
    ],
  ])('%s is refused', async (_, text, expected) => {
    expect(await refusal(text)).toBe(expected);
  });

  it('a promise and channel that stands twice is refused: it has no one earlier self', async () => {
    const twice = report([promise('a', 'A.', [share('x', 1, 2, 0.5), share('y', 1, 2, 0.5), share('x', 2, 2, 0.5)])]);
    expect(await refusal(json.render(twice))).toBe(
      "SD0886 'old.json' is not as saydo 0.1.0 writes it: promises[0].channels[2]: a on x stands there twice",
    );
  });

  it.each([
    [
      'figures that no difference can be taken of',
      { value: 1e308, target: { op: '>=', value: -1e308 } },
      'a figure is larger than 1e+300',
    ],
    ['counts that do not add up', { kept: 900, cases: 0 }, 'kept and missed are not its cases'],
    ['a share that is none', { value: 5 }, '5 is no share'],
  ] as const)('%s are refused', async (_, known, problem) => {
    const odd = report([promise('a', 'A.', [share('x', 1, 2, 0.5, known)])]);
    expect(await refusal(json.render(odd))).toBe(
      `SD0886 'old.json' is not as saydo 0.1.0 writes it: promises[0].channels[0]: ${problem}`,
    );
  });

  it('more faults than can be gathered are refused', async () => {
    const faults = changed((value) => {
      value['actions'] = Array.from({ length: 400_000 }, () => 1);
    });
    expect(await refusal(faults)).toMatch(/^SD0886 /);
  });

  it('what is larger than any report is not looked at', async () => {
    expect(await refusal(new Uint8Array(mostBytes + 1))).toBe("SD0882 'old.json' is larger than 256 MB");
  });

  it('whatever the bytes, it is read or refused', async () => {
    const damaged = fc
      .tuple(fc.nat({ max: whole.length - 1 }), fc.string({ maxLength: 3 }))
      .map(([at, put]) => whole.slice(0, at) + put + whole.slice(at + put.length + 1));
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, fc.json(), fc.string()), async (text) => {
        expect(await refusal(text)).toMatch(/^(read|SD088\d .+)$/s);
      }),
      { numRuns: 200 },
    );
  });
});
