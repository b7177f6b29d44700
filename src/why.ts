import type { Recount } from './act/why/causes/crossed.ts';
import { TIMES } from './act/why/times.ts';
import type { Why } from './act/why/types.ts';
import { whyChannel } from './act/why/why.ts';
import { type Audited, type AuditRequest, examine } from './audit.ts';
import { engines } from './engines/index.ts';
import type { Channel, Declaration } from './model/declaration.ts';
import type { Engine } from './model/engine.ts';
import type { Verdict } from './model/report.ts';
import { openPledges } from './report-of.ts';
import { version } from './version.ts';

/** An audit of one promise, and no page beside it. */
export interface WhyRequest extends Omit<AuditRequest, 'promises' | 'page'> {
  readonly promise: string;
  /** Called once the audit is done, before any row is read again. */
  readonly begun?: (audited: Audited) => Promise<void>;
}

/**
 * Where the misses of a promise come from, on each of its channels, or those that are asked for.
 *
 * @throws Failure as `audit` does, and where the promise or a channel is unknown.
 */
export async function why({ promise, begun, ...request }: WhyRequest, engine: Engine = engines.local): Promise<Why> {
  return examine(
    // A page counts the hours of the week beside the segments.
    { ...request, promises: [promise], page: true },
    async (examination) => {
      const { audited, declaration, whole } = examination;
      await begun?.(audited);
      const [told] = audited.report.promises;
      const channels = new Map(whole.channels.map((channel) => [channel.name, channel]));
      const found: Why['channels'][number][] = [];
      const unmeasured: Why['unmeasured'][number][] = [];
      for (const { pledge, open } of openPledges(examination)) {
        const cell = told?.channels.find(({ channel }) => channel === pledge.channel);
        const channel = channels.get(pledge.channel);
        if (cell === undefined || channel === undefined) continue;
        if (typeof open === 'string' || cell.verdict === 'unmeasured') {
          unmeasured.push({ channel: pledge.channel, reason: cell.reason });
          continue;
        }
        const recount: Recount = async (segments) => {
          const again = await examination.recount((declared) => dividedBy(declared, channel.name, segments));
          const same = openPledges(again).find((other) => other.pledge.channel === pledge.channel)?.open ?? '';
          return typeof same === 'string' ? null : same;
        };
        const redact = request.redact ?? false;
        found.push(await whyChannel(examination, { channel, cell, open, recount, redact }));
      }
      return {
        saydo: version(),
        brand: declaration.brand,
        promise,
        says: told?.says ?? '',
        owner: told?.owner ?? null,
        window: audited.report.window,
        confidence: declaration.confidence,
        channels: found.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict)),
        unmeasured,
      };
    },
    { engine, prepare: withoutTimes },
  );
}

/** Worst first. */
const ORDER: readonly Verdict[] = ['missed', 'waived', 'close', 'unproven', 'kept', 'unmeasured'];

/** Hours of the week are counted beside the segments: crossed with them, nearly every occasion would be a group alone. */
function withoutTimes(declaration: Declaration): Declaration {
  const pledged = new Set(
    declaration.promises.flatMap(({ channels }) => channels.flatMap(({ every }) => every.flat())),
  );
  const isKept = ({ columns }: Channel, name: string): boolean =>
    !TIMES.some((time) => time === name) || columns.has(name) || pledged.has(name);
  return {
    ...declaration,
    channels: declaration.channels.map((channel) => ({
      ...channel,
      segments: channel.segments.filter((name) => isKept(channel, name)),
    })),
  };
}

/** One channel divided by these segments alone, and as little as can be by its periods. */
function dividedBy(declaration: Declaration, name: string, segments: readonly string[]): Declaration {
  return {
    ...declaration,
    channels: declaration.channels.map((channel) => (channel.name === name ? { ...channel, segments } : channel)),
    promises: declaration.promises.map((promise) => ({
      ...promise,
      channels: promise.channels.map((pledge) => ({ ...pledge, period: 'quarter' })),
    })),
  };
}
