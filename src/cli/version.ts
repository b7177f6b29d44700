import { readFileSync } from 'node:fs';

/** As package.json has it, which lies two folders up from both src/cli and dist/cli. */
export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    if (typeof manifest.version === 'string') return manifest.version;
  }
  throw new Error('package.json of saydo has no version');
}
