import type { ChecklistSummary } from "../../domain/insights/checklist-summary.ts";
import type { RemovedAnswer } from "../../domain/insights/history.ts";
import type { PortfolioEntry } from "../../domain/insights/portfolio.ts";
import type { PracticeSummary } from "../../domain/insights/practice.ts";
import type { Slice } from "../../domain/library/slice.ts";
import type { Step } from "../../domain/library/step.ts";
import type { Project } from "../../domain/project/project.ts";
import type { ProjectOutlineView } from "./project-outline.ts";
import type { FindPictures } from "./view.ts";

/** The contents of the progress page. It has no clock: the same answers give the same bytes. */
export interface ProgressPageView {
  summary: ChecklistSummary;
  slices: readonly Slice[];
  steps: readonly Step[];
  projects: readonly Project[];
  /** Answers to items that were removed from the checklist. */
  gone?: readonly RemovedAnswer[];
  /** What the drills add up to. */
  practice?: PracticeSummary | undefined;
  findPictures?: FindPictures | undefined;
}

/** The content that the page of a project uses. */
export type ProjectContent = Pick<ProgressPageView, "steps" | "slices" | "findPictures">;

/** Returns a project with the content for its pages. */
export function findProjectContent(
  { steps, slices, findPictures }: ProjectContent,
  project: Project,
): ProjectOutlineView {
  const slice = slices.find(({ id }) => id === project.slice);
  return { project, steps, slice, findPictures };
}

/** Lists the open projects, then the finished ones in the order of the portfolio. */
export function listByState(
  projects: readonly Project[],
  portfolio: readonly PortfolioEntry[],
): Project[] {
  const open = projects.filter(({ closed }) => !closed);
  return [...open, ...portfolio.map(({ project }) => project)];
}
