import type { Progress } from "../domain/progress/progress.ts";
import type { Project } from "../domain/project/project.ts";
import { UserError } from "../errors.ts";
import { isBlank } from "../files/decode.ts";
import { findJsonProblem } from "../files/json.ts";
import { DEEPEST } from "./document.ts";
import { knownMigrations, readVersion } from "./migration.ts";
import { checkDocument } from "./schema.ts";

/** The id of a slice, with room for the number of the project. */
const NAME = /^[a-z0-9][a-z0-9-]{0,79}$/;
const MAKE_ONE = "Make a file to bring back with: builder-pm export --json -o progress.json";

/**
 * Reads what `builder-pm export --json` wrote, in this version or an older one. Throws one sentence
 * about the file, called `source` there, when it is anything else: nothing is taken from a file
 * that is wrong at one place.
 *
 */
export function readExported(text: string, source: string): Progress {
  const content = parse(text, source);
  if (readVersion(content) === undefined) throw fail(source, "it does not say which version it is");
  const checked = checkDocument(content, knownMigrations);
  if ("state" in checked)
    throw checked.state === "newer" ? newerFileError(source) : fail(source, checked.reason);
  assertNames(checked.progress, source);
  return checked.progress;
}

function parse(text: string, source: string): unknown {
  if (isBlank(text)) throw fail(source, "it is empty");
  if (/^\s*# /.test(text))
    throw fail(source, "it looks like a report, which is for people to read");
  if (isTooDeep(text)) throw fail(source, "it is nested too deep");
  try {
    return JSON.parse(text);
  } catch (cause) {
    const problem = findJsonProblem(text);
    const isLost = !problem || problem.isIncomplete || !text.includes("{");
    if (isLost) throw fail(source, "it is not complete JSON", cause);
    throw fail(source, `it ${problem.message}`, cause, problem.fix);
  }
}

/**
 * Looks at the text, because a value that is nested a million times over costs memory before it
 * can be looked at.
 */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let deepest = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const mark = text.charAt(index);
    if (mark === '"') isQuoted = !isQuoted;
    else if (isQuoted) index += mark === "\\" ? 1 : 0;
    else depth += stepsOf[mark] ?? 0;
    deepest = Math.max(deepest, depth);
  }
  return deepest > DEEPEST;
}

const stepsOf: Readonly<Record<string, number>> = { "[": 1, "{": 1, "]": -1, "}": -1 };

function newerFileError(source: string): UserError {
  return new UserError(`"${source}" was exported by a newer builder-pm. Nothing was changed.`, {
    fix: "Bring it back with that newer builder-pm, or with a later one.",
  });
}

/** Names stand in commands to paste, so each must be one; and no two may be the same. */
function assertNames({ runs, projects }: Progress, source: string): void {
  const named = [
    ...runs.flatMap(({ checklist, answers }) => [checklist, ...Object.keys(answers)]),
    ...projects.flatMap(({ id, slice, answers }) => [id, slice, ...listNames(answers)]),
  ];
  const wrong = named.find((name) => !NAME.test(name));
  if (wrong !== undefined) throw fail(source, `"${wrong}" in it is no name of ours`);
  for (const ids of [
    runs.map(({ id }) => id),
    projects.map(({ uid }) => uid),
    projects.map(({ id }) => id),
  ]) {
    const seen = new Set<string>();
    const twice = ids.find((id) => seen.size === seen.add(id).size);
    if (twice !== undefined) throw fail(source, `it holds "${twice}" twice`);
  }
}

function listNames(answers: Project["answers"]): string[] {
  return Object.entries(answers).flatMap(([step, questions]) => [step, ...Object.keys(questions)]);
}

function fail(source: string, reason: string, cause?: unknown, fix = MAKE_ONE): UserError {
  const message = `"${source}" cannot be brought back: ${reason}. Nothing was changed.`;
  return new UserError(message, { fix, cause });
}
