import type { Diagnostic } from '../../model/diagnostic.ts';
import type { GapReport } from '../../model/report.ts';
import { checkAnswer } from '../answer.ts';
import { plain } from '../plain.ts';
import type { Format, FormatOptions } from './format.ts';
import { type Annotation, annotationLines } from './github/annotations.ts';
import { annotationsOf } from './github/of-report.ts';
import { placeIn } from './github/place.ts';

/** The last line begins with a word of saydo's own, so that nothing in it can be taken for a command. */
const page = (annotations: readonly Annotation[], last: string): string =>
  [...annotationLines(annotations), `saydo: ${last}`, ''].join('\n');

/** Annotations of GitHub Actions on the lines of the promise file, worst first. */
export const github = {
  id: 'github',
  endings: [],
  render: (report: GapReport, options: FormatOptions): string =>
    page(annotationsOf(report, options), plain(checkAnswer(report, options.gate))),
  refusal: (errors: readonly Diagnostic[], { promiseFile }: Pick<FormatOptions, 'promiseFile'>): string => {
    const annotations = errors.map(({ id, message, help, at }): Annotation => {
      const place = at === null ? { file: plain(promiseFile) } : placeIn(at.file, at.line, promiseFile);
      return {
        level: 'error',
        properties: { ...place, col: at?.column ?? null, title: id },
        message: [message, ...(help === null ? [] : [help])]
          .flatMap((text) => text.split('\n'))
          .map(plain)
          .join('\n'),
      };
    });
    return page(annotations, `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}, nothing was scored`);
  },
} as const satisfies Format;
