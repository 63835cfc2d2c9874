import type { Question } from "../../domain/library/step.ts";
import { labelOf } from "../../domain/project/drafts.ts";
import { formatSavedDay } from "../text/dates.ts";

/** What stands for an answer that was left empty on purpose. */
export const LEFT_EMPTY = "(left empty)";

/** What stands for an empty answer about what was seen of a check. */
export const NOTHING_NOTED = "nothing noted";

/** What stands before the lines of an agent's report that an answer leaves out. */
export const LEFT_OUT = "Also in the agent's report, but not in this answer:";

/** What is said of a picture that lay in a project's folder. */
export const FROM_FOLDER = "found in the project's folder";

/** What stands before the path of a project's folder, which nobody else can open. */
export const FOLDER_LABEL = "Folder on the sender's computer:";

/** Returns an answer as people read it: a date, the label of a choice, or what was typed. */
export function showAnswer(question: Question, text: string): string {
  return question.type === "date" ? formatSavedDay(text) : labelOf(question, text);
}
