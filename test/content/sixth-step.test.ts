import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runExport } from "../../src/commands/export.ts";
import { runStatus } from "../../src/commands/status.ts";
import { readCommandLine, runProgram } from "../../src/program.ts";
import { createTestContext, root } from "../helpers/context.ts";
import { progressWith, projectAfter } from "../helpers/loop.ts";
import { readProgress } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

const SIXTH = `---
title: Demo
summary: show it to one person and note what they did
order: 35
needs: [review]
questions:
  - id: person
    ask: Who tried it?
    type: text
  - id: stuck
    ask: Where did they get stuck on this check?
    type: text
    each: spec.checks
---

# {{project.title}}: demo

{{demo.person}} tried it.

## Stuck

{{demo.each}}
`;

/** Copies the shipped content to a new root and applies `change`. */
function createRoot(change: (content: string) => void): string {
  const folder = createTempFolder();
  cpSync(join(root, "content"), join(folder, "content"), { recursive: true });
  change(join(folder, "content"));
  return folder;
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

const withSixth = () =>
  createRoot((content) => writeFileSync(join(content, "steps", "demo.md"), SIXTH));

/** Runs a command line with the content of this root. */
async function runLine(
  folder: string,
  words: string[],
  saved = progressWith(projectAfter("spec", "brief", "review")),
) {
  const made = createTestContext({ root: folder, saved, words });
  await runProgram(made.context, readCommandLine(words), "0.0.0");
  return {
    ...made,
    stdout: made.stdout(),
    stderr: made.stderr(),
    read: () => readProgress(made.file),
  };
}

test("turns a new step file into a command with help and flags", async () => {
  const folder = withSixth();
  expect((await runLine(folder, ["--help"])).stdout).toMatch(
    / {2}review .*\n {2}demo {7}show it to one person and note what they did\n {2}handoff /,
  );
  const help = (await runLine(folder, ["demo", "--help"])).stdout;
  expect(help).toContain("Show it to one person and note what they did.");
  expect(help).toContain("Questions: person, stuck.1");
  const status = createTestContext({
    root: folder,
    saved: progressWith(projectAfter("spec", "brief", "review")),
  });
  await runStatus(status.context);
  expect(status.stdout()).toMatch(/\[x\] Review\s+\[ \] Demo\s+\[ \] Handoff/);
  expect(status.stdout()).toContain("builder-pm demo    show it to one person");
});

test("takes answers for a new step, prints its page and adds it to the report", async () => {
  const folder = withSixth();
  const answers = ["person=Ana", "stuck.1=Nowhere", "stuck.2=At the name", "stuck.3=Nowhere"];
  const { stdout, stderr, read } = await runLine(folder, [
    "demo",
    ...answers.flatMap((answer) => ["--answer", answer]),
  ]);
  expect(stdout).toMatch(
    /^# Monday report: demo\n\nAna tried it\.\n\n## Stuck\n\n- \*\*C1 nowhere:\*\* For each/,
  );
  expect(stderr).toContain("Next: builder-pm handoff");
  const report = createTestContext({ root: folder, saved: read() });
  await runExport(report.context, {});
  expect(report.stdout()).toContain("### Demo\n\nAna tried it.");
});

test("keeps answers to removed questions in the report, under their id", async () => {
  const folder = createRoot((content) => {
    edit(join(content, "steps", "handoff.md"), (text) =>
      text
        .replace(/ {2}- id: engineer\n(?: {4}.*\n)+/, "")
        .replace("## For\n\n{{handoff.engineer}}\n", ""),
    );
    edit(join(content, "steps", "spec.md"), (text) =>
      text.replace("Where did you see that?", "Who saw that?"),
    );
    rmSync(join(content, "steps", "decide.md"));
  });
  const saved = progressWith(projectAfter("spec", "brief", "review", "handoff", "decide"));
  const { stdout } = await runLine(folder, ["export", "--project", "script"], saved);
  const [, gone = ""] = stdout.split("## Answers to questions that were removed");
  expect(gone).toContain("- handoff, engineer: Mira from the billing team, Thursday 26 November\n");
  expect(gone).toMatch(/- decide, learned: I never wrote down/);
  expect(stdout).toContain("- **Evidence:** 42 minutes by stopwatch");
});

test("keeps a project whose slice was removed working", async () => {
  const folder = createRoot((content) => rmSync(join(content, "slices", "script.md")));
  const brief = await runLine(folder, ["brief", "--print"]);
  expect(brief.stdout).toContain("## Report back");
  expect((await runLine(folder, ["status"])).stdout).toContain("Project: Monday report");
  expect((await runLine(folder, ["export"])).stdout).toContain("From the slice: script");
});

test.each([
  { words: ["spec", "--print"], times: 1 },
  { words: ["--help"], times: 0 },
  { words: ["help", "check"], times: 0 },
  { words: ["status", "--json"], times: 0 },
])("reports a step file without a summary $times times for $words", async ({ words, times }) => {
  const broken = SIXTH.replace(/summary: .*\n/, "");
  const folder = createRoot((content) => writeFileSync(join(content, "steps", "demo.md"), broken));
  const { stderr } = await runLine(folder, words);
  expect(stderr.match(/demo\.md:1:1: summary: is missing/g) ?? []).toHaveLength(times);
});
