import type { Problem } from "../../domain/library/library.ts";
import { countOf, quotePath } from "../../domain/text/words.ts";
import type { RenderOptions } from "../theme.ts";

const MAX_FILES = 5;

/** Lists the first problem of each file, and how to see the rest. */
export function summarizeProblems(problems: readonly Problem[]): string[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  const lines = files.slice(0, MAX_FILES).map((file) => {
    const [first, ...others] = problems.filter((problem) => problem.file === file);
    if (!first) return "";
    const more =
      others.length > 0 ? `; ${others.length} more in this file: ${formatLintCommand(first)}` : "";
    return `${formatLocation(first)}${first.message} (${first.fix}${more})`;
  });
  const rest = problems.filter(({ file }) => files.indexOf(file) >= MAX_FILES);
  const commands = [...new Set(rest.map(formatLintCommand))];
  const summaries = commands.map((command) => {
    const { size } = new Set(
      rest.filter((problem) => formatLintCommand(problem) === command).map(({ file }) => file),
    );
    return `${countOf(size, "more file")} with problems. To see all: ${command}`;
  });
  return [...lines, ...summaries];
}

/** Returns the command that shows every problem in the folder of this one. */
function formatLintCommand({ folder }: Problem): string {
  return `builder-pm content lint ${quotePath(folder)}`;
}

/** Renders each problem on a line that editors can parse, with its fix below. */
export function renderProblems(problems: readonly Problem[], { theme }: RenderOptions): string {
  const rows = problems.map((problem) => {
    const line = `${theme.command(formatLocation(problem))}${problem.message}`;
    return `${line}\n${theme.faint(`    ${problem.fix}`)}\n`;
  });
  return rows.join("");
}

function formatLocation({ file, line, column, field }: Problem): string {
  return `${file}:${line}:${column}: ${field ? `${field}: ` : ""}`;
}
