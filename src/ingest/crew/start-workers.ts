import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Orders } from './messages.ts';

export interface Started {
  readonly worker: Worker;
  readonly port: MessagePort;
}

/** Starts the threads of a crew; none where there is no script that they could run. */
export function startWorkers(
  helpers: number,
  script: URL = new URL('./worker.js', import.meta.url),
  orders: Omit<Orders, 'helper'>,
): readonly Started[] {
  return Array.from({ length: helpers }, (_, helper) => {
    const { port1, port2 } = new MessageChannel();
    const workerData = { orders: { ...orders, helper }, port: port2 };
    const worker = new Worker(script, { workerData, transferList: [port2] });
    return { worker, port: port1 };
  });
}
