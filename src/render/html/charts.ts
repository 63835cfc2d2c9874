import { type Sum, sumAnswers } from "../../domain/insights/answer-stats.ts";
import type { ChecklistSummary } from "../../domain/insights/checklist-summary.ts";
import { measurePace } from "../../domain/insights/pace.ts";
import type { PracticeSummary } from "../../domain/insights/practice.ts";
import { listProjectResults, type ProjectResult } from "../../domain/insights/project-results.ts";
import type { Step } from "../../domain/library/step.ts";
import type { Project } from "../../domain/project/project.ts";
import { capitalize, countOf, countTimes, describeDuration } from "../../domain/text/words.ts";
import { listTimedCounts } from "../page/checklist-lines.ts";
import { describeCount } from "../text/completion-bar.ts";
import { describeExtras, describeSureness } from "../text/practice-line.ts";
import { type ChartRow, renderChart } from "./chart.ts";
import { type Hole, type Html, html } from "./html.ts";

/** Charts how the answers to a checklist changed; nothing before the first one is finished. */
export function chartChecks(summary: ChecklistSummary): Html | undefined {
  const counts = listTimedCounts(summary);
  if (counts.length === 0) return undefined;
  const rows = counts.map(({ when, count }): ChartRow => {
    const { done, partly, total } = count;
    const rest = total - done - partly;
    return {
      name: when,
      bars: [
        [
          { value: done, color: "good" },
          { value: partly, color: "open" },
          { value: rest, color: "rest" },
        ],
      ],
      words: capitalize(describeCount(count)),
    };
  });
  const max = Math.max(...counts.map(({ count }) => count.total));
  return renderChart({ caption: "Over time", columns: ["Day", "Answers"], rows, max });
}

/** Charts for each round of each project how many checks were expected, claimed and found met. */
export function chartResults(
  steps: readonly Step[],
  projects: readonly Project[],
): Html | undefined {
  const results = listProjectResults(steps, projects);
  if (results.length === 0) return undefined;
  return renderChart({
    caption: "Expected, claimed and found",
    columns: [
      results.some(({ round }) => round > 1) ? "Project and round" : "Project",
      "Checks met",
    ],
    rows: results.map(describeResultRow),
    max: Math.max(...results.map(({ total }) => total)),
    below: html`The bars of a round, from above: expected before the build, claimed by the agent
      if its report says so, found in the review.`,
  });
}

function describeResultRow(result: ProjectResult): ChartRow {
  const { project, round, expected, claimed, unclear, met, total } = result;
  const bars: ChartRow["bars"] = [
    [{ value: expected, color: "plain" }],
    ...(claimed === undefined ? [] : [[{ value: claimed, color: "open" }] as const]),
    [{ value: met, color: "good" }],
  ];
  const open = unclear > 0 ? ` (${unclear} unclear)` : "";
  const said = claimed === undefined ? "" : `, claimed ${claimed}${open}`;
  const words = `Expected ${expected}${said}, found ${met} of ${total}`;
  const name = project.rounds.length > 0 ? `${project.title}, round ${round}` : project.title;
  return { name, bars, words };
}

/** Charts how often each answer was given, of the questions where one was given more than once. */
export function chartSums(steps: readonly Step[], projects: readonly Project[]): Hole {
  const repeated = sumAnswers(steps, projects).filter(({ answers }) =>
    answers.some(({ count }) => count > 1),
  );
  return repeated.map(({ ask, title, answers }: Sum) =>
    renderChart({
      caption: ask,
      columns: [title, "How often"],
      rows: answers.map(({ label, count }) => ({
        name: label,
        bars: [[{ value: count, color: "accent" }]],
        words: capitalize(countTimes(count)),
      })),
      max: Math.max(...answers.map(({ count }) => count)),
    }),
  );
}

/** Charts how long each project took from the start to something that runs, and to its decision. */
export function chartPace(steps: readonly Step[], projects: readonly Project[]): Html | undefined {
  const paces = projects
    .map((project) => ({ project, ...measurePace(steps, project) }))
    .filter(({ toFirstPass, toDecision }) => (toFirstPass ?? toDecision) !== undefined);
  if (paces.length === 0) return undefined;
  const rows = paces.map(({ project, toFirstPass, toDecision }): ChartRow => {
    const timed = [
      { name: "first pass", minutes: toFirstPass, color: "accent" as const },
      { name: "decision", minutes: toDecision, color: "plain" as const },
    ].flatMap(({ minutes, ...one }) => (minutes === undefined ? [] : [{ ...one, minutes }]));
    return {
      name: project.title,
      bars: timed.map(({ minutes, color }) => [{ value: minutes, color }]),
      words: capitalize(
        timed.map(({ name, minutes }) => `${name} after ${describeDuration(minutes)}`).join(", "),
      ),
    };
  });
  const max = Math.max(
    ...paces.flatMap(({ toFirstPass = 0, toDecision = 0 }) => [toFirstPass, toDecision]),
  );
  return renderChart({
    caption: "From idea to artifact",
    columns: ["Project", "Time since the start, by the calendar"],
    rows,
    max,
  });
}

/** Charts what a person caught, doubted and trusted in drills; nothing before the first one. */
export function chartPractice(summary: PracticeSummary | undefined): Html | undefined {
  if (!summary || summary.drills === 0) return undefined;
  const { planted, caught, sound, doubted, falseClaims, trusted } = summary;
  const below = [describeSureness(summary) ?? [], describeExtras(summary)].flat();
  const rowOf = (name: string, value: number, total: number, color: "good" | "open"): ChartRow => ({
    name,
    bars: [
      [
        { value, color },
        { value: total - value, color: "rest" },
      ],
    ],
    words: `${value} of ${total}`,
  });
  return renderChart({
    caption: `In ${countOf(summary.drills, "drill")}`,
    columns: ["What", "How many"],
    rows: [
      rowOf("Planted defects caught", caught, planted, "good"),
      rowOf("Sound checks doubted", doubted, sound, "open"),
      rowOf("False claims trusted", trusted, falseClaims, "open"),
    ],
    max: Math.max(planted, sound, falseClaims),
    below: below.length > 0 ? below.join(" ") : undefined,
  });
}
