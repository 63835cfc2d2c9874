import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runExport } from "../../src/commands/export.ts";
import { runImport } from "../../src/commands/import.ts";
import { runRedact } from "../../src/commands/redact.ts";
import { runReport } from "../../src/commands/report.ts";
import { redactTexts } from "../../src/commands/shared/redaction.ts";
import { readSealedReport } from "../../src/domain/project/agent-report.ts";
import type { Project } from "../../src/domain/project/project.ts";
import { createLoopContext, entriesAt, newProject, projectAfter } from "../helpers/loop.ts";
import { judge, proudReport, withReport } from "../helpers/reports.ts";
import { createTempFolder } from "../helpers/temp.ts";

const mail = "priya@acme.com";
const reported = withReport(
  projectAfter("spec", "brief"),
  `${proudReport}- Write to ${mail} about it\n`,
);

/** Returns what a project's first report says, sealed or not. */
function readFirst({ reports = [] }: Project) {
  return reports[0] && readSealedReport(reports[0]);
}

test("a sealed report comes back from an export as it was", async () => {
  const there = createLoopContext({ project: reported });
  await runExport(there.context, { json: true, allowSensitive: true });
  const file = join(createTempFolder(), "export.json");
  writeFileSync(file, there.stdout());
  const here = createLoopContext();
  await runImport(here.context, file, {});
  expect(here.project().reports).toEqual(reported.reports);
});

test("an import keeps the reports that only this computer has", async () => {
  const file = join(createTempFolder(), "export.json");
  const other = { ...projectAfter("spec", "brief"), title: "Renamed later" };
  const passes = [{ what: "A pass", minutes: 5, at: "2026-11-20T12:00:00.000Z" }];
  const saved = { version: 2, runs: [], projects: [{ ...other, passes }] };
  writeFileSync(file, JSON.stringify(saved));
  const { context, project } = createLoopContext({ project: reported });
  await runImport(context, file, {});
  expect(project().title).toBe("Renamed later");
  expect(project().reports).toEqual(reported.reports);
});

test("the check before an export finds what a sealed report holds", async () => {
  const { context, stdout } = createLoopContext({ project: reported });
  await expect(runExport(context, { json: true })).rejects.toThrow(
    /The agent's report .* seems to contain an email address/,
  );
  expect(stdout()).toBe("");
});

test("the check before an export shows nothing of what a sealed report holds", async () => {
  const mail = ["ada", "all-three-met.org"].join("@");
  const project = withReport(projectAfter("spec", "brief"), `${proudReport}- Ask ${mail}`);
  const sealed = createLoopContext({ project });
  await expect(runExport(sealed.context, { json: true })).rejects.toThrow(
    /The agent's report .* seems to contain an email address \(not shown while it is sealed\)/,
  );
  await runRedact(sealed.context, []);
  await runRedact(sealed.context, ["1"]);
  expect(sealed.stdout() + sealed.stderr()).not.toContain("all-three");
  const opened = createLoopContext({ project: judge(project, ["met", "met", "met"]) });
  await expect(runExport(opened.context, { json: true })).rejects.toThrow("...@all-three-met.org");
});

test("redact takes a text out of a sealed report", async () => {
  const { context, file, project } = createLoopContext({ project: reported });
  await runRedact(context, ["1"]);
  expect(readFirst(project())?.text).toContain("- Write to [redacted on Nov 22, 2026] about it");
  expect(readFirst(project())?.engineer.at(-1)).toContain("[redacted on Nov 22, 2026]");
  expect(readFirst(project())?.checks).toEqual(readFirst(reported)?.checks);
  expect(readFileSync(file, "utf8")).toContain('"sealed": "sealed:');
});

test("what is sealed isn't taken for a secret itself", async () => {
  const { context, stdout } = createLoopContext({
    project: withReport(projectAfter("spec", "brief"), proudReport.repeat(40)),
  });
  await runExport(context, { json: true });
  expect(stdout()).toContain('"sealed": "sealed:');
});

/** Imports the project with its report opened by someone who changed the file. */
async function importForged(here: Project, options: { replace?: boolean; yes?: boolean } = {}) {
  const [report] = reported.reports ?? [];
  const at = "2026-11-21T12:00:00.000Z";
  const [first] = entriesAt(reported, "spec.checks");
  const opened = { at, verdicts: { [first?.id ?? ""]: "not-met" } };
  const passes = [{ what: "A pass", minutes: 5, at }];
  const forged = { ...reported, passes, reports: report ? [{ ...report, opened }] : [] };
  const file = join(createTempFolder(), "export.json");
  writeFileSync(file, JSON.stringify({ version: 2, runs: [], projects: [forged] }));
  const test = createLoopContext({ project: here });
  await runImport(test.context, file, options);
  return test.project();
}

test("a project whose report an import opened says that it was imported", async () => {
  expect((await importForged(reported)).importedAt).toBeDefined();
});

test.each([{}, { replace: true, yes: true }])(
  "an import with %j doesn't change how a report was opened here",
  async (options) => {
    const [report] = reported.reports ?? [];
    const opened = { at: "2026-11-20T12:00:00.000Z", early: true, verdicts: {} };
    const here = { ...reported, reports: report ? [{ ...report, opened }] : [] };
    expect((await importForged(here, options)).reports?.[0]?.opened).toEqual(opened);
  },
);

test("redact takes words out of a report, and leaves its claims", async () => {
  const { context, project } = createLoopContext({ project: reported });
  await redactTexts(context, await context.openStore(), [{ value: "not-tried", hidden: "n" }]);
  expect(readFirst(project())?.checks).toEqual(readFirst(reported)?.checks);
});

test("an answer that only looks sealed is redacted as any other", async () => {
  const { context, run, project, bytes } = createLoopContext({ project: newProject() });
  await run("spec", { answer: [`problem=sealed:${mail} joins two exports by hand.`] });
  await redactTexts(context, await context.openStore(), [{ value: mail, hidden: "m" }]);
  expect(bytes()).not.toContain(mail);
  expect(JSON.stringify(project().answers)).toContain("[redacted on");
});

test("a report that another one replaced can be put back", async () => {
  const { context, project } = createLoopContext({ project: projectAfter("spec", "brief") });
  const [good = "", worse = ""] = [proudReport, "# Report\n- C1: not met\n"].map((text) => {
    const file = join(createTempFolder(), "answer.md");
    writeFileSync(file, text);
    return file;
  });
  for (const file of [good, worse, good, good]) await runReport(context, file, {});
  const hashes = project().reports?.map(({ sha256 }) => sha256) ?? [];
  expect(hashes).toHaveLength(3);
  expect(hashes[2]).toBe(hashes[0]);
});
