import type { Project } from "../project/project.ts";
import { type Progress, type Run, saveProject } from "./progress.ts";

/** Says which project shows what stands in the evidence for an item. */
export function sayShownBy(title: string): string {
  return `Shown by the project "${title}"`;
}

/** Returns the progress with a project renamed, also in the evidence that it is. */
export function renameProject(progress: Progress, project: Project, title: string): Progress {
  const renamed = saveProject(progress, { ...project, title });
  const isShared = progress.projects.some(
    (other) => other.uid !== project.uid && other.title === project.title,
  );
  return isShared ? renamed : renameInEvidence(renamed, project.title, title);
}

/** Returns the progress with another title of a project in the evidence for items. */
export function renameInEvidence(progress: Progress, before: string, after: string): Progress {
  const [old, now] = [before, after].map(sayShownBy);
  const rename = (run: Run): Run => ({
    ...run,
    answers: Object.fromEntries(
      Object.entries(run.answers).map(([id, answer]) => [
        id,
        answer.evidence === undefined
          ? answer
          : { ...answer, evidence: answer.evidence.replaceAll(old ?? "", () => now ?? "") },
      ]),
    ),
  });
  return { ...progress, runs: progress.runs.map(rename) };
}
