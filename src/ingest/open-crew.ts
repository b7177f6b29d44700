import type { Crew, CrewOptions } from './crew/crew.ts';
import type { Job } from './crew/jobs.ts';
import { unfit } from './lanes/fast/fit.ts';
import { HandOver } from './lanes/hand-over.ts';
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

/** Threads for some readings, which are to be read in their order; null where that gains nothing, or cannot be. */
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
  // What is packed is counted whole by a helper, or read here as a stream.
  const bytes = own.reduce((sum, { files }) => files.reduce((part, file) => part + file.bytes, sum), 0);
  const helpers = bytes < worthBytes || options.script === null ? 0 : Math.max(0, threads - 1);
  if (jobs.length === 0 && (helpers === 0 || own.length < 2)) return null;
  const { Crew } = await import('./crew/crew.ts');
  const jobReadings = own.map(({ jobReading }) => jobReading);
  try {
    const crew = new Crew(jobs, jobReadings, { ...options, helpers });
    for (const [index, reading] of own.entries()) reading.join(crew, places[index] ?? new Map());
    return crew;
  } catch (error) {
    if (error instanceof HandOver) return null;
    throw error;
  }
}
