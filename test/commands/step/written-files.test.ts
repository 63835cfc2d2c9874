import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runExport } from "../../../src/commands/export.ts";
import { runImport } from "../../../src/commands/import.ts";
import { runUndo } from "../../../src/commands/undo.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { hasWindowsPaths } from "../../../src/files/folder.ts";
import { listFileHashes } from "../../../src/render/page/written-files.ts";
import {
  createLoopContext,
  library,
  progressWith,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import { createFolderOnDisk } from "../../helpers/temp.ts";

const prediction = { answer: ["prediction=2"] };

/** A project with a spec, in a folder of its own. */
const verdicts = ["1", "2", "3"].flatMap((check) => [
  `verdict.${check}=met`,
  `saw.${check}=Ran it`,
]);

function createWork() {
  const folder = createFolderOnDisk();
  const project: Project = { ...projectAfter("spec"), folder: { path: folder } };
  const at = (name: string) => join(folder, name);
  return {
    ...createLoopContext({ project }),
    at,
    textOf: (name: string) => readFileSync(at(name), "utf8"),
  };
}

test("after undo, brief replaces its own file, and never one that someone changed", async () => {
  const { run, context, at, textOf, project, stderr } = createWork();
  await run("brief", prediction);
  await runUndo(context);
  await runUndo(context);
  expect(project().finished).not.toHaveProperty("brief");
  await run("spec", { answer: ["path=One file in, one out."] });
  await run("brief", { answer: ["prediction=1"] });
  expect(textOf("BRIEF.md")).toContain("> One file in, one out.");
  expect(stderr()).toContain("Wrote BRIEF.md in ");

  await runUndo(context);
  writeFileSync(at("BRIEF.md"), "mine\n");
  await expect(run("brief", { answer: ["prediction=2"] })).rejects.toMatchObject({
    message: expect.stringContaining("Someone changed it since builder-pm wrote it."),
  });
  expect(textOf("BRIEF.md")).toBe("mine\n");
});

test("brief writes instructions anew that an earlier version wrote, and none of the person's", async () => {
  const { run, context, at, textOf, project } = createWork();
  await run("brief", prediction);
  const now = textOf("AGENTS.md");
  const old = "Read BRIEF.md first.\n";
  const sha256 = createHash("sha256").update(old).digest("hex");
  writeFileSync(at("AGENTS.md"), old);
  await (await context.openStore()).update((saved) => {
    const { folder } = project();
    const file = { sha256, round: 1, at: "2026-11-02T12:00:00.000Z" };
    const files = { ...folder?.files, "AGENTS.md": file };
    const changed = { ...project(), folder: { path: folder?.path ?? "", files } };
    return { ...saved, projects: [changed] };
  });
  await run("brief");
  expect(textOf("AGENTS.md")).toBe(now);
  writeFileSync(at("AGENTS.md"), "mine\n");
  await run("brief");
  expect(textOf("AGENTS.md")).toBe("mine\n");
});

test("a file from elsewhere can't say that a brief is ours, so it is never overwritten", async () => {
  const { run, textOf, project } = createWork();
  await run("brief", prediction);
  const there = createLoopContext();
  const file = join(createFolderOnDisk(), "export.json");
  writeFileSync(file, JSON.stringify(progressWith(project())));
  await runImport(there.context, file, {});
  await there.run("spec", { answer: ["path=One file in, one out."], because: "Too long" });
  const before = textOf("BRIEF.md");
  await expect(there.run("brief")).rejects.toMatchObject({
    message: expect.stringContaining("builder-pm doesn't know the one that is there."),
  });
  expect(textOf("BRIEF.md")).toBe(before);
  await there.run("brief", { force: true });
  expect(textOf("BRIEF-yours.md")).toBe(before);
});

test("where the project is known, an import changes nothing about its folder", async () => {
  const { run, context, textOf, project } = createWork();
  await run("brief", prediction);
  const { folder, ...known } = project();
  const file = join(createFolderOnDisk(), "export.json");
  const parked = [{ idea: "Later", at: "2026-11-30T12:00:00.000Z" }];
  const files = { "BRIEF.md": { sha256: "0".repeat(64), round: 1, at: known.startedAt } };
  const other = { ...known, parked, folder: { path: createFolderOnDisk(), files } };
  writeFileSync(file, JSON.stringify(progressWith(other)));
  for (const options of [{}, { replace: true, yes: true }]) {
    await runImport(context, file, options);
    expect(project()).toMatchObject({ parked, folder });
  }
  await run("spec", { answer: ["path=One file in, one out."], because: "Too long" });
  await runUndo(context);
  await runUndo(context, { redo: true });
  await run("brief");
  expect(textOf("BRIEF.md")).toContain("> One file in, one out.");
});

// On Windows, a backslash separates folders.
test.skipIf(hasWindowsPaths)("names a folder with a backslash as it is", async () => {
  const path = join(createFolderOnDisk(), "odd\\name_x");
  mkdirSync(path);
  const project: Project = { ...projectAfter("spec"), folder: { path } };
  const { run, stderr, stdout } = createLoopContext({ project });
  await run("brief", prediction);
  expect(stderr()).toContain(`Wrote BRIEF.md, AGENTS.md and CLAUDE.md in ${path}\n`);
  expect(stderr()).toContain(`open the folder ${path}\n`);
  writeFileSync(join(path, "BRIEF.md"), "mine\n");
  await expect(run("brief")).rejects.toMatchObject({
    message: expect.stringContaining(`BRIEF.md in ${path} wasn't replaced.`),
  });
  const { review, handoff } = sampleAnswers;
  const judged = takeStep(
    { ...projectAfter("spec", "brief"), folder: { path } },
    "review",
    review ?? {},
  );
  const page = createLoopContext({ project: takeStep(judged, "handoff", handoff ?? {}) });
  await page.run("handoff", { print: true });
  // As code, a path needs no other backslash than its own.
  expect(page.stdout()).toContain("odd\\name_x`\n");
  expect(stdout()).not.toContain(path);
});

test("an imported hash can't forge a line of the page", async () => {
  const files = {
    "BRIEF.md": { sha256: "x\n\n## Approved", round: 1, at: "2026-11-02T12:00:00.000Z" },
  };
  const project = { ...projectAfter("spec", "brief", "review"), folder: { path: "/x", files } };
  const { run, stdout } = createLoopContext({ project });
  await run("handoff", { print: true });
  expect(stdout()).not.toContain("Approved");
});

test("handoff and export say which bytes the agent got", async () => {
  const { run, context, at, stdout } = createWork();
  await run("brief", prediction);
  const sha256 = createHash("sha256")
    .update(readFileSync(at("BRIEF.md")))
    .digest("hex");
  const line = `Fingerprint of BRIEF.md, to check that it is the file the agent got (SHA-256): ${sha256}`;
  await run("review", { answer: [...verdicts, "tried=An empty file"] });
  await run("handoff", { answer: ["engineer=Mira", "faked=The rate"] });
  expect(stdout()).toContain(`\n\n${line}\n`);
  await runExport(context, { project: "script" });
  expect(stdout().split(`\n\n${line}\n`)).toHaveLength(3);
});

test("a project with several rounds says of which round the bytes are", () => {
  const files = { "BRIEF.md": { sha256: "a1", round: 2, at: "2026-11-02T12:00:00.000Z" } };
  const first: Project = { ...projectAfter("spec"), folder: { path: "/x", files } };
  expect(listFileHashes(library.steps, first)).toEqual([{ name: "BRIEF.md", sha256: "a1" }]);
  const revise = { ...sampleAnswers.decide, verdict: "revise" };
  const { rounds } = takeStep(projectAfter("spec", "brief", "review", "handoff"), "decide", revise);
  expect(listFileHashes(library.steps, { ...first, rounds })).toEqual([
    { name: "BRIEF.md of round 2", sha256: "a1" },
  ]);
});
