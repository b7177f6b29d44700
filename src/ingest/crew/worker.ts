import { type MessagePort, workerData } from 'node:worker_threads';
import { Helper } from './helper.ts';
import type { Orders } from './messages.ts';

/** What a worker thread runs. */
const { orders, port }: { readonly orders: Orders; readonly port: MessagePort } = workerData;
new Helper(orders, port).run();
