import { existsSync, readFileSync } from 'node:fs';

/** Folder of truths computed elsewhere; tests that need it run where it is. */
const shared = new URL('../../shared/', import.meta.url);

export function sharedFile(path: string): URL | null {
  const url = new URL(path, shared);
  return existsSync(url) ? url : null;
}

export function sharedText(path: string): string | null {
  const url = sharedFile(path);
  return url === null ? null : readFileSync(url, 'utf8');
}
