import type { Path } from '../model/raw.ts';

/** What messages call the map at a path: `channel 'email'`, `column 'replied' of channel 'email'`, `the file`. */
export function placeName(path: Path): string {
  const [section, name, ...rest] = path;
  if (section === undefined) return 'the file';
  if (name === undefined) return `${section}:`;
  if (section === 'channels') return within(`channel '${name}'`, rest, { columns: 'column' });
  if (section === 'calendars') return within(`calendar '${name}'`, rest, {});
  if (section === 'promises') {
    const promise = `promise '${name}'`;
    const [key, channel, ...inner] = rest;
    if (key === 'channels' && typeof channel === 'string')
      return within(`channel '${channel}' of ${promise}`, inner, {});
    return within(promise, rest, {});
  }
  return `${section}:`;
}

function within(owner: string, rest: Path, kinds: Readonly<Record<string, string>>): string {
  const [key, name] = rest;
  if (key === undefined) return owner;
  const kind = kinds[key];
  return kind !== undefined && name !== undefined ? `${kind} '${name}' of ${owner}` : `${key}: of ${owner}`;
}
