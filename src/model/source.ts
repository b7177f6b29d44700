/** One file as it was found on disk or standard input. */
export interface SourceFile {
  /** As messages name it: relative to the working folder, or `<stdin>`. */
  readonly name: string;
  readonly bytes: number;
}

/** What the reading of one file told about it. */
export interface FileFacts {
  readonly file: string;
  /** As they lie on disk: compressed where the file is. */
  readonly bytes: number;
  /** null for a file over the limit without `--hashes`, and for standard input. */
  readonly sha256: string | null;
  readonly encoding: string;
  readonly delimiter: string;
  /** Rows of data, broken ones included. */
  readonly rows: number;
  /** Cells that were no UTF-8 and were read as Windows-1252. */
  readonly misencoded: number;
  /** Local times that the clock change skips, and that it repeats. */
  readonly skippedTimes: number;
  readonly repeatedTimes: number;
  /** Per column of the plan: formats that would read every date of it, where none is declared and one is needed. */
  readonly fittingFormats: readonly (readonly string[])[];
}

/** What came through named pipes, each of which can be read but once. */
export interface KeptPipes {
  /** The file that holds it, by the path of the pipe, which is read when it is first asked for. */
  readonly keep: (
    pipe: string,
    bytes: () => AsyncIterable<Uint8Array>,
    onBytes: (total: number) => void,
  ) => Promise<string>;
}

export interface Progress {
  readonly bytes: number;
  readonly totalBytes: number | null;
  readonly rows: number;
}
