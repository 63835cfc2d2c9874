import { findInconsistency } from "../domain/progress/consistency.ts";
import type { Progress } from "../domain/progress/progress.ts";
import type { Project } from "../domain/project/project.ts";
import { SUMMARY_KIND } from "../domain/team/summary.ts";
import { UserError } from "../errors.ts";
import { isBlank } from "../files/decode.ts";
import { findJsonProblem } from "../files/json.ts";
import { MAX_NESTING } from "./limits.ts";
import { checkDocument, readVersion } from "./schema.ts";

/** A content id, with room for the number of a project. */
const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
const EXPORT_AGAIN = "Export it again with: builder-pm export --json -o progress.json";
const ONLY_JSON = "but only a JSON export can be imported";
const SUMMARY = "it is one month in counts, for a team's page, with nothing to import";
const ADD_UP = `For the summaries in a folder: builder-pm team FOLDER\n${EXPORT_AGAIN}`;
const FROM_NOTES = "To start from notes: builder-pm start --from notes.md";

/**
 * Reads the output of `builder-pm export --json`, from this version or an older one. `source` is
 * the name of the file. Throws if any part of it is invalid.
 */
export function readExported(text: string, source: string): Progress {
  const content = parseExported(text, source);
  if (isSummary(content)) throw importError(source, SUMMARY, undefined, ADD_UP);
  if (readVersion(content) === undefined)
    throw importError(source, "it isn't an export from builder-pm (it has no version)");
  const checked = checkDocument(content);
  if ("state" in checked) {
    throw checked.state === "newer" ? newerFileError(source) : importError(source, checked.reason);
  }
  assertValidIds(checked.progress, source);
  // A file of the first version was written before these rules, so it is repaired instead.
  const wrong = checked.old ? undefined : findInconsistency(checked.unrepaired ?? checked.progress);
  if (wrong !== undefined) throw importError(source, wrong);
  return checked.progress;
}

function isSummary(content: unknown): boolean {
  return (content as { kind?: unknown } | null)?.kind === SUMMARY_KIND;
}

function parseExported(text: string, source: string): unknown {
  if (isBlank(text)) throw importError(source, "it is empty");
  if (isHtml(text)) throw importError(source, `it is a web page, ${ONLY_JSON}`);
  if (!holdsJson(text)) {
    const reason = `it is a page or notes, ${ONLY_JSON}`;
    throw importError(source, reason, undefined, `${EXPORT_AGAIN}\n${FROM_NOTES}`);
  }
  if (isNestedTooDeep(text)) throw importError(source, "it is nested too deep");
  try {
    return JSON.parse(text);
  } catch (cause) {
    const problem = findJsonProblem(text);
    const isCutOff = !problem || problem.isIncomplete || !text.includes("{");
    if (isCutOff) throw importError(source, "it isn't valid JSON", cause);
    throw importError(source, `it ${problem.message}`, cause, problem.fix);
  }
}

function isHtml(text: string): boolean {
  return /^\s*<(?:!|html|\w+[\s>])/i.test(text);
}

/** Returns true if a text starts like JSON, or has an object in it, as when copied from a chat. */
function holdsJson(text: string): boolean {
  if (/^\s*#+\s/.test(text)) return false;
  return (
    /^\s*(?:[{["“`/]|(?:true|false|null|[\d-][\d.]*)\s*$)/.test(text) || /\{\s*["“}]/.test(text)
  );
}

/** Checks the text, because parsing a million nested lists would take too much memory. */
function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  let deepest = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const mark = text.charAt(index);
    if (mark === '"') isQuoted = !isQuoted;
    else if (isQuoted) index += mark === "\\" ? 1 : 0;
    else depth += depthChanges[mark] ?? 0;
    deepest = Math.max(deepest, depth);
  }
  return deepest > MAX_NESTING;
}

const depthChanges: Readonly<Record<string, number>> = { "[": 1, "{": 1, "]": -1, "}": -1 };

function newerFileError(source: string): UserError {
  const message = `"${source}" was exported by a newer version of builder-pm. Nothing was changed.`;
  return new UserError(message, { fix: "Update builder-pm, then import it again." });
}

/** Throws if an id isn't safe in a command that people paste. */
function assertValidIds({ runs, projects, practice = {} }: Progress, source: string): void {
  const ids = [
    ...runs.flatMap(({ checklist, answers }) => [checklist, ...Object.keys(answers)]),
    ...projects.flatMap(({ id, slice, answers }) => [id, slice, ...listAnswerIds(answers)]),
    ...Object.entries(practice).flatMap(([uid, { drill }]) => [uid, drill]),
  ];
  const invalid = ids.find((id) => !ID.test(id));
  if (invalid !== undefined) throw importError(source, `"${invalid}" is not a valid id`);
}

function listAnswerIds(answers: Project["answers"]): string[] {
  return Object.entries(answers).flatMap(([step, questions]) => [step, ...Object.keys(questions)]);
}

/** Builds the error for a file that can't be imported. */
export function importError(
  source: string,
  reason: string,
  cause?: unknown,
  fix = EXPORT_AGAIN,
): UserError {
  const message = `"${source}" can't be imported: ${reason}. Nothing was changed.`;
  return new UserError(message, { fix, cause });
}
