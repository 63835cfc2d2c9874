import type { Difference, Merged } from "../../domain/progress/merge.ts";
import type { Progress, Run } from "../../domain/progress/progress.ts";
import type { Project } from "../../domain/project/project.ts";
import { countOf, joinWords } from "../../domain/text/words.ts";
import { hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** What an import changes: the file it comes from, and whether it is only looked at. */
export interface ImportView {
  source: string;
  isDry: boolean;
}

/**
 * What a merge changes, one line for each project, and the checks taken in one line for each kind
 * of change.
 */
export function renderMerge(
  { source, isDry, merged }: ImportView & { merged: Merged },
  { width }: RenderOptions,
): string {
  const lines = [...merged.projects.map(describeProject), ...describeRuns(merged.runs)];
  if (lines.length === 0)
    return stack([indent(`Nothing new: everything in "${source}" is here already.`, width)]);
  return stack([
    renderTitle({ source, isDry }, width),
    lines.map((line) => hang("  - ", line, width)),
  ]);
}

/** What stands in the place of all that was here. */
export function renderReplacement(
  { source, isDry, before, after }: ImportView & { before: Progress; after: Progress },
  { width }: RenderOptions,
): string {
  const lines = [`Now: ${describeAmount(after)}.`, `Before: ${describeAmount(before)}.`];
  return stack([
    renderTitle({ source, isDry }, width),
    lines.map((line) => hang("  - ", line, width)),
  ]);
}

/** What a progress holds, counted: "2 projects and 3 checks". */
export function describeAmount({ projects, runs }: Progress): string {
  const counts = [
    ...(projects.length > 0 ? [countOf(projects.length, "project")] : []),
    ...(runs.length > 0 ? [countOf(runs.length, "check")] : []),
  ];
  return joinWords(counts) || "nothing";
}

function renderTitle({ source, isDry }: ImportView, width: number): string {
  const title = isDry
    ? `Nothing is saved. What "${source}" would bring back:`
    : `What "${source}" brought back:`;
  return indent(title, width);
}

function describeProject({ outcome, value, kept, before }: Difference<Project>): string {
  const name = `Project "${value.id}", ${value.title}`;
  if (outcome === "added")
    return before === undefined
      ? `${name}: new.`
      : `${name}: new. Its id "${before}" is taken here.`;
  if (outcome === "left")
    return `${name}: changed later here, so it stays. The other version goes into its history.`;
  const old = kept ? " What you had goes into its history." : "";
  return `${name}: changed later there, so that is what counts.${old}`;
}

function describeRuns(runs: readonly Difference<Run>[]): string[] {
  const words = {
    added: "new",
    taken: "changed later there, so that is what counts",
    left: "changed later here, so it stays",
  };
  return (["added", "taken", "left"] as const).flatMap((outcome) => {
    const count = runs.filter((run) => run.outcome === outcome).length;
    return count > 0 ? [`${countOf(count, "check")}: ${words[outcome]}.`] : [];
  });
}
