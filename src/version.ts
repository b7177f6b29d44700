import { readFileSync } from 'node:fs';

/** The version of saydo, from the nearest package.json above this file: the program is shipped in fewer folders. */
export function version(): string {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    const manifest = manifestIn(folder);
    if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
      if (typeof manifest.version === 'string') return manifest.version;
    }
    if (folder.pathname === '/') throw new Error('package.json of saydo has no version');
  }
}

function manifestIn(folder: URL): unknown {
  try {
    return JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  } catch {
    return null;
  }
}
