import type { Verdict } from '../../../model/report.ts';
import { type NumberStyle, typeset, typewriter } from '../../numbers.ts';
import { verdictSign } from '../../verdict-word.ts';

/** Every sign of the page; the two sets hold the same places, so that a page is laid out alike in both. */
export interface Glyphs {
  readonly numbers: NumberStyle;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly severities: Readonly<Record<'error' | 'warning' | 'note', string>>;
  readonly dot: string;
  readonly ellipsis: string;
  readonly rule: string;
  /** Levels of a trend, lowest first. */
  readonly levels: readonly string[];
  /** A period that is there, but cannot be judged yet. */
  readonly open: string;
  /** What a bar is made of: by its left half and its right half, each nothing, thin or thick. */
  readonly bar: Readonly<Record<Half, Readonly<Record<Half, string>>>>;
  /** The same with the target's tick through it. */
  readonly tick: Readonly<Record<Half, Readonly<Record<Half, string>>>>;
  /** The bar goes on beyond the scale. */
  readonly beyond: { readonly left: string; readonly right: string };
}

export type Half = 'none' | 'thin' | 'thick';

const unicode: Glyphs = {
  numbers: typeset,
  verdicts: verdictSign,
  severities: { error: '✗', warning: '!', note: '·' },
  dot: '·',
  ellipsis: '…',
  rule: '─',
  levels: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  open: '·',
  bar: {
    none: { none: ' ', thin: '╶', thick: '╺' },
    thin: { none: '╴', thin: '─', thick: '╼' },
    thick: { none: '╸', thin: '╾', thick: '━' },
  },
  tick: {
    none: { none: '┃', thin: '┠', thick: '┣' },
    thin: { none: '┨', thin: '╂', thick: '╊' },
    thick: { none: '┫', thin: '╉', thick: '╋' },
  },
  beyond: { left: '◂', right: '▸' },
};

const ascii: Glyphs = {
  numbers: typewriter,
  verdicts: { kept: '+', close: '=', waived: '~', missed: 'x', unproven: '?', unmeasured: 'o' },
  severities: { error: 'x', warning: '!', note: '-' },
  dot: '-',
  ellipsis: '..',
  rule: '-',
  levels: ['_', '-', '=', '#'],
  open: '.',
  bar: {
    none: { none: ' ', thin: '-', thick: '=' },
    thin: { none: '-', thin: '-', thick: '=' },
    thick: { none: '=', thin: '=', thick: '=' },
  },
  tick: {
    none: { none: '|', thin: '|', thick: '|' },
    thin: { none: '|', thin: '|', thick: '|' },
    thick: { none: '|', thin: '|', thick: '|' },
  },
  beyond: { left: '<', right: '>' },
};

export const glyphsFor = (hasUnicode: boolean): Glyphs => (hasUnicode ? unicode : ascii);
