import { groundStyle, inkOnPaper } from '../../../report/formats/html/style.ts';

/** The letter's one style sheet: the ground of the report's page, in one narrow column. */
export const style = `${groundStyle}
main { max-width: 46rem; }
.kicker { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 2rem; font-size: var(--s-1); color: var(--muted); padding-bottom: .75rem; border-bottom: 1px solid var(--ink); }
.kicker bdi { color: var(--ink); font-weight: 600; }
h1 { font-size: clamp(var(--s3), 1.1rem + 2.6vw, var(--s4)); line-height: 1.18; letter-spacing: -.012em; margin: clamp(1.5rem, 4vw, 2.75rem) 0 1rem; }
.lead { font-family: var(--serif); font-size: 1.08rem; max-width: 62ch; margin-top: 1rem; }
section { margin-top: clamp(2rem, 5vw, 3rem); }
section > ul, section > ol { margin-top: .6rem; border-top: 1px solid var(--line); }
section > ul > li, section > ol > li { padding: .7rem 0; border-bottom: 1px solid var(--line); }
.sum { font-family: var(--serif); font-size: var(--s1); margin-top: .5rem; }
.quote { font-family: var(--serif); }
.made-good { font-weight: 600; }
.occasions h3 { font: 600 var(--s0)/1.4 var(--sans); }
.occasions h3 span { font-weight: 400; color: var(--muted); }
.occasions li li { display: grid; grid-template-columns: 1.4rem minmax(0, 1fr); padding: .18rem 0; }
.occasions .outcome { color: var(--own); }
.origin { font-size: var(--s-1); color: var(--muted); }
.origin p { max-width: 70ch; margin-top: .4rem; }
@media print {
${inkOnPaper}  @page { margin: 18mm 20mm; }
  html { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  li { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
`;
