import type { Crew, CrewOptions } from './crew/crew.ts';
import type { Job } from './crew/jobs.ts';
import { unfit } from './lanes/fast/fit.ts';
import { FilesReading, type SourceReading } from './reading.ts';

/** Fewer bytes than these are read before a thread has started. */
const WORTH_A_THREAD = 32 * 1024 * 1024;

export interface CrewRequest extends Omit<CrewOptions, 'helpers'> {
  /** Threads that may be used, this one included. */
  readonly threads: number;
  /** false: nobody asks for the sha256 of files. */
  readonly hashed: boolean;
  /** Fewer bytes than these start no thread. */
  readonly worthBytes?: number;
}

/** Threads for some readings, which are to be read in their order; null where no file of them can be read so. */
export async function openCrew(
  readings: readonly SourceReading[],
  { threads, hashed, worthBytes = WORTH_A_THREAD, ...options }: CrewRequest,
): Promise<Crew | null> {
  const own = readings.filter((reading) => reading instanceof FilesReading);
  const jobs: Job[] = [];
  const places = own.map((reading, index) => {
    const place = new Map<number, number>();
    for (const job of reading.jobs(index)) {
      if (unfit(job.dialect, job.binding) !== null) continue;
      place.set(job.file, jobs.push({ ...job, isHashed: job.isHashed && hashed }) - 1);
    }
    return place;
  });
  if (jobs.length === 0) return null;
  const bytes = jobs.reduce((sum, job) => sum + job.bytes, 0);
  const { Crew } = await import('./crew/crew.ts');
  const helpers = bytes < worthBytes || options.script === null ? 0 : Math.max(0, threads - 1);
  const crew = new Crew(
    jobs,
    own.map(({ jobReading }) => jobReading),
    { ...options, helpers },
  );
  for (const [index, reading] of own.entries()) reading.join(crew, places[index] ?? new Map());
  return crew;
}
