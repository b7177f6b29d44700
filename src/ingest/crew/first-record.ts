import { LINE_END, Met } from '../lanes/fast/kernels/kernels.ts';
import type { Shop } from '../lanes/fast/shop.ts';
import type { Job } from './jobs.ts';
import { readAt } from './read-at.ts';

/** Bytes that tell whether a place lies within quotes. */
const LOOKED = 64 * 1024;

/**
 * Where the first record begins that does not begin before a place: once as if the place lay outside quotes, once as if
 * it lay within; right is what gives records of the header's width. A guess, which whoever reads the records before it
 * proves by ending there. null where neither fits, or both do.
 */
export function firstRecord(file: number, place: number, { dialect, binding }: Job, shop: Shop): number | null {
  const { arena, buffer } = shop;
  // The byte before the place may be the line end that the record begins after.
  const from = place - 1;
  const at = buffer + 1;
  const got = readAt(file, arena.bytes(at, LOOKED), from);
  const quote = dialect.quote === null ? 0 : dialect.quote.charCodeAt(0);
  const outside = candidate(at);
  if (quote === 0) return outside === null ? null : from + outside;
  arena.bytes(buffer, 1)[0] = quote;
  const within = candidate(buffer);
  const fitting = [outside, within === null ? null : within - 1].filter((start) => start !== null);
  const [first = null, other] = fitting;
  return first === null || (other !== undefined && other !== first) ? null : from + first;

  /** Offset behind the first line end, where regular records follow it. */
  function candidate(begin: number): number | null {
    const first = look(begin, at + got);
    const index = arena.words(shop.separators, first.count).findIndex((separator) => separator >= LINE_END);
    if (index < 0) return null;
    const start = ((arena.words(shop.separators, index + 1)[index] ?? 0) & ~LINE_END) + 1;
    const { flags, records } = look(begin + start, at + got);
    const isOdd = (flags & (Met.ODD_QUOTE | Met.LONE_CR)) !== 0;
    if (isOdd || records === 0 || shop.kernels.regular(shop.separators, records, binding.width) !== 1) return null;
    return start;
  }

  function look(begin: number, end: number) {
    const { kernels, separators, separatorRoom, quotedEnds, quotedRoom, result } = shop;
    const delimiter = dialect.delimiter.charCodeAt(0);
    // A CR at the end may be half of a line end.
    const stop = arena.bytes(end - 1, 1)[0] === 13 ? end - 1 : end;
    const flags = kernels.index(
      begin,
      Math.max(begin, stop),
      delimiter,
      quote,
      separators,
      separatorRoom,
      quotedEnds,
      quotedRoom,
      result,
    );
    const [count = 0, records = 0] = arena.ints(result, 2);
    return { flags, count, records };
  }
}
