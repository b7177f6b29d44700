import type { ColumnPlan } from '../../../src/model/column.ts';
import type { Case } from './agree.ts';
import { type Chunking, WHOLE } from './chunking.ts';
import { plainCsv } from './plain.ts';

/** Whether a case still shows what was found. */
export type Shows = (candidate: Case) => Promise<boolean>;

const SIMPLE = [1, 2, 3, 5, 7, 16, 63, 64].map((size) => ({ sizes: [size], batchRows: 4096 }));

/**
 * A smaller case that still shows the difference: columns, options, lines and bytes are taken away, in this order, as
 * long as it does.
 *
 * @param tries - cases looked at, at most
 */
export async function shrunk(from: Case, found: Chunking, shows: Shows, tries: number): Promise<Case> {
  let left = tries;
  let best: Case = { ...from, chunkings: [found] };
  const attempt = async (change: Partial<Case>): Promise<boolean> => {
    if (left-- <= 0) return false;
    const candidate = { ...best, ...change };
    if (!(await shows(candidate))) return false;
    best = candidate;
    return true;
  };

  if (!(await attempt({ chunkings: [WHOLE] }))) {
    // What is cut at one place of a long file may be cut at another once it is short.
    await attempt({ chunkings: [WHOLE, found, ...SIMPLE] });
  }
  await attempt({ csv: plainCsv });
  await fewerColumns();
  await fewerPieces(linesOf);
  await simplerColumns();
  await fewerPieces((bytes) => Array.from(bytes, (byte) => Buffer.from([byte])));
  await fewerColumns();
  for (const chunking of best.chunkings) if (await attempt({ chunkings: [chunking] })) break;
  return best;

  async function fewerColumns(): Promise<void> {
    for (let i = best.columns.length - 1; i >= 0 && best.columns.length > 1; i--) {
      await attempt({ columns: best.columns.filter((_, index) => index !== i) });
    }
  }

  async function simplerColumns(): Promise<void> {
    const plain = { blank: [], map: [], zone: 'UTC', format: null, unit: null } as const;
    for (const [index] of best.columns.entries()) {
      for (const key of ['blank', 'map', 'zone', 'format', 'unit'] as const) {
        const simpler = (column: ColumnPlan) => ({ ...column, cell: { ...column.cell, [key]: plain[key] } });
        await attempt({ columns: best.columns.map((each, i) => (i === index ? simpler(each) : each)) });
      }
    }
  }

  /** Takes away stretches of pieces, long ones first. */
  async function fewerPieces(split: (bytes: Buffer) => readonly Buffer[]): Promise<void> {
    let pieces = split(best.bytes);
    for (let size = Math.ceil(pieces.length / 2); size >= 1 && left > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = 0; at < pieces.length; ) {
        const rest = [...pieces.slice(0, at), ...pieces.slice(at + size)];
        if (await attempt({ bytes: Buffer.concat(rest) })) pieces = rest;
        else at += size;
      }
    }
  }
}

function linesOf(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    lines.push(bytes.subarray(at, end === -1 ? bytes.length : end + 1));
    at = end === -1 ? bytes.length : end + 1;
  }
  return lines;
}
