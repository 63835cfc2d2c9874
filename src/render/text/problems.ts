import type { Problem } from "../../domain/library/library.ts";
import { countOf, quotePath } from "../../domain/text/words.ts";
import type { RenderOptions } from "../theme.ts";

const MAX_FILES = 5;

/**
 * The first problem of each file on one line, and where to read of the others: for a person who
 * came to do something else.
 */
export function listProblemsInShort(problems: readonly Problem[]): string[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  const lines = files.slice(0, MAX_FILES).map((file) => {
    const [first, ...others] = problems.filter((problem) => problem.file === file);
    if (!first) return "";
    const more = others.length > 0 ? `; ${others.length} more: ${nameLint(first)}` : "";
    return `${describePlace(first)}${first.message} (${first.fix}${more})`;
  });
  const rest = problems.filter(({ file }) => files.indexOf(file) >= MAX_FILES);
  const commands = [...new Set(rest.map(nameLint))];
  const told = commands.map((command) => {
    const { size } = new Set(
      rest.filter((problem) => nameLint(problem) === command).map(({ file }) => file),
    );
    return `${countOf(size, "more file")} with problems. See ${size === 1 ? "it" : "them"}: ${command}`;
  });
  return [...lines, ...told];
}

/** The command that shows every problem of the folder that this one stands in. */
function nameLint({ folder }: Problem): string {
  return `builder-pm content lint ${quotePath(folder)}`;
}

/** Every problem on a line that editors read, with its fix below. */
export function renderProblems(problems: readonly Problem[], { theme }: RenderOptions): string {
  const rows = problems.map(
    (problem) =>
      `${theme.command(describePlace(problem))}${problem.message}\n${theme.faint(`    ${problem.fix}`)}\n`,
  );
  return rows.join("");
}

function describePlace({ file, line, column, field }: Problem): string {
  return `${file}:${line}:${column}: ${field ? `${field}: ` : ""}`;
}
