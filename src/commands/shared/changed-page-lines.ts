import type { Step } from "../../domain/library/step.ts";
import { StepSession } from "../../domain/project/session.ts";
import { countOf } from "../../domain/text/words.ts";
import { hashText } from "../../files/hash.ts";
import { readWorkFile } from "../../files/work-file.ts";
import { renderPage } from "../../render/text/page.ts";
import type { ProjectState } from "./project-state.ts";

/** Where a page was changed: a project, and what renders its pages. */
export type ChangedIn = Pick<ProjectState, "slices" | "steps" | "progress" | "project">;

/** A page in the work folder that someone changed after it was written. */
export interface ChangedPage {
  /** The name of the file. */
  name: string;
  folder: string;
  step: Step;
}

const MAX_MISSING = 3;
const MAX_MEGABYTES = 1;

/**
 * Lists the lines of ours that aren't in the file anymore. What someone put in their place isn't
 * shown: it may say how a check came out.
 */
export function listLostLines(state: ChangedIn, { name, folder, step }: ChangedPage): string[] {
  const { project } = state;
  const ours = renderPage(new StepSession(state, state.progress, project, step));
  const isWritten = hashText(ours) === project.folder?.files?.[name]?.sha256;
  const found = readWorkFile(folder, name, MAX_MEGABYTES);
  // After a change to the spec, the file lacks what it never had.
  if (!isWritten || found.is !== "text") return [];
  const there = new Set(found.text.split(/\r?\n/).map((line) => line.trim()));
  const missing = ours.split("\n").filter((line) => line.trim() && !there.has(line.trim()));
  const more = missing.length - MAX_MISSING;
  return [
    ...missing.slice(0, MAX_MISSING).map((line) => `  Not in it anymore: ${plain(line)}`),
    ...(more > 0 ? [`  And ${countOf(more, "more line")}.`] : []),
  ];
}

/** Returns a line of a page without its marks: "- **C1** It runs" becomes "C1 It runs". */
function plain(line: string): string {
  return line.replace(/^[\s>#-]+/, "").replaceAll("**", "");
}
