/** A column of the week is an hour; what has few of them is to be no larger than what has many. */
const widths = Array.from(
  { length: 24 },
  (_, index) => `.hours-${index + 1} { max-width: ${2.6 + 1.7 * (index + 1)}rem; }`,
).join('\n');

/**
 * What all pages share. Faces are those of the reader's system; blue, ochre, purple and vermilion stay apart for
 * red-green blind eyes, and each verdict has its sign as well.
 */
export const groundStyle = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1c1e21; --muted: #585e64; --line: #d9d4c8; --faint: #f3f0e8; --accent: #2c4a6e;
  --kept: #00618f; --close: #7c5800; --waived: #77458c; --missed: #b03a0c; --unproven: #585e64; --unmeasured: #767b81;
  --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'URW Palladio L', P052, 'Book Antiqua', Georgia, serif;
  --sans: Seravek, 'Gill Sans Nova', 'Open Sans', Ubuntu, Calibri, 'DejaVu Sans', sans-serif;
  --s-2: .8rem; --s-1: .894rem; --s0: 1rem; --s1: 1.25rem; --s2: 1.563rem; --s3: 1.953rem; --s4: 2.441rem; --s5: 3.052rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15171a; --ink: #ebe9e4; --muted: #a9afb5; --line: #3a3e43; --faint: #1e2125; --accent: #9fc1ec;
    --kept: #6bb7e4; --close: #deb04a; --waived: #cfa2e6; --missed: #ff9466; --unproven: #a9afb5; --unmeasured: #8d939a;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { font: var(--s0)/1.55 var(--sans); -webkit-text-size-adjust: 100%; scroll-behavior: smooth; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font-variant-numeric: lining-nums; overflow-wrap: anywhere; }
main { max-width: 72rem; margin: 0 auto; padding: clamp(1.25rem, 4vw, 4rem) clamp(1rem, 4vw, 3rem) 5rem; }
p, ul, ol, dl, dd, figure, h1, h2, h3, h4, table { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .2em; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 1px; }
[hidden] { display: none !important; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--paper); padding: .5rem 1rem; }
.skip:focus { top: .5rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
h1, h3, .figure b, .score b, .act { font-family: var(--serif); font-weight: 400; text-wrap: balance; }
h2 { font: 600 var(--s-1)/1.4 var(--sans); letter-spacing: .06em; text-transform: uppercase; color: var(--accent); }
code { font: .92em/1.4 ui-monospace, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
.kept { --own: var(--kept); } .close { --own: var(--close); } .waived { --own: var(--waived); }
.missed { --own: var(--missed); } .unproven { --own: var(--unproven); } .unmeasured { --own: var(--unmeasured); }
.sign { display: inline-block; width: 1.15em; text-align: center; font-weight: 700; color: var(--own); }
.verdict { white-space: nowrap; color: var(--own); }
.unmeasured .verdict, .verdict.unmeasured, .tally .unmeasured { color: var(--muted); }
.drawing { display: block; }
svg { display: block; width: 100%; }
.meta { display: flex; flex-wrap: wrap; gap: 0 1.1em; color: var(--muted); font-size: var(--s-1); }
.aside { color: var(--muted); font-size: var(--s-1); }
`;

/** Colours of a printed page: what the reader chose for the screen does not matter there. */
export const inkOnPaper = `  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --muted: #444; --line: #bbb; --faint: #fff; --accent: #1d3a5f;
    --kept: #00618f; --close: #7c5800; --waived: #77458c; --missed: #b03a0c; --unproven: #444; --unmeasured: #666;
  }
`;

/** The one style sheet of the report's page. */
export const style = `${groundStyle}
.kicker { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 2rem; font-size: var(--s-1); color: var(--muted); padding-bottom: .75rem; border-bottom: 1px solid var(--ink); }
.kicker bdi { color: var(--ink); font-weight: 600; }
h1 { font-size: clamp(var(--s3), 1.1rem + 3.2vw, var(--s5)); line-height: 1.16; letter-spacing: -.012em; max-width: 30ch; margin: clamp(1.5rem, 4vw, 3.25rem) 0 1.25rem; }
.beside { display: flex; flex-wrap: wrap; gap: .1rem 2rem; align-items: baseline; color: var(--muted); }
.score b { color: var(--ink); font-size: var(--s1); line-height: 1; }
.tally { margin-top: 1.75rem; }
.tally svg { height: .55rem; }
.tally rect { stroke: var(--paper); stroke-width: 2px; vector-effect: non-scaling-stroke; }
.tally ul { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; margin-top: .6rem; }
.tally li { color: var(--own); }
.tally b { color: var(--ink); font-weight: 600; }

.glance { margin-top: clamp(2rem, 4vw, 3rem); }
.glance ol { margin-top: .6rem; border-top: 1px solid var(--line); }
.glance li { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr) minmax(0, 19rem); gap: .1rem 1.5rem; align-items: baseline; padding: .42rem 0; border-bottom: 1px solid var(--line); }
.glance a { font-family: var(--serif); font-size: 1.08rem; }
.public .glance li { grid-template-columns: 13rem minmax(0, 1fr) minmax(0, 17rem); }
.public .glance .verdict { white-space: normal; }
.glance .where { color: var(--muted); font-size: var(--s-1); text-align: right; }
.filter { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem .6rem; margin-top: .75rem; font-size: var(--s-1); color: var(--muted); }
fieldset { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem; margin: 0; padding: 0; border: 0; min-width: 0; }
legend { float: left; padding: 0; margin-right: .3rem; }
button { font: inherit; color: inherit; background: none; border: 0; cursor: pointer; }
fieldset button { padding: .12rem .7rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--ink); min-height: 1.75rem; }
fieldset button[aria-pressed=true] { background: var(--ink); border-color: var(--ink); color: var(--paper); }

.promises, .undertakings, .unseen-parts, .origin { margin-top: clamp(3rem, 6vw, 5rem); }
.legend { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; margin-top: .5rem; font-size: var(--s-1); color: var(--muted); }
.legend li { display: flex; align-items: center; gap: .45rem; }
.mark { width: 1.5rem; height: 1rem; }
.promise { padding: clamp(1.5rem, 3vw, 2.25rem) 0 clamp(1.75rem, 4vw, 3rem); border-top: 1px solid var(--line); }
.legend + .promise { margin-top: .75rem; border-top-color: var(--ink); }
.promise h3 { font-size: clamp(1.4rem, 1rem + 1.6vw, var(--s3)); line-height: 1.24; max-width: 46ch; margin: .2rem 0 .45rem; text-indent: -.42em; padding-left: .42em; }
.standing { font-size: var(--s-1); font-weight: 600; }
.channel { display: grid; grid-template-columns: 11.5rem minmax(0, 1fr) minmax(0, 15rem); column-gap: 2.25rem; row-gap: .35rem; margin-top: 1.6rem; align-items: start; }
.channel h4 { grid-column: 1 / -1; font-size: var(--s0); font-weight: 600; }
.channel .figure { grid-row: 2 / span 3; }
.channel .silent, .channel .notes, .channel details { grid-column: 2 / -1; }
.channel.unmeasured { grid-template-columns: 11.5rem minmax(0, 1fr); }
.channel.unmeasured h4 { grid-column: 1; }
.channel.unmeasured .silent { grid-column: 2; color: var(--muted); }
.figure { line-height: 1.35; }
.figure b { display: block; font-size: var(--s3); line-height: 1.1; font-variant-numeric: lining-nums tabular-nums; }
.figure span { color: var(--muted); font-size: var(--s-1); }
.figure .aim { display: block; }
.figure em { display: block; font-style: normal; color: var(--own); font-weight: 600; }
.channel.missed .figure em:not(.short), .channel.unproven .figure em { color: var(--muted); }
figcaption { display: flex; justify-content: space-between; font-size: var(--s-2); color: var(--muted); }
.bullet-figure, .trend-figure { padding-top: .3rem; }
.bullet { height: 2.1rem; }
.trend { height: 3.1rem; }
.notes { font-size: var(--s-1); color: var(--muted); max-width: 68ch; }
.notes li { display: inline; }
.notes li + li::before { content: ' '; }
details { font-size: var(--s-1); }
summary { display: inline-block; cursor: pointer; color: var(--accent); padding: .2rem 0; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: '+'; display: inline-block; width: 1.1em; }
[open] > summary::before { content: '\\2212'; }
.made { border-left: 1px solid var(--line); padding: .35rem 0 .5rem 1.25rem; display: grid; gap: 1.5rem; }
.made > * { min-width: 0; }
.made dl div, .verdicts div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 0 1rem; padding: .12rem 0; }
dt { color: var(--muted); }
table { border-collapse: collapse; width: 100%; font-size: var(--s-1); font-variant-numeric: lining-nums tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
th, td { text-align: left; font-weight: 400; padding: .22rem .9rem .22rem 0; vertical-align: baseline; border-bottom: 1px solid var(--line); }
thead th { color: var(--muted); vertical-align: bottom; }
th:last-child, td:last-child { padding-right: 0; }
.n { text-align: right; }
th button { padding: 0; text-align: inherit; min-height: 1.5rem; }
th button:hover { text-decoration: underline; }
[aria-sort=ascending] button::after { content: ' \\2191'; }
[aria-sort=descending] button::after { content: ' \\2193'; }
.ladder { max-width: 26rem; }
.ladder td { text-align: right; }
.ladder .less th, .ladder .of th { padding-left: 1.25rem; color: var(--muted); }
.ladder .is th, .ladder .is td { font-weight: 600; }
.week figcaption { color: var(--ink); font-size: var(--s-1); font-weight: 600; padding-bottom: .3rem; }
.week .grid { display: grid; grid-template-columns: 2.6rem minmax(0, 1fr); }
${widths}
.week .days { display: grid; grid-template-rows: repeat(7, 1fr); align-items: center; line-height: 1; font-size: var(--s-2); color: var(--muted); }
.week .hours { grid-column: 2; display: flex; justify-content: space-between; font-size: var(--s-2); color: var(--muted); }
.scale { display: flex; flex-wrap: wrap; align-items: center; gap: .1rem .6rem; font-size: var(--s-1); color: var(--muted); }
.heat-legend { width: 9rem; height: .9rem; }

.undertakings ol { counter-reset: place; margin-top: .75rem; border-top: 1px solid var(--ink); }
.undertakings ol > li { counter-increment: place; position: relative; padding: .9rem 0 .9rem 2.5rem; border-bottom: 1px solid var(--line); }
.undertakings ol > li::before { content: counter(place); position: absolute; left: 0; font-family: var(--serif); font-size: var(--s2); line-height: 1.2; color: var(--muted); }
.act { font-size: var(--s1); line-height: 1.35; }
.overdue .meta li { color: var(--missed); }
.undertakings h3, .origin h3 { font: 600 var(--s0)/1.4 var(--sans); margin: 1.75rem 0 .4rem; }
.unseen-parts h2:not(:first-child) { margin-top: 2.25rem; }
.unseen-parts ul, .unseen-parts p { margin-top: .5rem; }
.unseen-parts li { padding: .15rem 0; max-width: 80ch; }
.findings b { font-weight: 600; color: var(--close); }
.findings .error b { color: var(--missed); } .findings .note b { color: var(--muted); }
.origin { font-size: var(--s-1); color: var(--muted); }
.origin p { max-width: 76ch; margin-top: .5rem; }
.origin h3 { color: var(--ink); }
.origin dt { color: inherit; }
.verdicts { margin: 1rem 0 2rem; }
.verdicts div { grid-template-columns: 14rem minmax(0, 1fr); }
.origin table { margin-top: 1rem; }
.origin caption { color: var(--ink); }

@media (max-width: 60rem) {
  .channel { grid-template-columns: 10rem minmax(0, 1fr); }
  .channel .trend-figure { grid-column: 2; }
  .glance li { grid-template-columns: 9.5rem minmax(0, 1fr); }
  .public .glance li { grid-template-columns: 11rem minmax(0, 1fr); }
  .glance .where { grid-column: 2; text-align: left; }
}
@media (min-width: 60.01rem), print {
  .origin :is(th, td) { overflow-wrap: break-word; }
  .origin .n { white-space: nowrap; }
  .origin td:first-child, .origin code { overflow-wrap: anywhere; }
}
@media (max-width: 40rem) {
  .week .days { contain: size; font-size: .62rem; }
  table:not(.ladder) caption { display: block; }
  .channel, .channel.unmeasured { display: block; }
  .channel > * + * { margin-top: .45rem; }
  .glance li { display: block; }
  .glance a { display: block; }
  .made { padding-left: .75rem; }
  .made dl div, .verdicts div { display: block; padding: .3rem 0; }
  table:not(.ladder), table:not(.ladder) tbody, table:not(.ladder) tr, table:not(.ladder) td, table:not(.ladder) tbody th { display: block; }
  table:not(.ladder) thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table:not(.ladder) tr { padding: .45rem 0; border-bottom: 1px solid var(--line); }
  table:not(.ladder) tbody th { font-weight: 600; }
  table:not(.ladder) tbody :is(th, td) { border: 0; padding: .05rem 0; text-align: left; }
  table:not(.ladder) td:empty { display: none; }
  td[data-h]::before { content: attr(data-h) ': '; color: var(--muted); }
}
@media print {
${inkOnPaper}  @page { margin: 16mm 14mm; }
  html { font-size: 9.5pt; }
  main { max-width: none; padding: 0; }
  .skip, .filter { display: none !important; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  summary::before { content: ''; width: 0; }
  .channel, .undertakings li, .glance li, tr, figure { break-inside: avoid; }
  .promise > header, h2, h3, caption { break-after: avoid; }
  thead { break-inside: avoid; break-after: avoid; }
  .promise > header { break-inside: avoid; }
  .promise h3, .standing, .meta { break-after: avoid; }
  .promise > header + * { break-before: avoid; }
  .channel { display: flow-root; }
  .channel h4 { break-after: avoid; }
  .channel .figure { float: left; width: 9rem; }
  .channel :is(.bullet-figure, .trend-figure, .notes) { margin-left: 11rem; break-before: avoid; }
  .channel details { clear: both; }
  .channel details { break-inside: auto; grid-column: 1 / -1; }
  .channel { break-inside: auto; }
  .made { display: block; padding-bottom: 0; }
  .made > * + * { margin-top: .9rem; }
  table { font-size: 8pt; }
  th, td { padding-block: .1rem; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media (forced-colors: active) { .tally rect, svg * { forced-color-adjust: none; } }
`;
