import type { Beside } from '../batch-layout.ts';
import { ColumnDecoder, type Stretch } from './column-decoder.ts';

/** Nothing is decoded until it is asked for, which few cells are. */
export class RawDecoder extends ColumnDecoder {
  #stretch: Stretch | null = null;

  override decode(stretch: Stretch): void {
    this.#stretch = stretch;
  }

  override beside(): Beside {
    const { places } = this;
    const stretch = this.#stretch;
    const text = (row: number): string =>
      stretch === null ? '' : stretch.region.shown(stretch.row0 + row, places).trim();
    return { unreadable: this.texts(), dictionary: null, text };
  }

  protected run(): number {
    return 0;
  }

  protected put(): void {}
}
