import { diagnose } from '../diagnostics/catalog.ts';
import { Failure } from '../diagnostics/failure.ts';
import type { HeaderAddress } from '../model/column.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourcePlan } from '../model/plan.ts';
import { type Binding, bind, type HeaderTrouble } from './bind.ts';
import { isAllBlank } from './dialect/head.ts';
import { type Dialect, inspectDialect } from './dialect/inspect.ts';
import { type DetectedEncoding, detectEncoding } from './encoding/detect.ts';
import { textBytes } from './encoding/transcode.ts';
import { CHUNK_BYTES, type IngestOptions, RECORD_BYTES } from './options.ts';
import { diskBytes } from './sources/bytes.ts';
import type { FoundFile } from './sources/found.ts';
import { type Kind, kindOf, looksLikeJson } from './sources/kind.ts';
import { isGzip, unpacked } from './sources/unpack.ts';

/** A file that is recognised and bound, ready to be read. */
export interface OpenedFile {
  readonly file: FoundFile;
  readonly encoding: DetectedEncoding;
  readonly dialect: Dialect;
  readonly binding: Binding;
  /** gzip, whatever it is called. */
  readonly isPacked: boolean;
}

/** Why a file cannot be read: what is wrong with it, or headers that it lacks. */
export interface UnopenedFile {
  readonly name: string;
  readonly errors: readonly Diagnostic[];
  readonly troubles: readonly HeaderTrouble[];
}

const HEAD_BYTES = 64 * 1024;

/** Looks at the first bytes of a file: 64 KiB, more only where its header is longer than that. */
export async function openFile(
  file: FoundFile,
  source: SourcePlan,
  addresses: readonly HeaderAddress[],
  options: IngestOptions,
): Promise<OpenedFile | UnopenedFile> {
  try {
    for (let size = HEAD_BYTES; ; size *= 4) {
      const result = await look(Math.min(size, RECORD_BYTES));
      if (result !== null) return result;
    }
  } catch (error) {
    if (error instanceof Failure) return unopened(error.diagnostics);
    throw error;
  }

  async function look(size: number): Promise<OpenedFile | UnopenedFile | null> {
    const { bytes, whole, isPacked } = await readHead(file, size, options);
    const kind = kindOf(bytes);
    if (kind !== null) return unopened([notCsv(kind)]);
    const encoding = detectEncoding(bytes, source.csv.encoding);
    const text = await textOf(bytes, encoding);
    if (isAllBlank(text) && (whole || size === RECORD_BYTES)) {
      return unopened([diagnose('empty-file', { export: file.name, bytes: file.bytes }, file.position)]);
    }
    if (text.includes(0)) return unopened([diagnose('nul-bytes', { export: file.name }, file.position)]);
    const { dialect, certain } = inspectDialect({ bytes: text, whole }, encoding.encoding, source.csv, addresses);
    if (!certain && size < RECORD_BYTES) return null;
    if (dialect === null) {
      const line = source.csv.headerLine;
      return unopened([diagnose('no-header', { export: file.name, line }, file.position)]);
    }
    const binding = bind(
      dialect.headers,
      source.columns,
      { name: file.name, line: dialect.headerLine },
      options.redact,
    );
    if ('troubles' in binding) {
      const json = looksLikeJson(text);
      return json === null ? unopened([], binding.troubles) : unopened([notCsv(json)]);
    }
    return { file, encoding, dialect, binding, isPacked };
  }

  function unopened(errors: readonly Diagnostic[], troubles: readonly HeaderTrouble[] = []): UnopenedFile {
    return { name: file.name, errors, troubles };
  }

  function notCsv({ kind, advice }: Kind): Diagnostic {
    return diagnose('not-csv', { export: file.name, kind, advice }, file.position);
  }
}

async function readHead(file: FoundFile, size: number, options: IngestOptions) {
  const chunkBytes = Math.max(4096, Math.min(size, options.chunkBytes ?? CHUNK_BYTES));
  let isPacked = false;
  let isFirst = true;
  const onChunk = (chunk: Buffer): void => {
    if (isFirst) isPacked = isGzip(chunk);
    isFirst = false;
  };
  const disk = diskBytes(file, { chunkBytes, signal: options.signal, onChunk });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of unpacked(disk, file, chunkBytes)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > size) break;
  }
  return { bytes: Buffer.concat(chunks, Math.min(length, size)), whole: length <= size, isPacked };
}

async function textOf(bytes: Buffer, encoding: DetectedEncoding): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of textBytes(once(bytes), encoding)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
