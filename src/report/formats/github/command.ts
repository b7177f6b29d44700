/** What an annotation points at and is called; what is empty or null is left out, as the runner's own toolkit does. */
export interface Properties {
  readonly file?: string | null;
  readonly line?: number | null;
  readonly col?: number | null;
  readonly title?: string | null;
}

/** A line that the runner of GitHub Actions takes for a command: `::error file=a.yaml,line=1::text`. */
export function command(name: string, properties: Properties, message: string): string {
  const written = Object.entries(properties)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${name}${written === '' ? '' : ` ${written}`}::${escapeData(message)}`;
}

/** The percent sign first, or it would escape what stands for the others. */
export const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

export const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
