import type { Step } from "../library/step.ts";
import type { Project } from "../project/project.ts";
import { joinImportedReports, keepOpenedReports } from "../project/report-state.ts";
import { listGivenJudgments, traceJudgments } from "../project/trace.ts";
import type { Progress } from "./progress.ts";

/**
 * Returns what an undo leads to, with the traces of judgments that were there before it, those
 * that it changed, and the agent's reports that the person has seen.
 */
export function keepTraces(
  steps: readonly Step[],
  before: Progress,
  after: Progress,
  at: string,
): Progress {
  return mapKnown(before, after, (old, project) => {
    const traced = traceJudgments(steps, old, project, { at, via: "undo" });
    const kept = keepOpenedReports(old, traced);
    // Where traces stay that an import brought, so does the word that it did.
    const { importedAt } = old;
    return importedAt && kept !== project ? { ...kept, importedAt } : kept;
  });
}

/** Changes each project that was there before, which it is given with. */
function mapKnown(
  before: Progress,
  after: Progress,
  change: (old: Project, project: Project) => Project,
): Progress {
  const known = new Map(before.projects.map((project) => [project.uid, project]));
  const projects = after.projects.map((project) => {
    const old = known.get(project.uid);
    return old ? change(old, project) : project;
  });
  return { ...after, projects };
}

/**
 * Returns what an import leads to, with the traces of judgments that were there before it. A
 * project to which it adds a judgment, or in which it changes or drops one, says so.
 */
export function traceImport(
  steps: readonly Step[],
  before: Progress,
  after: Progress,
  at: string,
): Progress {
  return mapKnown(before, after, (old, project) => {
    if (old === project) return project;
    const own = traceJudgments(steps, old, old);
    const given = traceJudgments(steps, own, project, { at, via: "file" });
    const traced = joinImportedReports(old, given);
    const isMore =
      (traced.judgments?.length ?? 0) > (own.judgments?.length ?? 0) ||
      JSON.stringify(traced.reports ?? []) !== JSON.stringify(old.reports ?? []);
    return isMore ? { ...traced, importedAt: at } : traced;
  });
}

/**
 * Finds a project with a judgment that an undo would take away. If the change that was made at
 * `madeAt` is the import that brought it, it may go, unless something was judged in it since.
 */
export function findLostProject(
  steps: readonly Step[],
  before: Progress,
  after: Progress,
  madeAt: string,
): Project | undefined {
  const left = new Set(after.projects.map(({ uid }) => uid));
  return before.projects.find((project) => {
    const { uid, importedAt = "", judgments = [] } = project;
    const given = [...judgments, ...listGivenJudgments(steps, project)];
    const since = madeAt >= importedAt ? importedAt : "";
    return !left.has(uid) && given.some(({ at }) => at > since);
  });
}
