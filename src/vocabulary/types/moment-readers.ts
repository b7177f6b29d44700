import { type CompiledFormat, compileFormat } from '../time/format.ts';
import { IsoReader } from '../time/iso.ts';
import { type Zone, zoneOf } from '../time/zone.ts';
import { EpochReader, isEpochFormat } from './epoch.ts';
import { FittingFormats } from './fitting-formats.ts';
import type { MomentReader, MomentReading } from './moment-reading.ts';

/**
 * The reader of a column's moments: ISO 8601 where there is no format.
 *
 * @throws RangeError for a format that cannot be compiled.
 */
export function momentReader(format: string | null, zone: Zone): MomentReader {
  if (format === null) return new IsoMoments(zone);
  if (isEpochFormat(format)) return new EpochReader(format);
  const compiled = compileFormat(format);
  if (compiled.kind === 'fault') throw new RangeError(`format ${format}: ${compiled.reason} at ${compiled.position}`);
  return new FormatMoments(compiled, zone);
}

class IsoMoments implements MomentReader {
  readonly #zone: Zone;
  readonly #iso = new IsoReader();
  readonly #fitting = new FittingFormats();

  constructor(zone: Zone) {
    this.#zone = zone;
  }

  read(text: string, into: MomentReading): void {
    const iso = this.#iso;
    if (!iso.read(text)) {
      this.#fitting.see(text);
      into.setUnreadable();
    } else if (iso.dateOnly) into.setDay(iso.local, this.#zone);
    else if (iso.hasOffset) into.setInstant(iso.local - iso.offset);
    else into.setLocal(iso.local, this.#zone);
  }

  fittingFormats(): readonly string[] | null {
    return this.#fitting.list();
  }
}

class FormatMoments implements MomentReader {
  readonly #format: CompiledFormat;
  readonly #zone: Zone;

  constructor(format: CompiledFormat, zone: Zone) {
    this.#format = format;
    this.#zone = zone;
  }

  read(text: string, into: MomentReading): void {
    const clock = this.#format.parse(text);
    if (clock === null) into.setUnreadable();
    else if (this.#format.dateOnly) into.setDay(clock.local, this.#zone);
    else if (clock.offset !== null) into.setInstant(clock.local - clock.offset);
    else into.setLocal(clock.local, clock.zone === null ? this.#zone : zoneOf(clock.zone));
  }

  fittingFormats(): null {
    return null;
  }
}
