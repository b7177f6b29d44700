import type { ColumnPlan } from '../../../src/model/column.ts';
import type { CsvOptions } from '../../../src/model/declaration.ts';
import { column } from './plain.ts';

/** A file by its name, with columns that are read of it at their proper types. */
export type Plan = readonly [name: string, columns: readonly ColumnPlan[], csv?: Partial<CsvOptions>];

const oslo = { zone: 'Europe/Oslo' };
const boston = { zone: 'America/New_York' };

function boston311(format: string | null): readonly ColumnPlan[] {
  const moments = ['open_dt', 'target_dt', 'closed_dt'].map((name) =>
    column(name, { type: 'timestamp', format, ...boston }),
  );
  return [
    ...moments,
    column('case_enquiry_id', {}, 'id'),
    column('ontime', {
      type: 'boolean',
      map: [
        ['ONTIME', 'yes'],
        ['OVERDUE', 'no'],
      ],
    }),
    column('source'),
    column('closure_reason'),
    column('location_zipcode', { anyCase: true }, 'id'),
    column('latitude', { type: 'number' }),
    { ...column('ward'), headers: ['ward', 'precinct', 'neighborhood'] },
  ];
}

function nyc311(): readonly ColumnPlan[] {
  const format = 'MM/dd/yyyy hh:mm:ss a';
  return [
    ...['Created Date', 'Closed Date', 'Due Date'].map((name) =>
      column(name, { type: 'timestamp', format, ...boston }),
    ),
    column('Resolution Action Updated Date', { type: 'date', format, ...boston }),
    column('Unique Key', {}, 'id'),
    column('Open Data Channel Type', { blank: ['unknown'] }),
    column('Resolution Description'),
    column('Location'),
    column('Latitude', { type: 'number' }),
    column('BBL', {}, 'id'),
  ];
}

function tickets(): readonly ColumnPlan[] {
  return [
    ...['Created at', 'First reply at', 'Solved at', 'Updated at'].map((name) =>
      column(name, { type: 'timestamp', ...oslo }),
    ),
    column('On hold, minutes', { type: 'duration', unit: 'minutes' }),
    column('Ticket ID', {}, 'id'),
    column('Customer ID', { anyCase: true }, 'id'),
    column('Region'),
    column('Subject'),
  ];
}

/** Exports that others published. */
export const SHARED: readonly Plan[] = [
  ['boston311_100_dmy.csv', boston311('dd/MM/yyyy HH:mm:ss')],
  ['boston311_100_iso.csv', boston311(null)],
  ['boston311_2011.csv', boston311(null)],
  [
    'bts_flights_1987_2008.csv',
    [
      column('TailNum', {}, 'id'),
      column('TailNum'),
      column('UniqueCarrier'),
      column('ArrDelay', { type: 'number', blank: ['NA'] }),
      column('DepDelay', { type: 'duration', unit: 'minutes' }),
      column('IsArrDelayed', { type: 'boolean' }),
      { ...column('Date', { type: 'date', format: 'yyyy M d' }), headers: ['Year', 'Month', 'DayofMonth'] },
    ],
  ],
  [
    'cfpb_complaints_2014.csv',
    [
      column('Date received', { type: 'date', format: 'MM/dd/yyyy' }),
      column('Date sent to company', { type: 'timestamp', ...boston }),
      column('Timely response?', { type: 'boolean' }),
      column('Complaint ID', {}, 'id'),
      column('Company'),
      column('ZIP code', {}, 'id'),
    ],
  ],
  [
    'cfpb_complaints_2023_truncated.csv',
    [
      column('Date received', { type: 'date' }),
      column('Date sent to company', { type: 'timestamp', ...boston }),
      column('Timely response?', { type: 'boolean' }),
      column('Consumer disputed?', { blank: ['N/A'] }),
      column('Consumer complaint narrative', {}, 'id'),
      column('Company'),
    ],
  ],
  ['nyc311_2022-05-01.csv', nyc311()],
  ['nyc311_animals.csv', nyc311()],
];

/** The example's own. */
export const FIXTURES: readonly Plan[] = [
  [
    'calls.csv',
    [
      column('Queued at', { type: 'timestamp', ...oslo }),
      column('Called back at', { type: 'timestamp', ...oslo }),
      column('Queue wait', { type: 'duration' }),
      column('Answered', { type: 'boolean' }),
      column('Call ID', {}, 'id'),
      column('Line'),
    ],
    { footer: 'Total' },
  ],
  ['email-2026-01.csv', tickets()],
  ['email-2026-02.csv', tickets()],
  ['email-2026-03.csv', tickets()],
  [
    'chat.csv',
    [
      column('Started at', { type: 'timestamp', ...oslo }),
      column('Ticket ID', {}, 'id'),
      column('Subject'),
      column('Region'),
    ],
  ],
  [
    'social.csv',
    [
      column('Mottatt', { type: 'timestamp', format: 'dd.MM.yyyy HH:mm', ...oslo }),
      column('Besvart', { type: 'timestamp', format: 'dd.MM.yyyy HH:mm', ...oslo }),
      column('Sak', {}, 'id'),
      column('Emne'),
      column('Nettverk'),
    ],
    { encoding: 'windows-1252' },
  ],
  [
    'survey.csv',
    [
      column('Submitted', { type: 'timestamp', ...oslo }),
      column('Helped by'),
      ...[6, 7, 9, 10].map((place) => column(place, { type: 'number', decimal: ',', blank: ['N/A', '-'] })),
    ],
  ],
  [
    'intervals.csv',
    [column(1, { type: 'timestamp', ...oslo }), column('Offered', { type: 'number' }), column(4, { type: 'number' })],
  ],
];
