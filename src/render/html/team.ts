import { NOTHING_TO_TEACH } from "../../domain/team/teach-next.ts";
import { type TeamLine, type TeamSection, WHY_LEFT_OUT } from "../../domain/team/team-lines.ts";
import type { TeamPage } from "../../domain/team/team-page.ts";
import { capitalize, countOf } from "../../domain/text/words.ts";
import { type Bar, renderChart } from "./chart.ts";
import { renderDocument } from "./document.ts";
import { type Hole, type Html, html } from "./html.ts";
import { sectionOf } from "./parts.ts";

/** Renders the page about a team as HTML. */
export function renderTeamHtml(page: TeamPage): Html {
  const { title, about, teachNext, sections, notes, left } = page;
  const next = teachNext
    ? html`<p class="lead">${teachNext.what}</p><p>${teachNext.because}</p>
      <p>Start here: <code>${teachNext.see}</code></p>`
    : html`<p>${NOTHING_TO_TEACH}</p>`;
  const files = left.length > 0 ? [`${countOf(left.length, "file")} couldn't be counted.`] : [];
  return renderDocument({
    title,
    header: html`<p class="eyebrow">Builder PM</p><h1>${title}</h1><p class="lead">${about}</p>`,
    main: [
      sectionOf("Teach this next", next),
      ...sections.map((section) => showTeamSection(section, page)),
      sectionOf(
        "How to read this",
        [
          `Nobody is named or ranked. A figure that is left out ${WHY_LEFT_OUT}`,
          ...notes.filter((note) => !note.startsWith("-")),
          ...files,
        ].map((note) => html`<p>${note}</p>`),
      ),
    ],
  });
}

function showTeamSection(section: TeamSection, { people }: TeamPage): Html {
  const { title, caption, about, columns, lines, says, shape, whole } = section;
  const figures = lines.flatMap((line) => line.figures.map((figure) => figure ?? 0));
  const isOfPeople = columns.length > 2;
  const max = isOfPeople ? people : Math.max(1, whole ?? 0, ...figures);
  const chart = lines.length > 0 && [
    renderChart({
      caption: caption === "" ? title : capitalize(caption),
      columns: [about, columns.join(", ")],
      rows: lines.map((line) => ({
        name: line.about === "" ? line.label : line.about,
        bars: drawLine(line, shape),
        words: line.words,
      })),
      max,
      below: isOfPeople ? BARS : undefined,
    }),
  ];
  return sectionOf(title, [...(chart || []), ...says.map((words): Hole => html`<p>${words}</p>`)]);
}

const BARS =
  "The bars of an item, from above: people who say so or have a project that shows it, " +
  "people with such a project, and people with two.";

const colors = ["open", "accent", "good"] as const;

/** Draws a bar for each figure that is shown. */
function drawLine({ figures }: TeamLine, shape: TeamSection["shape"]): Bar[][] {
  if (shape === "alone") return figures.map((value) => [{ value: value ?? 0, color: "accent" }]);
  if (figures.length > 2)
    return figures.map((value, at) => [{ value: value ?? 0, color: colors[at] ?? "plain" }]);
  const [counted, hits] = [figures[0] ?? 0, figures[1] ?? 0];
  return [
    [
      { value: hits, color: "accent" },
      { value: counted - hits, color: "rest" },
    ],
  ];
}
