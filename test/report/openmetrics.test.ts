import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellReport, GapReport } from '../../src/model/report.ts';
import { openmetrics } from '../../src/report/formats/openmetrics.ts';
import { plain } from '../../src/report/plain.ts';
import { checkedOptions } from './options.ts';
import { asked, pythonWith } from './python.ts';
import { empty, everyVerdict, samples } from './samples.ts';
import { plotted, schemed } from './told.ts';

const render = (sample: GapReport): string => openmetrics.render(sample, checkedOptions(sample));

interface Family {
  readonly name: string;
  readonly type: string;
  readonly unit: string;
  readonly samples: readonly (readonly [name: string, labels: Readonly<Record<string, string>>, value: number])[];
}

const READ = `
import json, sys
from io import StringIO
import prometheus_client.openmetrics.parser as openmetrics
import prometheus_client.parser as text
def read(parser, document):
    return [{'name': family.name, 'type': family.type, 'unit': family.unit,
             'samples': [[sample.name, sample.labels, sample.value] for sample in family.samples]}
            for family in parser.text_fd_to_metric_families(StringIO(document, newline='\\n'))]
documents = json.load(sys.stdin)
print(json.dumps({'openmetrics': [read(openmetrics, one) for one in documents], 'text': [read(text, one) for one in documents]}))`;

type Both = Readonly<Record<'openmetrics' | 'text', readonly (readonly Family[])[]>>;

/** The figures of a cell that must come out, worked out from the report again. */
function figuresOf(cell: CellReport): Readonly<Record<string, number | null>> {
  const unit = { share: '_ratio', seconds: '_seconds', number: '' } as const;
  const measured = (name: string, value: number | null | undefined) =>
    cell.unit === null ? {} : { [`saydo_promise_${name}${unit[cell.unit]}`]: value ?? null };
  return {
    ...measured('value', cell.value),
    ...measured('target', cell.target.value),
    ...measured('gap', cell.gap),
    ...measured('value_low', cell.interval?.low),
    ...measured('value_high', cell.interval?.high),
    saydo_promise_score: cell.score,
    saydo_promise_cases: cell.cases,
    saydo_promise_kept: cell.kept,
    saydo_promise_missed: cell.missed,
    saydo_promise_pending: cell.pending,
    saydo_promise_excluded: cell.excluded,
    saydo_promise_unreadable: cell.unreadable,
    saydo_promise_shortfall: cell.shortfall,
    saydo_promise_customers_let_down: cell.customers?.let_down ?? null,
    saydo_promise_owed: cell.owed?.amount ?? null,
  };
}

const ONCE = new Set(['saydo_promise_verdict', 'saydo_promise_fails', 'saydo_promise_unjudged']);

function expectReport(families: readonly Family[], sample: GapReport): void {
  const { gate } = checkedOptions(sample);
  const found = new Map(families.map((family) => [family.name, family]));
  expect(found.size).toBe(families.length);
  for (const { name, type, unit, samples: own } of families) {
    expect(type).toBe('gauge');
    if (unit !== '') expect(name.endsWith(`_${unit}`)).toBe(true);
    const keys = own.map(([, labels]) => JSON.stringify(Object.entries(labels).sort()));
    expect(new Set(keys).size).toBe(keys.length);
    expect(own.every(([as]) => as === name)).toBe(true);
  }
  const brandFigure = (name: string): number | undefined => found.get(name)?.samples[0]?.[2];
  expect(brandFigure('saydo_brand_score')).toBe(sample.score ?? undefined);
  expect(brandFigure('saydo_promises_declared')).toBe(sample.promises_declared);
  expect(brandFigure('saydo_promises_kept')).toBe(sample.promises_kept);
  expect(brandFigure('saydo_check_exit_code')).toBe(gate.exit);

  // In the order of the report, so that the samples of a family are those of its cells.
  const cells = sample.promises.flatMap(({ channels }) => channels);
  const wanted = new Map<string, number[]>();
  for (const cell of cells) {
    for (const [name, value] of Object.entries(figuresOf(cell))) {
      if (value !== null) wanted.set(name, [...(wanted.get(name) ?? []), value]);
    }
  }
  const ofCells = families.filter(({ name }) => name.startsWith('saydo_promise_') && !ONCE.has(name));
  expect(new Map(ofCells.map(({ name, samples: own }) => [name, own.map(([, , value]) => value)]))).toEqual(wanted);
  const labelled = found.get('saydo_promise_cases')?.samples ?? [];
  const bare = (text: string | undefined): string => (text ?? '').replace(/(?: \(\d+\))+$/, '');
  expect(labelled.map(([, { brand, promise, channel }]) => [brand ?? '', bare(promise), bare(channel)])).toEqual(
    sample.promises.flatMap(({ id, channels }) =>
      channels.map(({ channel }) => [plain(sample.brand), bare(plain(id)), bare(plain(channel))]),
    ),
  );
  const holding = (found.get('saydo_promise_verdict')?.samples ?? []).filter(([, , value]) => value === 1);
  expect(holding.map(([, { verdict }]) => verdict)).toEqual(cells.map(({ verdict }) => verdict));
  const sum = (name: string) => (found.get(name)?.samples ?? []).reduce((all, [, , value]) => all + value, 0);
  expect(sum('saydo_promise_fails')).toBe(gate.failed.length);
  expect(sum('saydo_promise_unjudged')).toBe(gate.unjudged.length);
}

const python = pythonWith('prometheus_client.openmetrics.parser', 'prometheus_client.parser');

describe.runIf(python !== null)('the parsers of prometheus_client', () => {
  const read = (all: readonly GapReport[]): Both => asked(python ?? '', READ, all.map(render)) as Both;

  test.each(['openmetrics', 'text'] as const)('read equal figures of every sample back by %s', (format) => {
    const all = [...Object.values(samples), ...schemed.map(([, sample]) => sample)];
    for (const [index, families] of read(all)[format].entries()) expectReport(families, all[index] ?? empty);
  });

  test('read equal figures back, whatever people wrote', () => {
    fc.assert(
      fc.property(fc.array(plotted, { minLength: 30, maxLength: 30 }), (all) => {
        const both = read(all);
        for (const [index, sample] of all.entries()) {
          expectReport(both.openmetrics[index] ?? [], sample);
          expectReport(both.text[index] ?? [], sample);
        }
      }),
      { numRuns: 2 },
    );
  });
});

test('a feed that died is seen by its own moment', () => {
  const [first, ...others] = everyVerdict.sources;
  if (first === undefined) throw new Error('the sample has sources');
  const sources = [{ ...first, channel: 'chat', as_of: '2026-03-01T12:00:00Z' }, ...others];
  const promises = everyVerdict.promises.map((promise) => ({
    ...promise,
    channels: promise.channels.map((cell) => (cell.channel === 'chat' ? { ...cell, as_of: null } : cell)),
  }));
  const text = render({
    ...everyVerdict,
    promises,
    sources: sources.filter(({ file }) => file !== 'fixtures/chat.csv'),
  });
  expect(text).toContain(
    `saydo_as_of_timestamp_seconds{brand="Fjellrute Cycles",channel="chat"} ${Date.UTC(2026, 2, 1, 12) / 1000}\n`,
  );
});

test('has no timestamps, no type but gauges, and its end', () => {
  const text = render(everyVerdict);
  const lines = text.split('\n');
  expect(lines.at(-2)).toBe('# EOF');
  expect(lines.filter((line) => /^# TYPE /.test(line) && !line.endsWith(' gauge'))).toEqual([]);
  // One value after the labels, and nothing behind it.
  expect(lines.slice(0, -2).filter((line) => !/^(?:# (?:TYPE|UNIT|HELP) .*|saydo_\w+\{.*\} \S+)$/.test(line))).toEqual(
    [],
  );
});
