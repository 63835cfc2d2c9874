import type { Drill } from "../../domain/library/drill.ts";

/** Renders the brief of a drill as markdown: what was asked for, and what to open. */
export function renderDrillBrief({ title, problem, checks, edges, open }: Drill): string {
  const edgeCases = edges.length > 0 ? ["## Edge cases", listLines(edges)] : [];
  return `${[
    `# ${title}`,
    problem.trim(),
    "## What was asked for",
    checks.map((text, at) => `- C${at + 1}: ${text}`).join("\n"),
    ...edgeCases,
    "## What was built",
    `Open \`${open}\`. What the agent says about it is in \`REPORT.md\`. Where that has "ran", the ` +
      'agent says it tried the check, and where it has "read", it only read the code.',
  ].join("\n\n")}\n`;
}

function listLines(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}
