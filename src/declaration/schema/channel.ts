import { z } from 'zod';
import { conditionSchema } from '../../vocabulary/conditions/index.ts';
import {
  DATE,
  number,
  oneOrMany,
  orVariable,
  pattern,
  readElsewhere,
  SHARE,
  say,
  scalar,
  text,
  ZONE,
} from './words.ts';

/** An empty value takes an inherited key away. */
function removable(schema: z.ZodType): z.ZodType {
  return schema.nullable().exactOptional();
}

export const where = say(
  conditionSchema(z),
  'The rows that count at all; a condition as under kept_when, where a blank is the empty text.',
  'a condition',
  'where: { Status: { not: spam } }',
);
readElsewhere.add(where);

const header = say(
  z.union([text, z.array(text)]),
  'Header in the export, or its position counted from 1; several are joined by a blank.',
  'a header, its position, or a list of headers',
  'opened: Created at',
);

const columnOptions = z.strictObject({
  column: header.exactOptional(),
  type: say(
    z.enum(['text', 'number', 'percent', 'boolean', 'timestamp', 'date', 'duration']),
    'How the cells are read; left out, it follows from how the column is used.',
    'a type',
    'type: date',
  ).exactOptional(),
  format: say(
    z.string(),
    'Unicode tokens such as dd.MM.yyyy HH:mm; epoch-seconds, epoch-milliseconds; for durations h:mm, m:ss, h:mm:ss.',
    'a format',
    'format: dd.MM.yyyy HH:mm',
  ).exactOptional(),
  timezone: say(
    z.string().meta({ pattern: orVariable(ZONE) }),
    'Of times without a zone; else the channel’s.',
    'a time zone',
    'timezone: Europe/Oslo',
  ).exactOptional(),
  decimal: say(z.enum(['.', ',']), 'The decimal sign.', 'a decimal sign', 'decimal: ","').exactOptional(),
  unit: say(
    z.enum(['milliseconds', 'seconds', 'minutes', 'hours', 'days', 'weeks', 'percent']),
    'What a bare number means.',
    'a unit',
    'unit: minutes',
  ).exactOptional(),
  blank: say(
    oneOrMany(scalar),
    'Cells that mean blank, beside the empty one.',
    'a text or a list of them',
    'blank: ["N/A", "-"]',
  ).exactOptional(),
  map: say(
    z.record(z.string(), scalar),
    'Text of the cell, and what is read in its place.',
    'a map from cell to value',
    'map: { "Very good": 5 }',
  ).exactOptional(),
});

const columns = say(
  z.record(
    z.string(),
    removable(
      z.union([
        text,
        z.array(text),
        say(
          columnOptions,
          'A column and how its cells are read.',
          'a column',
          'replied: { column: First reply at, format: dd.MM.yyyy HH:mm }',
        ),
      ]),
    ),
  ),
  'Name used in this file: header in the export.',
  'a map from name to header',
  'columns: { opened: Created at }',
);

const csv = say(
  z.strictObject({
    delimiter: removable(
      say(
        z.string(),
        'What parts the cells; found where left out. One letter, or tab.',
        'one letter',
        'delimiter: ";"',
      ),
    ),
    quote: removable(say(z.string(), 'What surrounds cells that hold the delimiter.', 'one letter', "quote: '\"'")),
    encoding: removable(
      say(
        z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
        'Found where left out.',
        'an encoding',
        'encoding: windows-1252',
      ),
    ),
    header_line: removable(
      say(number('^[1-9][0-9]*$'), 'Line of the header, counted from 1.', 'a line', 'header_line: 3'),
    ),
    header_rows: removable(
      say(
        number('^[1-9][0-9]*$'),
        'Rows that the header takes; the first names the columns.',
        'a number of rows',
        'header_rows: 2',
      ),
    ),
    footer: removable(
      say(
        text,
        'Rows at the end that are no data: their number, or how the first of them begins.',
        'a number or a text',
        'footer: Total',
      ),
    ),
    comment: removable(say(z.string(), 'Rows that begin so are no data.', 'a text', "comment: '#'")),
    ragged: removable(
      say(
        z.enum(['error', 'pad']),
        'What becomes of rows with fewer cells than the header.',
        'error or pad',
        'ragged: pad',
      ),
    ),
  }),
  'How the export is written, where that cannot be found.',
  'a map',
  'csv: { delimiter: ";" }',
);

const except = say(
  z.array(
    say(
      z.strictObject({
        from: say(pattern(orVariable(DATE)), 'First day.', 'a date', 'from: 2026-02-03'),
        to: say(pattern(orVariable(DATE)), 'Last day, included.', 'a date', 'to: 2026-02-03'),
        reason: say(text, 'Why these days do not count.', 'a text', 'reason: mail provider down'),
      }),
      'Days that do not count.',
      'a map',
      '{ from: 2026-02-03, to: 2026-02-03, reason: mail provider down }',
    ),
  ),
  'Days whose occasions do not count, by at; clocks are not stopped.',
  'a list',
  'except: [{ from: 2026-02-03, to: 2026-02-03, reason: mail provider down }]',
);

export const channel = say(
  z.strictObject({
    extends: removable(say(text, 'Takes every key of that channel.', 'the name of a channel', 'extends: email')),
    note: removable(
      say(text, 'Shown beside the channel, such as why it is not measured.', 'a text', 'note: no export yet'),
    ),
    source: removable(
      say(
        oneOrMany(text),
        "Path, glob, or a list of them; '-' is standard input. Without it the channel is a blind spot.",
        'a path, a glob or a list of them',
        'source: exports/email-*.csv',
      ),
    ),
    timezone: removable(
      say(
        pattern(orVariable(ZONE)),
        'Of times without a zone; else the file’s.',
        'a time zone',
        'timezone: Europe/Oslo',
      ),
    ),
    at: removable(
      say(text, 'Column that says when the occasion began: it chooses window and period.', 'a column', 'at: opened'),
    ),
    case: removable(say(text, 'Column that names one occasion.', 'a column', 'case: ticket')),
    repeats: removable(
      say(
        z.enum(['error', 'latest', 'all', 'each']),
        'What becomes of the same case twice.',
        'a word',
        'repeats: latest',
      ),
    ),
    updated: removable(
      say(
        text,
        'Column that says which row of a case is the newest, for repeats: latest.',
        'a column',
        'updated: changed',
      ),
    ),
    customer: removable(say(text, 'Column that says to whom the promise was made.', 'a column', 'customer: customer')),
    segments: removable(
      say(
        oneOrMany(text),
        'Columns to split by; hour, weekday and hour_of_week come free with at.',
        'a list of columns',
        'segments: [region, language]',
      ),
    ),
    text: removable(
      say(
        text,
        'Column of what customers wrote: words to look for causes in. An audit does not read it.',
        'a column',
        'text: Subject',
      ),
    ),
    columns: removable(columns),
    where: removable(where),
    except: removable(except),
    tolerate: removable(
      say(
        z.union([pattern(orVariable(SHARE)), z.literal(0)]),
        'Share of the rows that may be unreadable; they are set aside, counted and shown.',
        'a share',
        'tolerate: 1%',
      ),
    ),
    csv: removable(csv),
  }),
  'Where occasions happen, and the export that tells of them.',
  'a map',
  'email: { source: email.csv, at: Created at }',
);
