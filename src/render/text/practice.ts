import type { PracticeSummary } from "../../domain/insights/practice.ts";
import type { Drill } from "../../domain/library/drill.ts";
import { describeOrigin } from "../../domain/library/origin.ts";
import type { Attempt } from "../../domain/practice/attempt.ts";
import type { DrillSession } from "../../domain/practice/drill-session.ts";
import { countOf, joinWords } from "../../domain/text/words.ts";
import type { ListedDrill } from "../json/practice.ts";
import { hang, indent, stack, twoColumns } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";
import { describeJudged, describeOwnFindings } from "./drill-answers.ts";
import { describeCannotTell, describeExtras, describePracticeFully } from "./practice-line.ts";

/** Renders the list of drills, with the numbers of those that were tried, and the totals. */
export function renderDrills(
  { listed, summary }: { listed: readonly ListedDrill[]; summary: PracticeSummary },
  options: RenderOptions,
): string {
  const { theme, width } = options;
  const next = listed.find(({ first }) => !first)?.drill.id;
  const again = listed[0]?.drill.id;
  return stack([
    theme.heading(indent("Drills, the easiest ones first", width)),
    listed.length === 0 ? indent("There are none yet.", width) : undefined,
    // One row each, so that the easiest ones don't scroll away.
    twoColumns(
      listed.map((entry) => [entry.drill.id, describeListed(entry)]),
      width,
    ),
    [
      ...describePracticeFully(summary),
      ...describeCannotTell(summary),
      ...describeExtras(summary),
    ].map((line) => indent(line, width)),
    next
      ? [indent("To do one:", width), `    ${theme.command(`builder-pm practice ${next}`)}`]
      : [],
    !next && again
      ? [
          indent("To do one again, though only the first try counts:", width),
          `    ${theme.command(`builder-pm practice ${again} --again`)}`,
        ]
      : [],
  ]);
}

/** Says what a drill is called, how long it takes, and how the first try went. */
function describeListed({ drill, first, isOpen }: ListedDrill): string {
  const { title, minutes } = drill;
  const caught = first && `caught ${first.caught} of ${countOf(first.planted, "defect")}`;
  const state = caught ?? (isOpen ? "started" : undefined);
  const about = [`${minutes} min`, ...(state ? [state] : [])].join(", ");
  return `${title} (${about})${describeOrigin(drill)}`;
}

/** What is shown before a drill is judged. */
export interface DrillIntroView {
  drill: Drill;
  folder: string;
  /** The address of the file to open first. */
  address: string;
  /** What was answered before. */
  attempt: Attempt;
}

/** Renders what a drill is about, what to open, and why the report is there from the start. */
export function renderDrillIntro(
  { drill, folder, address, attempt }: DrillIntroView,
  { theme, width }: RenderOptions,
): string {
  const { title, problem, checks, edges, minutes, body } = drill;
  const answered = Object.keys(attempt.answers).length;
  return `\n${stack([
    `${theme.heading(hang("  ", title, width))}${theme.faint(describeOrigin(drill))}`,
    indent(problem.trim(), width),
    [
      indent("What was asked for:", width),
      ...checks.flatMap((text, at) => [
        hang(`  C${at + 1}: `, text, width),
        ...describeOwnFindings(attempt, at + 1).map((line) => indent(line, width, 6)),
      ]),
      ...edges.map((text) => hang("  Edge case: ", text, width)),
    ],
    [indent("Open what was built:", width), `    ${theme.command(address)}`],
    [
      indent(`Beside it in ${folder}: BRIEF.md, the agent's REPORT.md and all other files.`, width),
      indent(`${REPORT_NOTE}${/\((?:ran|read)\b/.test(body) ? MARKS_NOTE : ""}`, width),
    ],
    answered > 0
      ? indent(describeJudged(attempt), width)
      : indent(
          `Try each check, or look it up in the files, then judge it. About ${countOf(minutes, "minute")}.`,
          width,
        ),
  ])}`;
}

const REPORT_NOTE =
  "The report is open from the start here: learning to read a proud one is the point. In your " +
  "own projects it stays sealed until you've judged.";

/** Explains the marks of a report that has them. */
const MARKS_NOTE =
  " Where it has (ran), the agent says it tried the check, and where it has (read), it only read " +
  "the code.";

/** A defect that no check covers, and what the person wrote before they saw it. */
interface PlantedView {
  what: string;
  where: string | undefined;
  place: string;
  wrote: string | undefined;
}

/** Renders a defect that no check covers, above the question whether the person named it. */
export function renderPlanted(
  { what, where, place, wrote }: PlantedView,
  options: RenderOptions,
): string {
  const { theme, width } = options;
  return `\n${stack([
    `  ${theme.faint(place)}`,
    [
      theme.heading(indent(what, width)),
      ...(where === undefined ? [] : [hang("  Where: ", where, width)]),
    ],
    wrote === undefined ? undefined : indent(wrote, width),
  ])}\n`;
}

/** Renders what is still open, and the check in hand with what was said about it. */
export function renderOpenQuestions(
  { drill, attempt, open }: Pick<DrillSession, "drill" | "attempt" | "open">,
  { theme, width }: RenderOptions,
): string {
  const about = open[0]?.about;
  const names = open.map(({ name }) => name);
  return stack([
    indent(`Saved. Not answered yet: ${joinWords(names)}.`, width, 0),
    about
      ? [
          hang(`  C${about.number}: `, about.text, width),
          ...describeOwnFindings(attempt, about.number).map((line) => indent(line, width, 6)),
        ]
      : [],
    [indent("To go on:", width, 0), theme.command(`  builder-pm practice ${drill.id}`)],
  ]);
}
