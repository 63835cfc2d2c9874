import { describeForecast, readShownForecast } from "../../domain/insights/forecast.ts";
import type { Ending } from "../../domain/library/ending.ts";
import { describeOrigin, type Origin } from "../../domain/library/origin.ts";
import type { Step } from "../../domain/library/step.ts";
import { type Budget, countBudget } from "../../domain/project/budget.ts";
import type { Project } from "../../domain/project/project.ts";
import {
  isAnswered,
  listQuestionInstances,
  needsAnotherLook,
} from "../../domain/project/question-instance.ts";
import { countOf } from "../../domain/text/words.ts";
import { breakMessage, flow, hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";
import { formatDay } from "./dates.ts";

/** A project and its steps. */
export interface ProjectView {
  project: Project;
  steps: readonly Step[];
  /** The slice of the project, unless it was removed from the content. */
  origin?: Origin | undefined;
  /** What to say about its folder: where it is, or that it isn't there anymore. */
  aboutFolder?: readonly string[] | undefined;
  /** The coding agent that looks, which doesn't see what the person expects. */
  agent?: string | undefined;
}

/** Renders an open project in a few lines: its steps, budget, prediction and folder. */
export function renderProject(
  { project, steps, origin = {}, aboutFolder = [], agent }: ProjectView,
  { theme, width, isReadAloud = false }: RenderOptions,
): string[] {
  const states = steps.map((step) => {
    const state = describeState(step, project);
    return nameState(state, `${step.title}${describeOrigin(step)}`, isReadAloud);
  });
  const lines = [...flow(states, width), indent(describeBudget(project), width)];
  const logged = project.passes.filter(({ via }) => via !== undefined);
  if (logged.length > 0) lines.push(indent(describeLoggedByAgent(logged), width));
  const forecast = readShownForecast(steps, project, agent);
  if (forecast) lines.push(indent(describeForecast(forecast), width));
  if (project.parked.length > 0)
    lines.push(indent(`Parked: ${countOf(project.parked.length, "idea")}.`, width));
  lines.push(...aboutFolder.map((line) => breakMessage(`  ${line}`, width)));
  return [
    theme.heading(hang("  ", `Project: ${nameProject(project)}${describeOrigin(origin)}`, width)),
    ...lines,
  ];
}

/** Names a project with its id, and a later round: "Monday report (script), round 2". */
function nameProject({ title, id, rounds }: Project): string {
  const round = rounds.length > 0 ? `, round ${rounds.length + 1}` : "";
  return `${title === id ? title : `${title} (${id})`}${round}`;
}

/** Says how much of it an agent logged, which nobody may have asked for. */
function describeLoggedByAgent(logged: Project["passes"]): string {
  const minutes = logged.reduce((sum, pass) => sum + pass.minutes, 0);
  return `Your agent logged ${countOf(logged.length, "pass")} of it, ${countOf(minutes, "minute")}.`;
}

/** Says how much of the budget is used: "Budget: 35 of 240 minutes, 1 of 3 passes used." */
export function describeBudget(project: Project): string {
  return `Budget: ${describeUsed(countBudget(project))} used.`;
}

/** Says how much of a budget is used: "35 of 240 minutes, 1 of 3 passes". */
export function describeUsed({ minutes, passes }: Budget): string {
  return (
    `${minutes.used} of ${countOf(minutes.limit, "minute")}, ` +
    `${passes.used} of ${countOf(passes.limit, "pass")}`
  );
}

/** Renders all projects, open ones first, and marks the current one. */
export function renderProjects(
  view: { projects: readonly Project[]; current: string | undefined },
  options: RenderOptions,
): string {
  const { theme, width } = options;
  const open = view.projects.filter(({ closed }) => !closed);
  const finished = view.projects.filter(({ closed }) => closed);
  const rows = [...open, ...finished].map((project) => {
    const { id, uid, title, closed, startedAt } = project;
    const state = closed
      ? describeEnding(project)
      : `open${uid === view.current ? ", the current one" : ""}`;
    const about = `started on ${formatDay(new Date(startedAt))}; ${state}`;
    return `${hang("  ", `${id}: ${title}`, width)}\n${theme.faint(indent(about, width, 4))}`;
  });
  return stack([`  ${theme.heading("Your projects")}`, rows]);
}

const EARLY = "ended without a review";

/** The words for how a project ended. */
const endingWords: Readonly<Record<Ending, string>> = {
  done: "kept",
  "handed-over": "handed over",
  killed: "killed",
};

/** Says how a project was closed: "killed on Nov 22, 2026", or "open". */
export function describeEnding({ closed }: Project): string {
  if (!closed) return "open";
  return `${nameEnding(closed)} on ${formatDay(new Date(closed.at))}`;
}

/** Says how a project ended, without the day. */
export function nameEnding({ as, early }: NonNullable<Project["closed"]>): string {
  if (!early) return endingWords[as];
  return as === "killed" ? `${endingWords[as]} without a review` : EARLY;
}

/** How far a step is. */
type StepState = "done" | "needs another look" | "started" | "open";

function describeState(step: Step, project: Project): StepState {
  if (needsAnotherLook(project, step)) return "needs another look";
  if (project.finished[step.id]) return "done";
  // An answer that was given to an earlier step, under an old name, begins nothing.
  const hasCome = (step.needs ?? []).every((id) => project.finished[id]);
  const isBegun = () =>
    listQuestionInstances(project, step).some((asking) => isAnswered(project, step, asking));
  return hasCome && isBegun() ? "started" : "open";
}

/** Names a step with a box that is ticked or not, or in words. */
function nameState(state: StepState, name: string, isReadAloud: boolean): string {
  if (isReadAloud) return `${name}: ${state}.`;
  const box = state === "done" ? "[x]" : "[ ]";
  const isPlain = state === "done" || state === "open";
  return isPlain ? `${box} ${name}` : `${box} ${name} (${state})`;
}

/** Counts projects by how they ended: "1 kept, 1 killed". */
export function countEndings(projects: readonly Project[]): string {
  const isReviewed = ({ closed }: Project) => closed !== undefined && !closed.early;
  const reviewed = projects.filter(isReviewed);
  const count = (as: Ending) => reviewed.filter(({ closed }) => closed?.as === as).length;
  const early = projects.filter(({ closed }) => closed?.early).length;
  const open = projects.filter(({ closed }) => !closed).length;
  const counts = [
    [count("done"), endingWords.done],
    [count("handed-over"), endingWords["handed-over"]],
    [count("killed"), endingWords.killed],
    [early, EARLY],
    [open, "open"],
  ] as const;
  return counts.flatMap(([number, word]) => (number > 0 ? `${number} ${word}` : [])).join(", ");
}
