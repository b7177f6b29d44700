import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { Batch } from '../../model/batch.ts';
import { commentEnd } from '../dialect/head.ts';
import { lineEnds } from '../dialect/lines.ts';
import { isBlank, type Marks, marksOf } from '../dialect/marks.ts';
import { type ScannedRecord, scanRecord, type Trouble } from '../dialect/scan.ts';
import { RECORD_BYTES } from '../options.ts';
import { Footer } from './footer.ts';
import type { LaneInput } from './lane.ts';
import { Rows } from './rows.ts';
import { placeOf, Stop } from './stop.ts';
import { Trail } from './trail.ts';

/**
 * Judges the records that a parser has cut: skips header, blank lines, comments and footer, and looks again, by
 * `scanRecord`, at every record that may not be what it seems. Once one is met after which nothing can be trusted,
 * the rest of the file is counted in lines.
 */
export class Records {
  readonly marks: Marks;
  readonly rows: Rows;
  readonly #input: LaneInput;
  readonly #quote: string;
  readonly #comment: string;
  readonly #trail: Trail;
  readonly #footer: Footer | null;
  /** Records of the header still to come. */
  #header: number;
  #stop: Stop | null = null;

  constructor(input: LaneInput) {
    const { dialect } = input;
    this.marks = marksOf(dialect, dialect.encoding);
    this.rows = new Rows(input);
    this.#input = input;
    this.#quote = this.marks.quote?.toString('latin1') ?? '';
    this.#comment = this.marks.comment?.toString('latin1') ?? '';
    this.#trail = new Trail(dialect.headerOffset, dialect.headerLine);
    this.#footer = dialect.footer === null ? null : new Footer(dialect.footer, this.marks.delimiter.toString('latin1'));
    this.#header = dialect.headerRows;
  }

  /** No record is wanted any more. */
  get isStopped(): boolean {
    return this.#stop !== null;
  }

  /** To be told of every chunk before it is parsed. */
  feed(chunk: Buffer): void {
    const trail = this.#trail;
    trail.feed(chunk);
    const nul = chunk.indexOf(0);
    if (nul !== -1) throw this.#nul(trail.end - chunk.length + nul);
    this.#stop?.pass(trail, chunk);
  }

  /** To be called after a chunk is parsed: a record may be longer than is bearable. */
  checkLength(): void {
    if (this.#stop === null && this.#trail.end - this.#trail.at > RECORD_BYTES) this.#stopTooLong();
  }

  /** One record: its cells one character a byte, and the offset in the text after its line end. */
  add(cells: readonly string[], end: number): void {
    if (this.#stop !== null) return;
    this.#skipComments();
    const trail = this.#trail;
    if (end - trail.at > RECORD_BYTES) {
      this.#stopTooLong();
    } else if ((cells.length === 1 && cells[0]?.trim() === '') || this.#isSuspicious(cells)) {
      this.#addSuspicious(end);
    } else {
      const { line } = trail;
      trail.advance(end);
      this.#row(cells, line);
    }
  }

  /** The bytes ended in the midst of a quoted cell. Gives false where no quote is open. */
  endOpen(): boolean {
    this.#skipComments();
    const { bytes, record } = this.#scan(this.#trail.end);
    if (record.trouble === null) return false;
    this.#stopAt(record.trouble, bytes);
    return true;
  }

  /** The last batches. */
  finish(): readonly Batch[] {
    if (this.#stop !== null) {
      for (const { cells, line, lines } of this.#footer?.release() ?? []) this.rows.add(cells, line, lines);
      this.rows.break(this.#stop.record(this.#trail, this.#input.binding.width));
      return this.rows.take(true);
    }
    for (const { cells, line, lines } of this.#footer?.end() ?? []) this.rows.add(cells, line, lines);
    return this.rows.take(true);
  }

  #addSuspicious(end: number): void {
    const trail = this.#trail;
    const { line } = trail;
    const { bytes, record } = this.#scan(end);
    const { trouble } = record;
    if (trouble !== null && !(trouble.kind === 'text-before-quote' && this.#isBalanced(bytes))) {
      this.#stopAt(trouble, bytes);
      return;
    }
    trail.advance(end);
    if (record.blank) return;
    if (trouble === null || this.#header > 0) {
      this.#row(record.cells, line);
      return;
    }
    const place = placeOf(trouble, bytes, line);
    const lines = Math.max(1, lineEnds(bytes, 0, bytes.length));
    const { width: expected } = this.#input.binding;
    this.rows.break({ line: place.line, code: 'text-after-quote', expected, found: place.column, lines });
  }

  #row(cells: readonly string[], line: number): void {
    if (this.#header > 0) {
      this.#header--;
      return;
    }
    const lines = Math.max(1, this.#trail.line - line);
    if (this.#footer === null) {
      this.rows.add(cells, line, lines);
      return;
    }
    for (const row of this.#footer.offer({ cells, line, lines })) this.rows.add(row.cells, row.line, row.lines);
  }

  /** A cell that may hide text beside its quotes, or a comment within the line. */
  #isSuspicious(cells: readonly string[]): boolean {
    const quote = this.#quote;
    if (quote === '') return false;
    const first = quote.charCodeAt(0);
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? '';
      const code = cell.charCodeAt(0);
      if (code === first || (isBlank(code) && cell.trimStart().startsWith(quote))) return true;
      if (this.#comment !== '' && cell.includes(this.#comment)) return true;
    }
    return false;
  }

  #isBalanced(record: Buffer): boolean {
    return record.toString('latin1').split(this.#quote).length % 2 === 1;
  }

  #scan(end: number): { readonly bytes: Buffer; readonly record: ScannedRecord } {
    const bytes = this.#trail.bytes(this.#trail.at, end);
    return { bytes, record: scanRecord(bytes, 0, this.marks) };
  }

  #skipComments(): void {
    const { comment } = this.marks;
    if (comment === null) return;
    const trail = this.#trail;
    for (;;) {
      const end = commentEnd(trail.bytes(trail.at), 0, comment);
      if (end === 0) return;
      trail.advance(trail.at + end);
    }
  }

  /** Ends the reading of the file at the record that begins where the trail stands. */
  #stopAt(trouble: Trouble, record: Buffer): void {
    const trail = this.#trail;
    const code = trouble.kind === 'unclosed-quote' ? 'unclosed-quote' : 'text-after-quote';
    const { line, column } = placeOf(trouble, record, trail.line);
    this.#stop = new Stop(code, line, column, null);
    this.#stop.pass(trail, trail.bytes(trail.end - 1));
  }

  /** More than the limit without an end: a quote that never closes where none stands in the rest of the file. */
  #stopTooLong(): void {
    const trail = this.#trail;
    const limit = trail.at + RECORD_BYTES;
    const { bytes, record } = this.#scan(limit);
    if (record.trouble !== null && record.trouble.kind !== 'unclosed-quote') {
      this.#stopAt(record.trouble, bytes);
      return;
    }
    const open = record.trouble === null ? null : placeOf(record.trouble, bytes, trail.line);
    this.#stop =
      open === null
        ? new Stop('record-too-long', trail.line, 0, null)
        : new Stop('unclosed-quote', open.line, open.column, this.marks.quote?.[0] ?? null);
    this.#stop.pass(trail, trail.bytes(limit));
  }

  #nul(offset: number): Failure {
    const { name } = this.#input;
    const bytes = this.#trail.bytes(this.#trail.at, offset);
    const line = this.#trail.line + lineEnds(bytes, 0, bytes.length);
    return new Failure('data', [diagnose('nul-bytes', { export: name }, { file: name, line, column: 1, length: 1 })]);
  }
}
