import type { Difference, Merged } from "../../domain/progress/merge.ts";
import type { Progress, Run } from "../../domain/progress/progress.ts";
import type { Project } from "../../domain/project/project.ts";
import { countOf, joinWords } from "../../domain/text/words.ts";
import { hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

const NOT_SAVED = "Nothing was saved.";

/** An import: the file it comes from, and whether it is only a dry run. */
export interface ImportView {
  source: string;
  isDry: boolean;
}

/**
 * Renders what a merge changes: a line for each project, and a line for the reality checks with
 * each outcome.
 */
export function renderMerge(
  { source, isDry, merged }: ImportView & { merged: Merged },
  { width }: RenderOptions,
): string {
  const lines = [
    ...merged.projects.map(describeProjectOutcome),
    ...describeRuns(merged.runs),
    ...(merged.drills > 0 ? [`${countOf(merged.drills, "practice drill")}: new or changed.`] : []),
  ];
  if (lines.length === 0)
    return stack([indent(`Nothing new: you already have everything in "${source}".`, width)]);
  const title = isDry ? `Importing "${source}" would do this:` : `Imported "${source}":`;
  return stack([
    indent(isDry ? `${NOT_SAVED} ${title}` : title, width),
    lines.map((line) => hang("  - ", line, width)),
  ]);
}

/** Renders what an import with --replace changes. */
export function renderReplacement(
  { source, isDry, before, after }: ImportView & { before: Progress; after: Progress },
  { width }: RenderOptions,
): string {
  const what = isDry ? "would replace everything you have" : "replaced everything you had";
  const title = `"${source}" ${what}:`;
  const lines = [`Before: ${describeAmount(before)}.`, `After: ${describeAmount(after)}.`];
  return stack([
    indent(isDry ? `${NOT_SAVED} ${title}` : title, width),
    lines.map((line) => hang("  - ", line, width)),
  ]);
}

/** Counts what is in a progress: "2 projects and 3 reality checks". */
export function describeAmount({ projects, runs, practice = {} }: Progress): string {
  const drills = Object.keys(practice).length;
  const counts = [
    ...(projects.length > 0 ? [countOf(projects.length, "project")] : []),
    ...(runs.length > 0 ? [countOf(runs.length, "reality check")] : []),
    ...(drills > 0 ? [countOf(drills, "practice drill")] : []),
  ];
  return joinWords(counts) || "nothing";
}

function describeProjectOutcome({ outcome, value, kept, before }: Difference<Project>): string {
  const name = `Project "${value.id}", ${value.title}`;
  if (outcome === "added")
    return before === undefined
      ? `${name}: new.`
      : `${name}: new. You already have a project "${before}".`;
  if (outcome === "left")
    return `${name}: your version is newer, so it stays. The other one goes into its history.`;
  const old = kept ? " Your version goes into its history." : "";
  return `${name}: the file has a newer version, so it replaces yours.${old}`;
}

function describeRuns(runs: readonly Difference<Run>[]): string[] {
  const words = {
    added: "new",
    taken: "the file has a newer version, so it replaces yours",
    left: "your version is newer, so it stays",
  };
  return (["added", "taken", "left"] as const).flatMap((outcome) => {
    const count = runs.filter((run) => run.outcome === outcome).length;
    return count > 0 ? [`${countOf(count, "reality check")}: ${words[outcome]}.`] : [];
  });
}
