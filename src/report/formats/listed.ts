import type { Format } from './format.ts';

/** A format by its name and endings; the code that sets the report, with all its packages, is loaded when it is wanted. */
export interface ListedFormat extends Omit<Format, 'render' | 'refusal'> {
  readonly load: () => Promise<Format>;
}

/** Every format that `--format` knows; the first is what a terminal gets. */
export const listed = [
  { id: 'table', endings: ['.txt'], load: async () => (await import('./table.ts')).table },
  { id: 'csv', endings: ['.csv'], load: async () => (await import('./csv.ts')).csv },
  { id: 'json', endings: ['.json'], load: async () => (await import('./json.ts')).json },
  { id: 'markdown', endings: ['.md'], load: async () => (await import('./markdown.ts')).markdown },
  { id: 'html', endings: ['.html'], load: async () => (await import('./html.ts')).html },
  { id: 'junit', endings: ['.xml'], load: async () => (await import('./junit.ts')).junit },
  { id: 'github', endings: [], load: async () => (await import('./github.ts')).github },
  { id: 'openmetrics', endings: ['.prom'], load: async () => (await import('./openmetrics.ts')).openmetrics },
] as const satisfies readonly ListedFormat[];

/** The format of that name, or null. */
export const formatNamed = (id: string): ListedFormat | null => listed.find((format) => format.id === id) ?? null;

/** The format that a file of this name asks for, by its ending in any letter case; null where none does. */
export function formatFor(file: string): ListedFormat | null {
  const name = file.toLowerCase();
  return listed.find(({ endings }) => endings.some((ending) => name.endsWith(ending))) ?? null;
}
