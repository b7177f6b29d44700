import { diagnose } from '../../diagnostics/catalog.ts';
import type { Channel } from '../../model/declaration.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Divided } from './divide.ts';

/**
 * What could not be looked into, and what to add.
 *
 * @param text - what there is to say of the words
 */
export function notesOf(
  channel: Channel,
  { divisions, open }: Divided,
  text: Diagnostic | null,
): readonly Diagnostic[] {
  const args = { channel: channel.name };
  const { measure } = open.context;
  const isDivided = divisions.some(({ kind }) => kind === 'segment');
  const shared = measure.kind === 'ratio' ? { of: measure.of.channel, to: measure.to.channel } : null;
  return [
    ...(isDivided || shared !== null ? [] : [diagnose('why-no-segments', args, channel.position)]),
    ...(isDivided || shared === null ? [] : [diagnose('why-no-shared-segments', shared, channel.position)]),
    ...(channel.at === null ? [diagnose('why-no-time', args, channel.position)] : []),
    ...(measure.kind === 'tally' ? [diagnose('why-tally', args, null)] : []),
    ...(text === null ? [] : [text]),
  ];
}
