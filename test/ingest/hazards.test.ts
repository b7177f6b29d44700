import { describe, expect, it } from 'vitest';
import type { BrokenRecord } from '../../src/model/batch.ts';
import { column, failureOf, folderWith, optionsFor, read, readSource, source } from './reading.ts';

const ab = ['a', 'b'];
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const broken = (record: Partial<BrokenRecord>) => [expect.objectContaining(record)];

describe('hazards of real files: they give these rows', () => {
  it.each([
    ['C1 byte order mark', '\ufeffa,b\n1,2\n', [['1', '2']]],
    ['C1 byte order mark before a quoted header', '\ufeff"a",b\n1,2\n', [['1', '2']]],
    ['C2 UTF-16 LE with a mark', utf16('\ufeffa,b\né,😀\n'), [['é', '😀']]],
    ['C2 UTF-16 BE with a mark', utf16('\ufeffa,b\né,2\n').swap16(), [['é', '2']]],
    ['C2 UTF-16 LE without a mark', utf16('a,b\nå,2\n'), [['å', '2']]],
    ['C2 UTF-16 BE without a mark', utf16('a,b\nå,2\n').swap16(), [['å', '2']]],
    ['C3 Latin-1 cell', Buffer.from('a,b\n\xe9,\x80\n', 'latin1'), [['é', '€']]],
    ['C3 UTF-8 and Windows-1252 in one file', Buffer.from('a,b\n\xc3\xa9,\xe9\n', 'latin1'), [['é', 'é']]],
    ['C3 a letter whose second byte is a no-break space', 'a,b\nvoilà,à\n', [['voilà', 'à']]],
    ['C5 quote in the midst of an unquoted cell is text', 'a,b\n5" pipe,6\n', [['5" pipe', '6']]],
    ['C5 quote at the end of an unquoted cell is text', 'a,b\n5",6\n', [['5"', '6']]],
    ['C5 doubled quotes', 'a,b\n"x ""y"" z",""""\n', [['x "y" z', '"']]],
    ['C5 cell of quotes alone', 'a,b\n"""""",""\n', [['""', '']]],
    ['C5 blanks after a closing quote are dropped', 'a,b\n"x" ,"y ""z"""  \n', [['x', 'y "z"']]],
    ['C5 apostrophes are no quotes', "a,b\n'x','y'\n", [["'x'", "'y'"]]],
    [
      'C6 brackets and slashes at the edges stay',
      'a,b\n(5),/x/\n_,)\n',
      [
        ['(5)', '/x/'],
        ['_', ')'],
      ],
    ],
    [
      'C8 trailing comma on every line',
      'a,b,\n1,2,\n3,4,\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['C8 trailing comma in the header alone', 'a,b,,\n1,2\n', [['1', '2']]],
    ['C8 empty header in the midst', 'a,,b\n1,2,3\n', [['1', '3']]],
    [
      'C9 blank lines and lines of blanks',
      'a,b\n\n1,2\n  \t \n\r\n3,4\n\n\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'C9 a line of delimiters is a row',
      'a,b\n,\n1,2\n',
      [
        ['', ''],
        ['1', '2'],
      ],
    ],
    [
      'C10 CR',
      'a,b\r1,2\r3,4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['C10 CRLF', 'a,b\r\n1,2\r\n', [['1', '2']]],
    [
      'C10 all mixed',
      'a,b\r\n1,2\n3,4\r5,6\r\n7,8',
      [
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
        ['7', '8'],
      ],
    ],
    ['C11 no final newline', 'a,b\n1,2', [['1', '2']]],
    ['C11 header only', 'a,b\n', []],
    ['C11 header only, no newline', 'a,b', []],
    ['C12 semicolon, decimal comma', 'a;b\n2,5;x\n', [['2,5', 'x']]],
    ['C12 tab', 'a\tb\n1\t2\n', [['1', '2']]],
    ['C12 pipe', 'a|b\n1|2\n', [['1', '2']]],
    ['C12 sep=', 'sep=;\na;b\n1;2\n', [['1', '2']]],
    ['C12 sep=, quoted, with a mark', '\ufeff"sep=|"\r\na|b\r\n1|2\r\n', [['1', '2']]],
    ['C12 delimiters within quotes', 'a,b\n"1;2;3","4;5;6"\n', [['1;2;3', '4;5;6']]],
    ['C16 quotes after blanks on every line', '"a", "b"\n"1, 2", "3"\n', [['1, 2', '3']]],
    ['C17 headers in another case, with blanks', ' A ,"B "\n1,2\n', [['1', '2']]],
    [
      'C21 ids stay text',
      'a,b\n00123,1E5\n9007199254740993,1\n',
      [
        ['00123', '1E5'],
        ['9007199254740993', '1'],
      ],
    ],
    ['C25 preamble', 'Report,March\n\nMade by,us,today\n\na,b\n1,2\n', [['1', '2']]],
  ])('%s', async (_, content, rows) => {
    const found = await read(content, ab);
    expect(found.rows).toEqual(rows);
    expect(found.broken).toEqual([]);
  });

  it('C17 headers composed otherwise, in capitals', async () => {
    expect((await read('ME\u0301TIER,x\n1,2\n', ['m\u00e9tier'])).rows).toEqual([['1']]);
  });

  it('C9 one column: a quoted blank is a row, a blank line is none', async () => {
    const { rows, lines } = await read('a\n1\n\n""\n  \n2\n', ['a']);
    expect(rows).toEqual([['1'], [''], ['2']]);
    expect(lines).toEqual([2, 4, 6]);
  });

  it('C15 physical lines', async () => {
    const found = await read('a,b\r\n"x\r\ny\nz",1\r\n\r\n2,3\r\n', ab);
    expect(found.lines).toEqual([2, 6]);
    expect(found.rows[0]).toEqual(['x\r\ny\nz', '1']);
  });

  it.each(['__proto__', 'constructor', 'toString'])('C18 a column named %s', async (name) => {
    expect((await read(`x,${name}\n1,2\n`, [name])).rows).toEqual([['2']]);
  });

  it('C23 10 000 columns', async () => {
    const names = Array.from({ length: 12_000 }, (_, i) => `column ${i}`);
    const { rows } = await read(`${names.join(',')}\n${names.map((_, i) => i).join(',')}\n`, [
      'column 11999',
      'column 0',
    ]);
    expect(rows).toEqual([['11999', '0']]);
  });

  it('C22 files of one glob with their columns in different order', async () => {
    const folder = await folderWith({ 'x-10.csv': 'b,a\n4,3\n', 'x-9.csv': 'a,b\n1,2\n', '.x-1.csv': 'a,b\n9,9\n' });
    const found = await readSource(source(['x-*.csv'], ab), optionsFor(folder));
    expect(found.rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(found.files).toEqual([0, 1]);
    expect(found.facts.map(({ file }) => file)).toEqual(['x-9.csv', 'x-10.csv']);
  });
});

describe('hazards of real files: these records are broken', () => {
  it.each([
    ['C4 quote never closed', 'a,b\n1,"2\n3,4\n5,6\n', { code: 'unclosed-quote', line: 2, found: 3, lines: 3 }, 0],
    ['C4 quote never closed, in the second line of a record', 'a,b\n"x\né",  "\n', { code: 'text-after-quote' }, 0],
    [
      'C4 quote that opens on a later line',
      'a,b\n"x\né","2\n3,4',
      { code: 'unclosed-quote', line: 3, found: 4, lines: 2 },
      0,
    ],
    [
      'C5 text after a closing quote',
      'a,b\n1,2\n"x"y,1\n3,4\n5,6\n',
      { code: 'text-after-quote', line: 3, found: 3, lines: 3 },
      1,
    ],
    [
      'C5 text after an empty quoted cell',
      'a,b\n""y,1\n',
      { code: 'text-after-quote', line: 2, found: 2, lines: 1 },
      0,
    ],
    ['C6 too few', 'a,b\n1\n3,4\n', { code: 'ragged', line: 2, expected: 2, found: 1, lines: 1 }, 1],
    ['C6 too many', 'a,b\n1,2,3\n3,4\n', { code: 'ragged', line: 2, expected: 2, found: 3, lines: 1 }, 1],
    ['C6 too many, blank', 'a,b\n1,2,\n3,4\n', { code: 'ragged', line: 2, expected: 2, found: 3 }, 1],
    ['C6 over several lines', 'a,b\n"1\n\n"\n3,4\n', { code: 'ragged', line: 2, expected: 2, found: 1, lines: 3 }, 1],
    [
      'C16 blank before a quote',
      'a,b\n1, "x"\n3,4\n5,6\n',
      { code: 'text-after-quote', line: 2, found: 4, lines: 1 },
      2,
    ],
    [
      'C16 blank before a quote that hides a line end',
      'a,b\n1, "x\ny"\n3,4\n',
      { code: 'text-after-quote', line: 2, found: 4, lines: 3 },
      0,
    ],
    ['C26 second table', 'a,b\n1,2\n\nc,d,e\n', { code: 'ragged', line: 4, expected: 2, found: 3 }, 1],
  ])('%s', async (_, content, record, rows) => {
    const found = await read(content, ab);
    expect(found.broken).toEqual(broken(record as Partial<BrokenRecord>));
    expect(found.rows).toHaveLength(rows);
    expect(found.facts[0]?.rows).toBe(rows + 1);
  });

  it('C6 ragged: pad', async () => {
    const found = await read('a,b,c\n1\n1,2,3, ,\n1,2,3,4\n', ['a', 'c'], { ragged: 'pad' });
    expect(found.rows).toEqual([
      ['1', ''],
      ['1', '3'],
    ]);
    expect(found.broken).toEqual(broken({ code: 'ragged', line: 4, expected: 3, found: 4 }));
  });

  it('C23 a cell of 20 MB ends the file, and what follows is counted', async () => {
    const content = `a,b\n1,2\n3,${'x'.repeat(20_000_000)}\n5,6\n`;
    const { rows, broken: records } = await read(content, ab);
    expect(rows).toEqual([['1', '2']]);
    expect(records).toEqual(broken({ code: 'record-too-long', line: 3, found: 0, lines: 2 }));
  });

  it('C4 a quote never closed in a large file', async () => {
    const content = `a,b\n1,"2\n${'3,4\n'.repeat(6_000_000)}`;
    const { rows, broken: records } = await read(content, ab);
    expect(rows).toEqual([]);
    expect(records).toEqual(broken({ code: 'unclosed-quote', line: 2, found: 3, lines: 6_000_001 }));
  });

  it('C23 a quote that closes after more than the limit', async () => {
    const content = `a,b\n1,"2\n${'3,4\n'.repeat(6_000_000)}"\n`;
    const { broken: records } = await read(content, ab);
    expect(records).toEqual(broken({ code: 'record-too-long', line: 2, found: 3, lines: 6_000_002 }));
  });

  it('C23 a line of delimiters alone, without an end', async () => {
    const { broken: records } = await read(`a,b\n${','.repeat(17_000_000)}`, ab);
    expect(records).toEqual(broken({ code: 'record-too-long', line: 2, found: 0, lines: 1 }));
  });
});

describe('hazards of real files: what is declared', () => {
  it.each([
    [
      'C3 Windows-1252',
      Buffer.from('a,b\n\x93x\x94,\xc3\xa9\n', 'latin1'),
      { encoding: 'windows-1252' },
      [['“x”', 'Ã©']],
    ],
    ['C12 delimiter and quote', "a:b\n'1:''2':3\n", { delimiter: ':', quote: "'" }, [["1:'2", '3']]],
    ['C12 no quote at all', 'a,b\n"1,2"\n', { quote: '' }, [['"1', '2"']]],
    ['C12 delimiter of two letters', 'a||b\n1|x||2\n', { delimiter: '||' }, [['1|x', '2']]],
    ['C12 delimiter past ASCII', 'a§b\né§2\n', { delimiter: '§' }, [['é', '2']]],
    [
      'C12 delimiter past ASCII in Windows-1252',
      Buffer.from('a\xa7b\n\xe9\xa72\n', 'latin1'),
      { delimiter: '§', encoding: 'windows-1252' },
      [['é', '2']],
    ],
    ['C25 header_line', 'a,b\n0,0\na,b\n1,2\n', { headerLine: 3 }, [['1', '2']]],
    ['C25 header_rows', 'a,b\nhours,\n(h),\n1,2\n', { headerRows: 3 }, [['1', '2']]],
    [
      'C25 footer of two rows',
      'a,b\n1,2\n3,4\nTotal,4,,\n\nx\n',
      { footer: 2 },
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['C25 footer of more rows than there are', 'a,b\n1,2\n', { footer: 3 }, []],
    ['C25 footer by its text', 'a,b\n1,2\nTotal,4,,\n9,9\n', { footer: 'Total' }, [['1', '2']]],
    ['C25 footer by a text with a delimiter', 'a,b\nTotal SA,2\nTotal,4\n', { footer: 'Total,' }, [['Total SA', '2']]],
    ['C25 comments', '# x "\na,b\n# it\'s "y\n1,#2\n#\n', { comment: '#' }, [['1', '#2']]],
    [
      'C25 comments of two letters',
      'a,b\n//,1,2\n1,2\n/,2\n',
      { comment: '//' },
      [
        ['1', '2'],
        ['/', '2'],
      ],
    ],
  ] as const)('%s', async (_, content, csv, rows) => {
    const found = await read(content, ab, csv);
    expect(found.rows).toEqual(rows);
    expect(found.broken).toEqual([]);
  });

  it('C25 a row in the middle that begins like the footer is a row', async () => {
    const names = ['Total AG', ...Array.from({ length: 150 }, (_, i) => `n${i}`)];
    const { rows } = await read(`a,b\n${names.map((name) => `${name},1\n`).join('')}Total,2\nmade by us,\n`, ab, {
      footer: 'Total',
    });
    expect(rows.map(([name]) => name)).toEqual(names);
  });

  it('C25 comment within a line after a quoted cell', async () => {
    const found = await read('a,b\n1,"2"# x\n', ab, { comment: '#' });
    expect(found.broken).toEqual(broken({ code: 'text-after-quote', line: 2, found: 5 }));
  });

  it('C25 physical lines around comments', async () => {
    expect((await read('#\n#\na,b\n#\n1,2\n\n#,"\n3,4\n', ab, { comment: '#' })).lines).toEqual([5, 8]);
  });

  it('C7 twin headers: by position', async () => {
    expect((await read('a,b,A\n1,2,3\n', [3, 'b'])).rows).toEqual([['3', '2']]);
    const [twin] = await failureOf(read('a,b, A\n1,2,3\n', ['a']));
    expect(twin?.message).toBe("a.csv has 2 columns 'a', at positions 1 and 3");
    expect(twin?.help).toContain('`column: 1` or `column: 3`');
  });

  it('C7 twin headers that nobody names', async () => {
    expect((await read('a,b,b\n1,2,3\n', ['a'])).rows).toEqual([['1']]);
  });

  it('several headers are joined by a blank', async () => {
    const { rows } = await read('y,m,d\n2026, 3 ,1\n,,\n', [column(['y', 'm', 'd'])]);
    expect(rows).toEqual([['2026 3 1'], ['']]);
  });
});
