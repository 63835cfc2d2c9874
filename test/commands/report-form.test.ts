import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runReport } from "../../src/commands/report.ts";
import { createLoopContext, projectAfter } from "../helpers/loop.ts";
import { withReport } from "../helpers/reports.ts";
import { createTempFolder } from "../helpers/temp.ts";

function writeReport(text: string): string {
  const file = join(createTempFolder(), "answer.md");
  writeFileSync(file, text);
  return file;
}

test("names the checks that it leaves out or words in another way, and no claim", async () => {
  const project = projectAfter("spec", "brief");
  const { context, stderr } = createLoopContext({ project });
  await runReport(context, writeReport("# Report\n- C1: passed (tested)\n- C2: met (ran)\n"), {});
  expect(stderr()).toContain("It makes no clear claim about C3.\n");
  expect(stderr()).toContain("About C1, it isn't in the form that the brief asks for.");
  expect(stderr()).toContain("the agent can hand in a corrected one: builder-pm report");
  expect(stderr()).not.toMatch(/\bmet\b|pass/i);
});

test("a script that shows a sealed report reads first what that costs", async () => {
  const said: string[] = [];
  const { context } = createLoopContext({ project: withReport(projectAfter("spec", "brief")) });
  const { stderr, stdout } = context;
  Object.assign(stderr, { line: (text: string) => said.push(text) });
  Object.assign(stdout, { page: (text: string) => said.push(text) });
  await runReport(context, undefined, { show: true });
  expect(said[0]).toBe("You haven't judged every check yet. What this claims won't be counted:");
  expect(said[1]).toContain("18 of 18 values equal");
});

test.each([
  { where: "in the folder", isHere: true },
  { where: "elsewhere", isHere: false },
])("says how to run it as it works $where", async ({ isHere }) => {
  const path = join(createTempFolder(), "venue-hours");
  mkdirSync(path);
  const text = `# Report\n- C1: met (ran)\n## How to run it\n- \`cd venue-hours\`\n- \`node report.mjs\`\n`;
  const project = { ...projectAfter("spec", "brief"), folder: { path } };
  const { context, stderr } = createLoopContext({ project, ...(isHere ? { cwd: path } : {}) });
  await runReport(context, writeReport(text), {});
  expect(stderr()).toContain("Run node");
  expect(stderr().includes(`Run cd ${path}\n`)).toBe(!isHere);
  expect(stderr()).not.toContain(`cd venue-hours`);
});

test("says what to do with a report that matches no check", async () => {
  const { context, stderr } = createLoopContext({ project: projectAfter("spec", "brief") });
  await runReport(context, writeReport("All done, it works.\n"), {});
  expect(stderr()).toMatch(/If it is the right file, ask your agent\s+to say\s+of each check/);
  expect(stderr()).toMatch(/No line was found in it that says what to run or to open\./);
});
