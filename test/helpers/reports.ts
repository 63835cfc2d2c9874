import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "../../src/domain/project/project.ts";
import { takeInReport } from "../../src/domain/project/report-state.ts";
import { hashText } from "../../src/files/hash.ts";
import { projectAfter, steps, takeStep } from "./loop.ts";
import { noon } from "./samples.ts";
import { createTempFolder } from "./temp.ts";

/** A report that claims more than the sample review finds: C2 is met, and C3 wasn't tried. */
export const proudReport = `# Report
Agent: Claude Code
## Checks
- C1: met (ran). Ran it for 3 weeks: 18 of 18 values equal.
- C2: met (read). The code names the column.
- C3: not tried.
## How to run it
Run \`python report.py\` in the folder. All checks pass.
## What is faked
- The exchange rate never changes
## Packages and services used
- pandas 2.2
## Added without being asked
- A settings file for currencies
## For the engineer
- Is the order number unique across shops?
`;

/** Words that only the sealed parts of {@link proudReport} have. */
export const sealedWords = [
  "18 of 18 values equal",
  "names the column",
  "All checks pass",
  "exchange rate never",
  "pandas",
  "settings file for currencies",
  "unique across shops",
];

/** Returns the project after the brief, with a folder of its own. */
export function projectWithFolder(): Project {
  return { ...projectAfter("spec", "brief"), folder: { path: createTempFolder() } };
}

/** Returns the project with a report that came at noon on this day of November 2026. */
export function withReport(project: Project, text = proudReport, day = 3, agent?: string): Project {
  return takeInReport(steps, project, { text, sha256: hashText(text), agent }, noon(day));
}

/** Leaves a report in the work folder of a project. */
export function leaveReport({ folder }: Project, text = proudReport): void {
  if (folder) writeFileSync(join(folder.path, "REPORT.md"), text);
}

/** Returns the project with these verdicts, given at noon on this day of November 2026. */
export function judge(project: Project, verdict: string[], day = 4): Project {
  const cause = verdict.map((each) => (each === "not-met" ? "agent-miss" : null));
  const saw = verdict.map((each) => `I ran it: ${each}.`);
  return takeStep(
    project,
    "review",
    { verdict, saw, cause, held: [1], tried: "An empty file.", unasked: ["A button"] },
    day,
  );
}
