import type { Problem } from "../domain/library.ts";
import { countOf } from "../domain/words.ts";
import type { Look } from "./theme.ts";

const MOST_FILES = 5;

/** The first problem of each file on one line, and where to read of the others: for a person who came to do something else. */
export function listProblemsInShort(problems: readonly Problem[]): string[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  const lines = files.slice(0, MOST_FILES).map((file) => {
    const [first, ...others] = problems.filter((problem) => problem.file === file);
    const more = others.length > 0 ? `; ${others.length} more: builder-pm content lint` : "";
    return first ? `${describePlace(first)}${first.message} (${first.fix}${more})` : "";
  });
  const rest = files.length - lines.length;
  return rest > 0
    ? [...lines, `${countOf(rest, "more file")} with problems. See them: builder-pm content lint`]
    : lines;
}

/** Every problem on a line that editors read, with its fix below. */
export function renderProblems(problems: readonly Problem[], { theme }: Look): string {
  const rows = problems.map(
    (problem) => `${theme.command(describePlace(problem))}${problem.message}\n${theme.faint(`    ${problem.fix}`)}\n`,
  );
  return rows.join("");
}

function describePlace({ file, line, column, field }: Problem): string {
  return `${file}:${line}:${column}: ${field ? `${field}: ` : ""}`;
}
