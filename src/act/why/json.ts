import type { Why } from './types.ts';

/** What was found for other programs, schema 1: every row of every split; units as in the report. */
export function whyJson({ saydo, ...why }: Why): string {
  const { brand, promise, says, owner, window, confidence, channels, unmeasured } = why;
  const document = {
    ...{ saydo, schema: 1, kind: 'why', brand, promise, says, owner, window, confidence },
    ...{ channels, unmeasured },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
