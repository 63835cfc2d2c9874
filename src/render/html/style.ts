/**
 * The look of every page: type, spacing and colors in one place. Colors reach AA on their grounds
 * in both schemes; nothing is said by color alone.
 */
export const STYLE = `
:root {
  --text: 1rem; --small: .875rem; --h1: 2.125rem; --h2: 1.125rem; --h3: 1.375rem; --lead: 1.1875rem;
  --s1: .25rem; --s2: .5rem; --s3: .75rem; --s4: 1rem; --s5: 1.5rem; --s6: 2.5rem; --s7: 4rem;
  --serif: ui-serif, "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
  --ground: #fcfbf8; --raised: #f4f2ec; --ink: #1d2126; --quiet: #565c66; --line: #ddd8cc;
  --accent: #0b5a63; --good: #17613b; --good-ground: #e2f0e6; --bad: #96231b;
  --bad-ground: #fae6e2; --open: #6b4b00; --open-ground: #f6ecd2; --plain-ground: #eae8e1;
  --bar-good: #3a8f60; --bar-open: #b98a2b; --bar-accent: #3d8791; --bar-plain: #8a8f98;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #15181c; --raised: #1e2227; --ink: #e9e6df; --quiet: #a9aeb6; --line: #343a42;
    --accent: #7cc7d0; --good: #8fd6a9; --good-ground: #173524; --bad: #f5a79d;
    --bad-ground: #43201c; --open: #ecc873; --open-ground: #3b2f12; --plain-ground: #2a2f36;
    --bar-good: #5fae82; --bar-open: #c9a14c; --bar-accent: #5ea6af; --bar-plain: #7d848e;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 60rem; padding: var(--s5) var(--s5) var(--s6);
  color: var(--ink); font: var(--text)/1.55 var(--sans); overflow-wrap: anywhere;
}
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, blockquote, pre, table { margin: 0; padding: 0; }
h1 { font: 600 var(--h1)/1.15 var(--serif); letter-spacing: -.01em; text-wrap: balance; }
h2 { font: 600 var(--h2)/1.35 var(--serif); }
h3 { font: 600 var(--h3)/1.25 var(--serif); }
h4 { font: 600 var(--text)/1.4 var(--sans); }
bdi, p[dir], h1, h2, h3 { white-space: pre-line; }
b { font-weight: 600; }
.eyebrow, .day, .quiet, dt, footer, figcaption, caption, th { color: var(--quiet); }
.eyebrow { font-size: var(--small); letter-spacing: .06em; text-transform: uppercase; }
.day, .quiet { font-size: var(--small); }
code, pre { font-family: var(--mono); font-size: .9em; }
code { background: var(--raised); border-radius: .25rem; padding: .1em .35em; }
pre { background: var(--raised); padding: var(--s3) var(--s4); overflow-x: auto; }
blockquote { border-left: .1875rem solid var(--line); padding-left: var(--s4); }
header.page { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s5); padding-bottom: var(--s4); }
header.page > * { flex: 0 0 100%; }
header.page > p:has(> .label) { flex: 0 1 auto; }
header.page h1 { margin-bottom: var(--s1); }
main > section, main > article { border-top: 1px solid var(--line); padding: var(--s3) 0; }
section > div, article, .change, details > div { display: grid; gap: var(--s2); }
section > h2, section > h3 { margin-bottom: var(--s2); }
ul, ol { padding-left: 1.25em; display: grid; gap: var(--s1); }
ul.numbered, ol.checks { list-style: none; padding: 0; gap: var(--s2); }
ul.numbered > li { display: grid; grid-template-columns: 2.25em 1fr; }
ol.checks { gap: var(--s5); }
ol.checks > li { display: grid; gap: var(--s1); break-inside: avoid; }
.check { font-weight: 600; }
dl { display: grid; gap: var(--s2); }
dl > div { display: grid; gap: 0 var(--s4); }
dt { font-size: var(--small); line-height: 1.77; }
dd > ul { padding-left: 1.1em; }
.chip {
  display: inline-block; border-radius: 1em; padding: 0 .7em; font-size: var(--small);
  font-weight: 600; line-height: 1.7; color: var(--quiet); background: var(--plain-ground);
}
.sum { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s2); }
.chip.good { color: var(--good); background: var(--good-ground); }
.chip.bad { color: var(--bad); background: var(--bad-ground); }
.chip.open { color: var(--open); background: var(--open-ground); }
.lead { font: var(--lead)/1.5 var(--serif); }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: .125rem solid var(--accent); outline-offset: .125rem; }
.entry + .entry, details + details { border-top: 1px solid var(--line); }
.entry { padding: var(--s5) 0; max-width: 46rem; }
.entry > header { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); align-items: baseline; }
section.wide > h2 { color: var(--quiet); }
section.wide > details { padding: var(--s3) 0; max-width: 46rem; }
details section { padding: var(--s3) 0; }
section section h3, section > div > h3, h4 { font: 600 var(--text)/1.4 var(--sans); }
section > div > h3:not(:first-child), section > div > h4:not(:first-child) { margin-top: var(--s2); }
ul.items { list-style: none; padding: 0; gap: var(--s4); }
figure.chart { margin-bottom: var(--s4); }
.label { color: var(--quiet); }
details > summary { cursor: pointer; color: var(--accent); font-weight: 600; }
details[open] > summary { margin-bottom: var(--s3); }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
caption, th { text-align: left; font-size: var(--small); font-weight: 400; }
caption { padding-bottom: var(--s2); color: var(--ink); font-weight: 600; font-size: var(--text); }
th, td { padding: var(--s2) var(--s4) var(--s2) 0; vertical-align: top; }
td { padding-right: 0; }
thead th:first-child { width: 36%; }
tbody tr { border-top: 1px solid var(--line); break-inside: avoid; }
tbody th { color: var(--ink); font-size: var(--text); }
svg { display: block; width: 100%; max-width: 26rem; height: auto; margin: .4rem 0 .3rem; }
.bar { fill: var(--bar-plain); } .bar.good { fill: var(--bar-good); }
.bar.open { fill: var(--bar-open); } .bar.accent { fill: var(--bar-accent); }
.bar.rest { fill: var(--line); }
.picture img { display: block; max-width: min(100%, 32rem); height: auto; max-height: 24rem;
  width: auto; border: 1px solid var(--line); border-radius: .375rem; }
.picture { margin: var(--s2) 0; }
.picture figcaption { font-size: var(--small); margin-top: var(--s1); }
.picture .close { display: none; }
.picture:target { position: fixed; inset: 0; z-index: 1; overflow: auto; padding: var(--s4);
  background: var(--ground); }
.picture:target img { max-width: 100%; max-height: none; }
.picture:target .close { display: inline; }
footer { border-top: 1px solid var(--line); margin-top: var(--s6); padding-top: var(--s3);
  font-size: var(--small); display: grid; gap: var(--s1); }
@media (max-width: 30rem) {
  :root { --h1: 1.75rem; --s5: 1.25rem; --s6: 1.75rem; }
  body { padding: var(--s5) var(--s4); }
}
@media (min-width: 48rem) {
  main > section { display: grid; grid-template-columns: 11rem 1fr; gap: 0 var(--s5); }
  main > section.wide { display: block; }
  dl > div { grid-template-columns: 8rem 1fr; }
}
@media print {
  :root {
    --text: 10.5pt; --small: 9pt; --h1: 22pt; --h2: 12pt; --h3: 14pt; --lead: 12pt;
    --ground: #fff; --raised: #f5f4f0; --ink: #000; --quiet: #444a52; --line: #c9c4b8;
    --accent: #0b5a63; --good: #17613b; --good-ground: #e2f0e6; --bad: #96231b;
    --bad-ground: #fae6e2; --open: #6b4b00; --open-ground: #f6ecd2; --plain-ground: #eae8e1;
    --bar-good: #3a8f60; --bar-open: #b98a2b; --bar-accent: #3d8791; --bar-plain: #8a8f98;
    color-scheme: light; print-color-adjust: exact; -webkit-print-color-adjust: exact;
  }
  @page { margin: 16mm; }
  body { max-width: none; padding: 0; }
  h2, h3, h4, summary, caption { break-after: avoid; }
  li, tr, dl > div, figure, .entry > header { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; }
  summary { list-style: none; }
  ol.checks > li { break-inside: auto; }
  .verdict, .check { break-after: avoid; }
  .picture:target { position: static; }
  .picture img { max-width: min(100%, 12cm); max-height: 8cm; }
}
`.replace(/\n\s*/g, "\n");
