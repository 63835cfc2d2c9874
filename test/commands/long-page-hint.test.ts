import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runExport } from "../../src/commands/export.ts";
import { runStep } from "../../src/commands/step/command.ts";
import { createTestContext } from "../helpers/context.ts";
import { newProject, projectAfter } from "../helpers/loop.ts";
import { started } from "../helpers/reality-check.ts";
import { createTempFolder } from "../helpers/temp.ts";

const other = { ...newProject(), uid: "other", id: "other", title: "Other" };
const saved = { ...started, projects: [projectAfter("spec"), other], current: "other" };

test.each([
  { page: "everything", shows: {}, file: "progress.html", named: "" },
  {
    page: "one project",
    shows: { project: "script" },
    file: "script.html",
    named: " --project script",
  },
])("the command for a file of $page makes that page, again and again", async (row) => {
  const cwd = createTempFolder();
  const settings = { saved, terminal: true, rows: 10, cwd };
  const first = createTestContext(settings);
  await runExport(first.context, row.shows);
  expect(first.stderr()).toContain(`  builder-pm export -o ${row.file}${row.named}\n`);
  writeFileSync(join(cwd, row.file), "before");
  const again = createTestContext(settings);
  await runExport(again.context, row.shows);
  expect(again.stderr()).toContain(`  builder-pm export -o ${row.file} --force${row.named}\n`);
});

test("the command for a file of a step replaces the file that it made", async () => {
  const cwd = createTempFolder();
  writeFileSync(join(cwd, "spec.html"), "before");
  const { context, stderr } = createTestContext({ saved, terminal: true, rows: 10, cwd });
  await runStep(context, "spec", { project: "script", print: true });
  expect(stderr()).toContain("  builder-pm spec -o spec.html --force --project script\n");
});
