/** `mail.csv:5`, `mail.csv`; empty where it is about no file. */
export const placeOf = ({ file, line }: { readonly file: string | null; readonly line: number | null }): string =>
  file === null ? '' : line === null ? file : `${file}:${line}`;
