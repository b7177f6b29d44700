import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { optionsFor, readSource, source } from './reading.ts';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const spectrum = `${shared}reference/csv-spectrum/`;
const data = `${shared}data/`;
const at = { file: 'promises.yaml', line: 1, column: 1, length: 1 };

describe.skipIf(!existsSync(spectrum))('csv-spectrum', () => {
  const names = existsSync(spectrum) ? readdirSync(`${spectrum}csvs`).map((name) => name.replace(/\.csv$/, '')) : [];
  it.each(names)('%s', async (name) => {
    // The pair location_coordinates disagrees about its telephone number.
    const json = readFileSync(`${spectrum}json/${name}.json`, 'utf8').replace('1234567890', '2095257564');
    const expected: readonly Record<string, string>[] = [JSON.parse(json)].flat();
    const headers = Object.keys(expected[0] ?? {});
    const { rows } = await readSource(source([`csvs/${name}.csv`], headers), optionsFor(spectrum));
    expect(rows).toEqual(expected.map((row) => headers.map((header) => row[header])));
  });
});

describe.skipIf(!existsSync(data))('exports that others published', () => {
  const readOne = (name: string, columns: readonly string[]) => readSource(source([name], columns), optionsFor(data));

  it.each([
    ['boston311_2011.csv', 'ontime', 6338],
    ['boston311_100_iso.csv', 'ontime', 100],
    ['boston311_100_dmy.csv', 'ontime', 100],
    ['nyc311_animals.csv', 'Due Date', 3246],
    ['nyc311_2022-05-01.csv', 'Due Date', 924],
    ['bts_flights_1987_2008.csv', 'ArrDelay', 28_634],
  ])('%s', async (name, header, count) => {
    const { rows, broken, facts } = await readOne(name, [header]);
    expect(rows).toHaveLength(count);
    expect(broken).toEqual([]);
    expect(facts[0]).toMatchObject({ rows: count, misencoded: 0 });
    expect(readFileSync(`${data}README.md`, 'utf8')).toContain(`${facts[0]?.sha256}  ${name}`);
  });

  it('cfpb_complaints_2014.csv: its last record lacks a cell', async () => {
    const { rows, broken } = await readOne('cfpb_complaints_2014.csv', ['Timely response?']);
    expect(rows).toHaveLength(8339);
    expect(rows.filter(([timely]) => timely === 'Yes').length).toBeGreaterThanOrEqual(8178);
    expect(broken).toEqual([{ code: 'ragged', line: 8341, expected: 14, found: 13, lines: 1 }]);
  });

  it('cfpb_complaints_2023_truncated.csv: a quote stays open', async () => {
    const { rows, broken, lines } = await readOne('cfpb_complaints_2023_truncated.csv', ['Timely response?']);
    expect(rows).toHaveLength(2067);
    expect(rows.filter(([timely]) => timely === 'Yes')).toHaveLength(2066);
    expect(broken).toMatchObject([{ code: 'unclosed-quote' }]);
    const text = readFileSync(`${data}cfpb_complaints_2023_truncated.csv`, 'utf8').split('\n');
    expect((broken[0]?.line ?? 0) + (broken[0]?.lines ?? 0) - 1).toBe(text.length);
    expect(broken[0]?.line).toBeGreaterThan(lines.at(-1) ?? 0);
  });

  it('bts_flights_1987_2008.csv: 648 cells of a column that is asked for are no UTF-8', async () => {
    const { facts } = await readOne('bts_flights_1987_2008.csv', ['TailNum', 'ArrDelay']);
    expect(facts[0]?.misencoded).toBe(648);
  });

  it('a column asked for twice is decoded once', async () => {
    const columns = [1, 2].map(() => ({
      name: 'TailNum',
      headers: ['TailNum'],
      holds: 'id' as const,
      cell: { type: 'text', format: null, zone: 'UTC', decimal: '.', unit: null, blank: [], map: [] } as const,
      position: at,
    }));
    const { facts } = await readSource(source(['bts_flights_1987_2008.csv'], columns), optionsFor(data));
    expect(facts[0]?.misencoded).toBe(648);
  });
});
