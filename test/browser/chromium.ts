import { existsSync } from 'node:fs';

const found = [process.env['SAYDO_CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== '' && existsSync(path),
);

/**
 * Where Chromium is, or null. With `SAYDO_CHROMIUM=required`, as in CI, it is an error not to have it: a test that is
 * skipped there would be green over nothing.
 */
export const chromiumPath: string | null = found ?? null;

if (chromiumPath === null && process.env['SAYDO_CHROMIUM'] === 'required') {
  throw new Error('Chromium is required here, and there is none: apt-get install chromium');
}

/** No first-run pages, no requests of its own. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
