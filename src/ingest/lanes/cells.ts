import { type Encoding, isPastAscii, utf8Cell } from '../encoding/decode-cell.ts';
import { fromWindows1252 } from '../encoding/windows-1252.ts';

/** Turns cells given one character a byte into text, and counts those that are no UTF-8. */
export class CellDecoder {
  misencoded = 0;
  readonly #isWindows: boolean;

  constructor(encoding: Encoding) {
    this.#isWindows = encoding === 'windows-1252';
  }

  text(cell: string): string {
    if (!isPastAscii(cell)) return cell;
    if (this.#isWindows) return fromWindows1252(cell);
    const text = utf8Cell(cell);
    if (text !== null) return text;
    this.misencoded++;
    return fromWindows1252(cell);
  }
}
