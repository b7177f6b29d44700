import { type Markish, type PlotOptions, plot } from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** What is read of the elements that Plot makes. */
interface Drawn {
  readonly localName: string;
  readonly children: Iterable<Drawn>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly getAttribute: (name: string) => string | null;
}

interface Drawing {
  /** Classes beside `chart`. */
  readonly kind: string;
  /** Of the view box. */
  readonly width: number;
  readonly height: number;
  readonly x?: PlotOptions['x'];
  readonly y?: PlotOptions['y'];
  /** From the bottom to the top. */
  readonly marks: readonly Markish[];
  /**
   * true: takes any width and height that the page gives it, and its strokes and dots keep theirs (in CSS pixels, not in
   * units of the view box); false: it keeps its proportions.
   */
  readonly stretches: boolean;
}

/** Plot needs a document only to make elements; one will do for all charts. */
let document: ReturnType<typeof parseHTML>['document'] | null = null;

/** Attributes that say nothing here: the page names the chart, `fill` is said once, and what moves is half a pixel at most. */
const IDLE: ReadonlySet<string> = new Set(['aria-label', 'transform', 'fill-none', 'stroke-miterlimit']);

const round = (figure: number): string => String(Math.round(figure * 100) / 100 || 0);
const rounded = (path: string): string =>
  path.replaceAll(/-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g, (text) => round(Number(text)));

/** A path of one straight line in fewer letters; without length it is a dot, by its round ends. */
function shortened(path: string): string {
  const [, x1, y1, x2, y2] = /^M([^,LZ]+),([^,LZ]+)L([^,LZ]+),([^,LZ]+)$/.exec(path) ?? [];
  if (x1 === undefined || (x1 !== x2 && y1 !== y2)) return path;
  if (x1 === x2) return `M${x1},${y1}${y1 === y2 ? 'h0' : `V${y2}`}`;
  return `M${x1},${y1}H${x2}`;
}

/** The outline of a path or of a rectangle. */
function outline(shape: Drawn): string {
  const path = shape.getAttribute('d');
  if (path !== null) return shortened(rounded(path));
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => round(Number(shape.getAttribute(name))));
  return `M${x},${y}h${width}v${height}h-${width}z`;
}

/** All shapes of a mark as one path: they share their looks, and so do many of them in a page of few bytes. */
function onePath(mark: Drawn, stretches: boolean): string {
  const path = [...mark.children].map(outline).join('');
  const looks = [...mark.attributes]
    .filter(({ name, value }) => !IDLE.has(name) && !IDLE.has(`${name}-${value}`))
    .map(({ name, value }) => [name, value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (stretches) looks.push(['vector-effect', 'non-scaling-stroke']);
  return path === '' ? '' : `<path ${looks.map(([name, value]) => `${name}="${value}"`).join(' ')} d="${path}"/>`;
}

/**
 * Draws marks with Plot and writes them down as an SVG of paths alone: no text, no style, no id, and the same bytes for the
 * same figures wherever it runs. Each mark must look the same for all of its data.
 */
export function draw({ kind, width, height, x, y, marks, stretches }: Drawing): string {
  document ??= parseHTML('<svg>').document;
  const made: Drawn = plot({
    document,
    width,
    height,
    margin: 0,
    axis: null,
    x: { type: 'identity', ...x },
    y: { type: 'identity', ...y },
    marks: [...marks],
  });
  const paths = [...made.children]
    .filter(({ localName }) => localName === 'g')
    .map((mark) => onePath(mark, stretches))
    .join('');
  const fit = stretches ? 'none' : 'xMinYMin meet';
  const box = `viewBox="0 0 ${width} ${height}" preserveAspectRatio="${fit}"`;
  return `<svg class="chart ${kind}" ${box} fill="none" aria-hidden="true" focusable="false">${paths}</svg>`;
}
