import type { BrandPromise, Pledge } from '../../model/declaration.ts';

/** Which cell a finding is about. */
export function placeOfCell(context: {
  readonly promise: Pick<BrandPromise, 'id'>;
  readonly pledge: Pick<Pledge, 'channel'>;
}): { promise: string; channel: string } {
  return { promise: context.promise.id, channel: context.pledge.channel };
}
