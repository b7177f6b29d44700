import type { GapReport, IsoInstant } from '../../../model/report.ts';
import { plain } from '../../plain.ts';
import { uniqueNames } from '../unique-names.ts';
import type { Family } from './family.ts';

/** Up to when each channel speaks: the newest of its files, or what its cells say where no file is known. */
export function asOfFamily({ brand, sources, promises }: GapReport): Family {
  const known = [
    ...sources.map(({ channel, as_of }) => ({ channel, moment: as_of })),
    ...promises.flatMap(({ channels }) => channels.map(({ channel, as_of }) => ({ channel, moment: as_of }))),
  ];
  return {
    name: 'saydo_as_of_timestamp',
    unit: 'seconds',
    help: 'The moment that the data of the channel is taken to speak for, in seconds since 1970.',
    samples: newestSamples(known, brand),
  };
}

/** How far the data of each channel reaches, whatever as_of the run was given: a feed that died stands still. */
export function newestFamily({ brand, sources }: GapReport): Family {
  return {
    name: 'saydo_newest_event_timestamp',
    unit: 'seconds',
    help: 'The newest event in the data of the channel, in seconds since 1970: a feed that died stands still.',
    samples: newestSamples(
      sources.map(({ channel, newest_event }) => ({ channel, moment: newest_event })),
      brand,
    ),
  };
}

interface Known {
  readonly channel: string;
  readonly moment: IsoInstant | null;
}

/** The newest moment of each channel; channels without any are left out. */
function newestSamples(known: readonly Known[], brand: string): Family['samples'] {
  const newest = new Map<string, number>();
  for (const { channel, moment } of known) {
    const seconds = moment === null ? Number.NaN : Date.parse(moment) / 1000;
    if (Number.isFinite(seconds)) newest.set(channel, Math.max(seconds, newest.get(channel) ?? seconds));
  }
  const names = uniqueNames([...newest.keys()].map(plain));
  return [...newest.values()].map((value, index) => ({
    labels: { brand: plain(brand), channel: names[index] ?? '' },
    value,
  }));
}
