import { type MessagePort, workerData } from 'node:worker_threads';
import { Helper, type Orders } from '../ingest/crew/index.ts';
import { countAlone } from './local/count-alone.ts';
import type { ThreadWork } from './local/thread-work.ts';

/** What a thread beside the main one runs: whole sources first, the smallest before the others, then segments. */
const data: { readonly orders: Orders; readonly port: MessagePort; readonly work: ThreadWork } = workerData;

async function run(): Promise<void> {
  const { orders, port, work } = data;
  const helper = new Helper(orders, port);
  let [bytes, rows] = [0, 0];
  for (const one of work.sources) {
    if (!helper.claims(one.reading)) continue;
    const counted = await countAlone(work, one, (progress) => {
      helper.tellProgress(bytes + progress.bytes, rows + progress.rows);
    });
    bytes += counted?.bytes ?? 0;
    rows += counted?.rows ?? 0;
    helper.tellProgress(bytes, rows);
    helper.tellTally(one.reading, counted?.tally ?? null);
  }
  helper.run();
}

// No await of the module itself: V8 of Node 20 takes the whole process down where a thread is ended while such a module
// runs. What is thrown is an unhandled rejection, which ends the thread with an error.
void run();
