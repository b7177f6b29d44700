import { parseArgs } from 'node:util';

export interface FuzzOptions {
  readonly minutes: number;
  readonly seed: number;
  /** Number of the first case. */
  readonly from: number;
  readonly cases: number;
  readonly lane: string;
  /** Real files of any size are read whole first. */
  readonly whole: boolean;
  /** Goes on after a difference, and tells each kind of them once. */
  readonly all: boolean;
  /** A file that an earlier run wrote; null: cases are made. */
  readonly replay: string | null;
}

export const USAGE = `npm run fuzz -- [options]

  --minutes N   how long (default 1)
  --seed N      which cases are made (default: any)
  --from N      begin with this case (default 0): --seed 7 --from 1234 --cases 1 makes one case again
  --cases N     end after so many, if the time has not passed before
  --lane NAME   fast (default); twin: fast, as it is where there is no WebAssembly; reference: against itself, in
                other chunkings
  --whole       first read every real file whole, however large
  --all         go on after a difference, and tell the first of each kind
  --replay F    look at the case in a file that an earlier run wrote

Ends with 0 where no difference was found, with 1 at the first one, or at the end with --all.`;

/** null where help is asked for. @throws Error for options that do not exist, and for what is no number. */
export function fuzzOptions(args: readonly string[]): FuzzOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      minutes: { type: 'string', default: '1' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      from: { type: 'string', default: '0' },
      cases: { type: 'string', default: 'Infinity' },
      lane: { type: 'string', default: 'fast' },
      whole: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      replay: { type: 'string' },
    },
  });
  if (values.help) return null;
  return {
    minutes: numberOf('minutes', values.minutes),
    seed: numberOf('seed', values.seed),
    from: numberOf('from', values.from),
    cases: numberOf('cases', values.cases),
    lane: values.lane,
    whole: values.whole,
    all: values.all,
    replay: values.replay ?? null,
  };
}

function numberOf(name: string, text: string): number {
  const value = Number(text);
  if (Number.isNaN(value)) throw new Error(`--${name} ${text} is no number`);
  return value;
}
