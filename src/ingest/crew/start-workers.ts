import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Orders } from './messages.ts';

export interface Started {
  readonly worker: Worker;
  readonly port: MessagePort;
}

/** What a thread runs, and what it is given beside its orders. */
export interface Script {
  readonly url: URL;
  readonly work: unknown;
}

/** Starts the threads of a crew. */
export function startWorkers(
  helpers: number,
  script: Script | null,
  orders: Omit<Orders, 'helper'>,
): readonly Started[] {
  if (script === null) return [];
  return Array.from({ length: helpers }, (_, helper) => {
    const { port1, port2 } = new MessageChannel();
    const workerData = { orders: { ...orders, helper }, port: port2, work: script.work };
    return { worker: new Worker(script.url, { workerData, transferList: [port2] }), port: port1 };
  });
}
