import type { Context } from "../../context.ts";
import { idFromTitle } from "../../domain/library/id.ts";
import type { Project } from "../../domain/project/project.ts";
import { countOf } from "../../domain/text/words.ts";

/** The budget that a project starts with, and whether somebody chose it. */
interface StartBudget {
  minutes: number;
  passes: number;
  isChosen: boolean;
}

const USUAL_BUDGET = "That's the usual budget. You can add time later, with a reason.";

/** Prints what was started, with which budget, and what a pass is. */
export function printStarted(
  { stderr }: Context,
  project: Project,
  { minutes, passes, isChosen }: StartBudget,
): void {
  const limits = `${sayMinutes(minutes)} and ${countOf(passes, "pass")}`;
  stderr.line(`Started ${nameStarted(project)}. You have ${limits}.`);
  stderr.line("A pass is one go by your coding agent.");
  if (!isChosen) stderr.line(USUAL_BUDGET);
}

/** Names a project, with its id where that doesn't follow from the title. */
function nameStarted({ title, id }: Project): string {
  return idFromTitle(title, "") === id ? `"${title}"` : `"${title}" (${id})`;
}

/** Says minutes as they are counted later, and in hours as slices do. */
function sayMinutes(minutes: number): string {
  const hours = minutes % 60 === 0 ? ` (${countOf(minutes / 60, "hour")})` : "";
  return countOf(minutes, "minute") + hours;
}
