import { readForecast } from "../../domain/insights/forecast.ts";
import { describeOrigin, type Origin } from "../../domain/library/origin.ts";
import type { Step } from "../../domain/library/step.ts";
import { countBudget } from "../../domain/project/budget.ts";
import type { Project } from "../../domain/project/project.ts";
import {
  isAnswered,
  listQuestionInstances,
  needsAnotherLook,
} from "../../domain/project/question-instance.ts";
import { countOf } from "../../domain/text/words.ts";
import { flow, hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";
import { formatDay } from "./dates.ts";

/** A project with the steps it goes through. */
export interface ProjectView {
  project: Project;
  steps: readonly Step[];
  /** The slice that the project comes from, while there is one. */
  origin?: Origin | undefined;
}

/** An open project in a few lines: its steps, its budget, and the prediction. */
export function renderProject(
  { project, steps, origin = {} }: ProjectView,
  { theme, width }: RenderOptions,
): string[] {
  const states = steps.map(
    (step) => `${describeState(step, project)} ${step.title}${describeOrigin(step)}`,
  );
  const lines = [...flow(states, width), indent(describeBudget(project), width)];
  const forecast = readForecast(steps, project);
  if (forecast) {
    const { expected, total, actual } = forecast;
    const result = actual === undefined ? "" : `, ${actual} met`;
    lines.push(indent(`You expected ${expected} of ${total} checks to be met${result}.`, width));
  }
  if (project.parked.length > 0)
    lines.push(indent(`Parked: ${countOf(project.parked.length, "idea")}.`, width));
  return [
    theme.heading(
      hang("  ", `Project ${project.id}: ${project.title}${describeOrigin(origin)}`, width),
    ),
    ...lines,
  ];
}

/** What is used of the budget: "35 of 240 minutes, 1 of 3 passes". */
export function describeBudget(project: Project): string {
  const { minutes, passes } = countBudget(project);
  return `Budget: ${minutes.used} of ${minutes.limit} minutes, ${passes.used} of ${countOf(passes.limit, "pass")} used.`;
}

/** All projects, open ones first, and which of them commands mean. */
export function renderProjects(
  view: { projects: readonly Project[]; current: string | undefined },
  options: RenderOptions,
): string {
  const { theme, width } = options;
  const open = view.projects.filter(({ closed }) => !closed);
  const ended = view.projects.filter(({ closed }) => closed);
  const rows = [...open, ...ended].map((project) => {
    const { id, uid, title, closed, startedAt } = project;
    const state = closed
      ? describeEnding(project)
      : `open${uid === view.current ? ", the current one" : ""}`;
    const about = `${state}, started on ${formatDay(new Date(startedAt))}`;
    return `${hang("  ", `${id}: ${title}`, width)}\n${theme.faint(indent(about, width, 4))}`;
  });
  return stack([`  ${theme.heading("Your projects")}`, rows]);
}

/** How a project ended, in words: "killed on 22 November 2026"; "open" when it has not. */
export function describeEnding({ closed }: Project): string {
  if (!closed) return "open";
  return `${closed.as.replace("-", " ")} on ${formatDay(new Date(closed.at))}`;
}

function describeState(step: Step, project: Project): string {
  if (needsAnotherLook(project, step)) return "[~]";
  if (project.finished[step.id]) return "[x]";
  return listQuestionInstances(project, step).some((asking) => isAnswered(project, step, asking))
    ? "[~]"
    : "[ ]";
}

/** How many projects ended how: "1 done, 1 killed". A kill is counted as one, never as done. */
export function countEndings(projects: readonly Project[]): string {
  const count = (as: string) => projects.filter(({ closed }) => closed?.as === as).length;
  const open = projects.filter(({ closed }) => !closed).length;
  const counts = [
    [count("done"), "done"],
    [count("handed-over"), "handed over"],
    [count("killed"), "killed"],
    [open, "open"],
  ] as const;
  return counts.flatMap(([number, word]) => (number > 0 ? `${number} ${word}` : [])).join(", ");
}
