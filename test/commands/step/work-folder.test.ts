import { createHash } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runProjectsFolder } from "../../../src/commands/projects.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import type { TestSettings } from "../../helpers/context.ts";
import { createLoopContext, projectAfter } from "../../helpers/loop.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const prediction = { answer: ["prediction=2"] };

/** A project in a folder of its own, after these steps. */
function createWork(steps: string[] = ["spec"], settings: TestSettings = {}) {
  const folder = createTempFolder();
  const project: Project = { ...projectAfter(...steps), folder: { path: folder } };
  const loop = createLoopContext({ project, ...settings });
  const at = (name: string) => join(folder, name);
  return {
    ...loop,
    folder,
    at,
    textOf: (name: string) => readFileSync(at(name), "utf8"),
    hashOf: (name: string) =>
      createHash("sha256")
        .update(readFileSync(at(name)))
        .digest("hex"),
    list: () => readdirSync(folder).toSorted(),
    /** Runs the brief with what is saved, in a context with a new output. */
    again: (more: TestSettings = {}) => createLoopContext({ saved: loop.read(), ...more }),
  };
}

test("brief writes itself and the instructions into the folder, and prints the same", async () => {
  const { run, stdout, stderr, list, textOf, hashOf, project, folder } = createWork();
  await run("brief", prediction);
  expect(list()).toEqual(["AGENTS.md", "BRIEF.md", "CLAUDE.md"]);
  expect(textOf("BRIEF.md")).toBe(stdout());
  expect(textOf("AGENTS.md")).toBe(
    "Read BRIEF.md first. Report in REPORT.md, in the form it asks for, and hand it in with " +
      "`builder-pm report`. " +
      "Verdicts and decisions are the person's.\n",
  );
  expect(textOf("CLAUDE.md")).toBe("@AGENTS.md\n");
  for (const name of list())
    expect(project().folder?.files?.[name]).toMatchObject({ sha256: hashOf(name), round: 1 });
  expect(stdout()).not.toContain("AGENTS.md");
  expect(stderr()).toContain(
    `Wrote BRIEF.md, AGENTS.md and CLAUDE.md in ${folder}\n` +
      "AGENTS.md and CLAUDE.md tell any coding agent to read BRIEF.md.\nCopy any sample files " +
      "that your agent needs into the folder.\n" +
      `In your coding agent, open the folder ${folder}\n` +
      'Then say: "Read BRIEF.md. Start with the plan that it asks for."\n',
  );
  expect(stderr()).toMatch(/Next: builder-pm log .*\nAfter that: .* \(it takes in.*\)\n$/);
});

test("in a terminal, brief says where it is instead of printing itself", async () => {
  const { run, stdout, list } = createWork(["spec"], { terminal: true, answers: [{ type: "2" }] });
  await run("brief");
  expect(stdout()).toBe("");
  expect(list()).toContain("BRIEF.md");
});

test("leaves instructions of the person alone, and sends the agent to them", async () => {
  const { run, at, textOf, stdout, stderr, project } = createWork();
  writeFileSync(at("AGENTS.md"), "Use tabs.\n");
  await run("brief", prediction);
  expect(textOf("AGENTS.md")).toBe("Use tabs.\n");
  expect(stdout()).toContain("If this folder has a file named AGENTS.md, read it first.");
  expect(stderr()).toContain("Wrote BRIEF.md and CLAUDE.md in ");
  expect(Object.keys(project().folder?.files ?? {})).toEqual(["CLAUDE.md", "BRIEF.md"]);
});

test("writes the brief again after the spec changed, and says when it is out of date", async () => {
  const { run, stderr, textOf } = createWork();
  await run("brief", prediction);
  await run("spec", { answer: ["path=One file in, one out."], because: "Too long" });
  expect(stderr()).toContain("BRIEF.md is out of date now. Write it again: builder-pm brief\n");
  await run("brief");
  expect(textOf("BRIEF.md")).toContain("> One file in, one out.");
  const before = stderr();
  await run("brief");
  expect(stderr().slice(before.length)).toContain("BRIEF.md is up to date.");
});

test("never overwrites a brief that someone changed, but moves it with --force", async () => {
  const { run, at, textOf, list, hashOf, project, again } = createWork();
  await run("brief", prediction);
  writeFileSync(at("BRIEF.md"), "mine\n");
  const next = again();
  await expect(next.run("brief")).rejects.toMatchObject({
    exitCode: 1,
    message: expect.stringContaining("wasn't replaced. Someone changed it since"),
    fix: expect.stringContaining("builder-pm brief --force"),
  });
  expect(next.stdout()).toContain("## Done when");
  expect(textOf("BRIEF.md")).toBe("mine\n");
  await run("brief", { force: true });
  expect(textOf("BRIEF-yours.md")).toBe("mine\n");
  expect(project().folder?.files?.["BRIEF.md"]?.sha256).toBe(hashOf("BRIEF.md"));
  writeFileSync(at("BRIEF.md"), "mine again\n");
  await run("brief", { force: true });
  expect(textOf("BRIEF-yours-2.md")).toBe("mine again\n");
  expect(list()).toEqual(
    ["AGENTS.md", "BRIEF.md", "CLAUDE.md"].concat("BRIEF-yours.md", "BRIEF-yours-2.md").toSorted(),
  );
});

test("a brief that was there before counts as someone's", async () => {
  const { run, at, textOf, project } = createWork();
  writeFileSync(at("BRIEF.md"), "from another tool\n");
  await expect(run("brief", prediction)).rejects.toMatchObject({
    message: expect.stringContaining("builder-pm doesn't know the one that is there."),
  });
  expect(textOf("BRIEF.md")).toBe("from another tool\n");
  expect(project().finished).toHaveProperty("brief");
});

test("doesn't follow a link, and moves it away with --force", async () => {
  const { run, at, textOf } = createWork();
  const other = join(createTempFolder(), "other.md");
  writeFileSync(other, "elsewhere\n");
  symlinkSync(other, at("BRIEF.md"));
  await expect(run("brief", prediction)).rejects.toMatchObject({ exitCode: 1 });
  await run("brief", { force: true });
  expect(readFileSync(other, "utf8")).toBe("elsewhere\n");
  expect(readlinkSync(at("BRIEF-yours.md"))).toBe(other);
  expect(textOf("BRIEF.md")).toContain("## Done when");
});

test("keeps the brief of the round before under its round, even if it was changed", async () => {
  const { run, at, textOf, stderr, stdout } = createWork(["spec"]);
  await run("brief", prediction);
  writeFileSync(at("BRIEF.md"), "with my notes\n");
  const verdict = ["verdict.1=met", "verdict.2=not-met", "verdict.3=met"];
  const saw = ["saw.1=a", "saw.2=b", "saw.3=c", "cause.2=spec-gap", "tried=An empty file"];
  await run("review", { answer: [...verdict, ...saw] });
  await run("decide", { answer: ["verdict=revise", "because=C2 fails", "learned=Columns"] });
  const before = stdout().length;
  await run("brief", { answer: ["prediction=3"] });
  expect(textOf("BRIEF-round-1.md")).toBe("with my notes\n");
  expect(textOf("BRIEF.md")).toBe(stdout().slice(before));
  expect(textOf("BRIEF.md")).toContain("## Round 2\n");
  expect(stderr()).toContain("The BRIEF.md of the round before is now BRIEF-round-1.md.\n");
});

test("says that a folder is gone, prints the page, and writes again where it is now", async () => {
  const { run, folder, stdout, context, project } = createWork();
  const moved = `${createTempFolder()}/moved`;
  renameSync(folder, moved);
  await expect(run("brief", prediction)).rejects.toMatchObject({
    exitCode: 1,
    message: `The project's folder wasn't found: ${folder}`,
    fix: expect.stringContaining("builder-pm projects folder script ..."),
  });
  expect(stdout()).toContain("## Done when");
  await runProjectsFolder(context, "script", moved);
  expect(project().folder?.path).toBe(moved);
  await run("brief");
  expect(readdirSync(moved)).toContain("BRIEF.md");
});

test.each(["a folder", "a folder around it"])(
  "writes nothing behind a link in place of %s",
  async (what) => {
    const outer = createTempFolder();
    const folder = join(outer, "of", "mine");
    mkdirSync(folder, { recursive: true });
    const other = createTempFolder();
    mkdirSync(join(other, "mine"));
    const project: Project = { ...projectAfter("spec"), folder: { path: folder } };
    const { run, context, stdout } = createLoopContext({ project });
    const replaced = what === "a folder" ? folder : join(outer, "of");
    rmSync(replaced, { recursive: true });
    symlinkSync(other, replaced);
    const real = what === "a folder" ? other : join(other, "mine");
    await expect(run("brief", prediction)).rejects.toMatchObject({
      message: `The project's folder leads to another one, because of a link: ${folder} is ${real}`,
      fix: expect.stringContaining(`builder-pm projects folder script ${real}`),
    });
    expect(readdirSync(real)).toEqual(what === "a folder" ? ["mine"] : []);
    expect(stdout()).toContain("## Done when");
    await runProjectsFolder(context, "script", folder);
    await run("brief");
    expect(readdirSync(real)).toContain("BRIEF.md");
  },
);

test("writes nothing behind a link that leads to a folder around it", async () => {
  const outer = createTempFolder();
  const project: Project = { ...projectAfter("spec"), folder: { path: join(outer, "mine") } };
  const { run } = createLoopContext({ project });
  symlinkSync(outer, join(outer, "mine"));
  await expect(run("brief", prediction)).rejects.toMatchObject({ exitCode: 1 });
  expect(readdirSync(outer)).toEqual(["mine"]);
});

test("prints the page if nothing can be written", async ({ skip }) => {
  skip(process.getuid?.() === 0, "root can write everywhere");
  const { run, folder, stdout } = createWork();
  chmodSync(folder, 0o500);
  await expect(run("brief", prediction)).rejects.toMatchObject({
    message: expect.stringContaining("permission denied"),
    fix: expect.stringContaining("builder-pm projects folder script ..."),
  });
  chmodSync(folder, 0o700);
  expect(stdout()).toContain("## Done when");
});

test("a file in place of a folder is no folder", async () => {
  const { run, folder } = createWork();
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "");
  await expect(run("brief", prediction)).rejects.toMatchObject({
    message: expect.stringContaining("wasn't found"),
  });
});

test("checks for secrets before it writes, with --json too", async () => {
  const secret = "path=Use ghp_16C7e42F292c6912E7710c838347Ae178B4a to read it.";
  const { run, list } = createWork(["spec"], { words: ["brief", "--json"] });
  await run("spec", { answer: [secret] });
  await expect(run("brief", { ...prediction, json: true })).rejects.toMatchObject({
    message: expect.stringContaining("Your answer to"),
  });
  expect(list()).toEqual([]);
  await run("brief", { json: true, ...prediction, allowSensitive: true });
  expect(list()).toContain("BRIEF.md");
});

test("--print and a finished project write nothing", async () => {
  const printed = createWork();
  await printed.run("brief", { print: true });
  expect(printed.list()).toEqual([]);
  const ended = createWork(["spec", "brief", "review", "handoff", "decide"]);
  await ended.run("brief");
  expect(ended.list()).toEqual([]);
});
