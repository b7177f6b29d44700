import { diagnose } from '../diagnostics/catalog.ts';
import type { Calendar } from '../model/calendar.ts';
import type { Path } from '../model/raw.ts';
import { isMap } from '../vocabulary/reading.ts';
import type { Source } from './source.ts';

/** The calendars of the file, and which of them something names. */
export class Calendars {
  readonly #byName: ReadonlyMap<string, Calendar | null>;
  readonly #source: Source;
  readonly #used = new Set<string>();

  /** `byName`: null for a calendar that is wrong, which has been reported. */
  constructor(byName: ReadonlyMap<string, Calendar | null>, source: Source) {
    this.#byName = byName;
    this.#source = source;
  }

  get all(): readonly Calendar[] {
    return [...this.#byName.values()].filter((calendar) => calendar !== null);
  }

  get unused(): readonly string[] {
    return [...this.#byName.keys()].filter((name) => !this.#used.has(name));
  }

  /** The calendar that is named at a path; an unknown name is reported there. */
  find(name: string, path: Path): Calendar | null {
    this.#used.add(name);
    const calendar = this.#byName.get(name);
    if (calendar !== undefined) return calendar;
    const declared = this.#source.raw(['calendars']);
    if (declared === undefined || isMap(declared)) {
      const known = [...this.#byName.keys()];
      const args = { calendar: name, known, nearest: this.#source.nearest(name, known) };
      this.#source.report(diagnose('unknown-calendar', args, this.#source.at(path)));
    }
    return null;
  }
}
