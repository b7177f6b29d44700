/** What a file is that is no CSV, and how one gets a CSV out of it. */
export interface Kind {
  readonly kind: string;
  readonly advice: string;
}

const EXPORT_AGAIN = 'export the data itself as CSV: the page of a login or an error may have been saved in its place';

const SIGNATURES: readonly (readonly [signature: string, Kind])[] = [
  ['PK\x03\x04', { kind: 'a zip archive or a spreadsheet (.xlsx)', advice: 'unpack it, or save the sheet as CSV' }],
  ['\xd0\xcf\x11\xe0', { kind: 'an old spreadsheet (.xls)', advice: 'save the sheet as CSV' }],
  ['PAR1', { kind: 'a Parquet file', advice: 'export it as CSV' }],
  ['%PDF', { kind: 'a PDF', advice: 'export the data itself as CSV' }],
  ['BZh', { kind: 'a bzip2 archive', advice: 'unpack it, or pack it with gzip' }],
  ['\x28\xb5\x2f\xfd', { kind: 'a zstd archive', advice: 'unpack it, or pack it with gzip' }],
  ['\xfd7zXZ', { kind: 'an xz archive', advice: 'unpack it, or pack it with gzip' }],
  [
    'version https://git-lfs.github.com/',
    { kind: 'a Git LFS pointer', advice: 'fetch the file itself: `git lfs pull`' },
  ],
];

/** Recognises a file that cannot be CSV by its first bytes. */
export function kindOf(head: Buffer): Kind | null {
  const start = head.toString('latin1', 0, 1024);
  for (const [signature, kind] of SIGNATURES) if (start.startsWith(signature)) return kind;
  const text = start
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (text.startsWith('<!doctype') || text.startsWith('<html')) return { kind: 'a web page', advice: EXPORT_AGAIN };
  if (text.startsWith('<?xml')) return { kind: 'XML', advice: 'export the data as CSV' };
  return null;
}

/** Looks like JSON: asked only where the headers were not found, since a header may begin with a bracket. */
export function looksLikeJson(text: Buffer): Kind | null {
  const start = text.toString('latin1', 0, 1024).trimStart();
  return /^[[{]/.test(start) ? { kind: 'JSON', advice: 'export it as CSV' } : null;
}
