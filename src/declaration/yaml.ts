import { type Document, isScalar, isSeq, parseDocument, Scalar, visit } from 'yaml';
import { diagnose } from '../diagnostics/catalog.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Env, Veil } from './environment.ts';
import { Lines } from './lines.ts';
import type { Stretch, Tree } from './tree.ts';
import { leavesRestReadable, tooDeep, yamlFaults } from './yaml-faults.ts';
import { Walk } from './yaml-walk.ts';

export interface Parsed {
  /** null where the text is too broken, or no map: the diagnostics say why. */
  readonly tree: Tree | null;
  readonly lines: Lines;
  readonly veil: Veil;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * YAML text as plain data with places. Scalars stay text (YAML's failsafe schema): `02134` keeps its zero, `yes` and
 * `NO` are words; an empty value, `~` and `null` are null.
 */
export function parseYaml(source: string, file: string, env: Env): Parsed {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const lines = new Lines(text, file);
  const veil = new Veil();
  const diagnostics: Diagnostic[] = [];
  const done = (tree: Tree | null): Parsed => ({ tree, lines, veil, diagnostics });

  let document: ReturnType<typeof parseDocument>;
  try {
    document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    diagnostics.push(tooDeep(lines, 0));
    return done(null);
  }
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    diagnostics.push(...yamlFaults(faults, lines, quotedTexts(document)));
    if (!diagnostics.every(leavesRestReadable)) return done(null);
  }
  const found = nothingToRead(document.contents);
  if (found !== null) {
    if (diagnostics.length === 0)
      diagnostics.push(
        diagnose(
          'no-promises',
          { file, found: found === '' ? emptiness(text) : found },
          { file, line: 1, column: 1, length: 1 },
        ),
      );
    return done(null);
  }
  // What else is wrong with a line that YAML's reader stumbled on is mostly a consequence.
  const faulty = new Set(diagnostics.map(({ at }) => at?.line));
  const walk = new Walk(lines, env, veil, (diagnostic) => {
    if (!faulty.has(diagnostic.at?.line)) diagnostics.push(diagnostic);
  });
  return done(walk.tree(document.contents, null));
}

/** What the file is instead of a map; the empty text where there is nothing at all. */
function nothingToRead(contents: unknown): string | null {
  if (contents === null || contents === undefined) return '';
  if (isSeq(contents)) return 'a list';
  if (!isScalar(contents)) return null;
  return contents.value === '' || contents.value === null ? '' : 'only a text';
}

function emptiness(text: string): string {
  return text.trim() === '' ? 'nothing' : 'only comments';
}

/** Where quoted texts begin and end, to say of an unclosed one where it was opened. */
function quotedTexts(document: Document): Stretch[] {
  const found: Stretch[] = [];
  try {
    visit(document, {
      Scalar: (_key, { type, range }) => {
        if ((type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE) && range)
          found.push({ start: range[0], end: range[2] });
      },
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}
