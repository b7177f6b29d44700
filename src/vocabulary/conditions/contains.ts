import { diagnose } from '../../diagnostics/catalog.ts';
import type { Contains, Matches } from '../../model/condition.ts';
import { blankOutcome } from './blank.ts';
import { Scratch, texts } from './columns.ts';
import type { CompileContext, Evaluate, LeafDefinition, Operator } from './condition.ts';
import { folded, perWord } from './folded.ts';
import { plainText, textValues } from './literal.ts';
import { Outcome } from './outcome.ts';
import { compilePattern } from './pattern.ts';

/** `comment: { contains: refund }`: found anywhere, in any letter case; of a list, one of them. */
export const contains: LeafDefinition<'contains'> = {
  kind: 'contains',
  compile: (leaf, context) => {
    const wanted = leaf.texts.map(folded);
    return overWords(leaf, context, (word) => {
      const text = folded(word);
      return wanted.some((part) => text.includes(part));
    });
  },
  words: ({ columns, texts }) => `${columns.subject} contains ${texts.map((text) => `'${text}'`).join(' or ')}`,
};

/** `comment: { matches: "re(fund|pay)" }`: RE2's syntax, which runs in linear time whatever the pattern. */
export const matches: LeafDefinition<'matches'> = {
  kind: 'matches',
  compile: (leaf, context) => {
    const pattern = compilePattern(leaf.pattern);
    return overWords(leaf, context, (word) => pattern.matcher(word).find());
  },
  words: ({ columns, pattern }) => `${columns.subject} matches /${pattern}/`,
};

function overWords(
  leaf: Contains<number> | Matches<number>,
  { place }: CompileContext,
  test: (word: string) => boolean,
): Evaluate {
  const table = perWord((word) => (test(word) ? Outcome.KEPT : Outcome.MISSED));
  const blank = blankOutcome(leaf.blank, place);
  const scratch = new Scratch();
  return (batch) => {
    const { codes: words, dictionary } = texts(batch, leaf.columns.subject);
    const outcomeOf = table(dictionary);
    const codes = scratch.codes(batch.rows);
    for (let row = 0; row < batch.rows; row += 1) {
      const word = words[row] ?? -1;
      codes[row] = word < 0 ? blank : (outcomeOf[word] ?? Outcome.MISSED);
    }
    return { codes, due: null };
  };
}

export const containsOperator: Operator = {
  key: 'contains',
  takes: 'texts',
  companions: {},
  inWhere: 'always',
  teaches: 'holds this text anywhere, in any letter case',
  read: ({ key, subject, value, blank, path, valuePath, reading }) => {
    reading.use(subject, { is: 'text', firm: true }, path);
    const found = textValues(value, key, valuePath, reading);
    if (found === null) return () => null;
    const columns = { subject };
    return () => ({ kind: 'contains', columns, texts: found, blank, position: reading.position(path) });
  },
};

export const matchesOperator: Operator = {
  key: 'matches',
  takes: 'pattern',
  companions: {},
  inWhere: 'always',
  teaches: "matches this regular expression anywhere, in any letter case (RE2's syntax)",
  read: ({ key, subject, value, blank, path, valuePath, reading }) => {
    reading.use(subject, { is: 'text', firm: true }, path);
    const pattern = plainText(value, key, 'a regular expression such as "re(fund|pay)"', valuePath, reading);
    if (pattern === null) return () => null;
    try {
      compilePattern(pattern);
    } catch (error) {
      const why = error instanceof Error ? error.message : 'it cannot be read';
      reading.report(diagnose('bad-pattern', { pattern, why }, reading.position(valuePath)));
      return () => null;
    }
    const columns = { subject };
    return () => ({ kind: 'matches', columns, pattern, blank, position: reading.position(path) });
  },
};
