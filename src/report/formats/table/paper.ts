import { Chalk } from 'chalk';
import type { Verdict } from '../../../model/report.ts';
import { plain, typewritten } from '../../plain.ts';
import type { Voice } from '../../voice.ts';
import type { FormatOptions } from '../format.ts';
import { type Glyphs, glyphsFor } from './glyphs.ts';
import { cut } from './text.ts';

export type Paint = (text: string) => string;

/** What a page is set on: its width, its signs, its ink. */
export interface Paper extends Voice {
  readonly width: number;
  /** Lines of prose are held to a measure that the eye can follow. */
  readonly measure: number;
  readonly glyphs: Glyphs;
  readonly bold: Paint;
  readonly dim: Paint;
  /** Colour only repeats what the sign says. */
  readonly verdict: Readonly<Record<Verdict, Paint>>;
  /** As harmless as a terminal needs it, and in plain letters where it knows no others. */
  readonly say: (text: string) => string;
  /** Cut where it is long. */
  readonly name: (text: string) => string;
}

const NARROWEST = 40;
const UNKNOWN = 100;
/** Beyond this, more room only pulls apart what belongs together. */
const WIDEST = 160;
const MEASURE = 110;
const LONGEST_NAME = 40;

/** Blue, yellow and red stay apart for red-green blind eyes, and what asks nothing of the reader is dim. */
export function paperFor({ width, color, unicode }: Pick<FormatOptions, 'width' | 'color' | 'unicode'>): Paper {
  const chalk = new Chalk({ level: color });
  const usable = Number.isFinite(width) && width > 0 ? Math.floor(width) : UNKNOWN;
  const page = Math.min(WIDEST, Math.max(NARROWEST, usable));
  const glyphs = glyphsFor(unicode);
  const say = (text: string): string => (unicode ? plain(text) : typewritten(plain(text)));
  return {
    width: page,
    measure: Math.min(MEASURE, page),
    glyphs,
    numbers: glyphs.numbers,
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    verdict: {
      kept: (text) => chalk.cyan(text),
      close: (text) => chalk.yellow(text),
      waived: (text) => chalk.magenta(text),
      missed: (text) => chalk.red(text),
      unproven: (text) => chalk.dim(text),
      unmeasured: (text) => chalk.dim(text),
    },
    say,
    name: (text) => cut(say(text), LONGEST_NAME, glyphs.ellipsis),
  };
}
