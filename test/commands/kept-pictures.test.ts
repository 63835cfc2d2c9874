import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runDoctor } from "../../src/commands/doctor.ts";
import { runExport } from "../../src/commands/export.ts";
import { runRedact } from "../../src/commands/redact.ts";
import { runReset } from "../../src/commands/reset.ts";
import { runUndo } from "../../src/commands/undo.ts";
import { readPictureBytes } from "../../src/store/pictures.ts";
import type { TestSettings } from "../helpers/context.ts";
import { createLoopContext, projectAfter } from "../helpers/loop.ts";
import { makeGif, makePng } from "../helpers/pictures.ts";
import { createTempFolder } from "../helpers/temp.ts";

const reviewed = projectAfter("spec", "brief", "review");

/** Opens a project with a picture of each of two checks. */
async function openWithPictures(settings: TestSettings = {}) {
  const cwd = createTempFolder();
  writeFileSync(join(cwd, "one.png"), makePng(40, 30));
  writeFileSync(join(cwd, "two.gif"), makeGif(8, 6, { frames: 2 }));
  const loop = createLoopContext({ project: reviewed, cwd, ...settings });
  await loop.run("review", { attach: ["1=one.png"] });
  await loop.run("review", { attach: ["2=two.gif"] });
  const folder = join(loop.home, "pictures");
  const [one, two] = loop.project().pictures ?? [];
  if (!one || !two) throw new Error("Nothing was attached");
  const readAll = () =>
    readdirSync(loop.home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
      .join("\n");
  return { ...loop, cwd, folder, one, two, readAll };
}

test("doctor finds nothing wrong with pictures that are there", async () => {
  const { context, stdout } = await openWithPictures();
  await runDoctor(context);
  expect(stdout()).toContain("No problems found.");
  expect(context.exitCode).toBe(0);
});

test.each([
  { name: "missing", change: (path: string) => rmSync(path) },
  { name: "changed", change: (path: string) => writeFileSync(path, "something else") },
  {
    name: "changed at the same size",
    change: (path: string) => writeFileSync(path, Buffer.alloc(readFileSync(path).length)),
  },
])(
  "doctor finds a picture that is $name, and pages still say that there is one",
  async ({ change }) => {
    const { context, run, stdout, folder, one, file } = await openWithPictures();
    change(join(folder, `${one.sha256}.png`));
    expect(readPictureBytes(file, one)).toBeUndefined();
    await runDoctor(context);
    expect(stdout()).toContain("The file of a picture is missing, or was changed.");
    expect(context.exitCode).toBe(4);
    await run("review", { print: true });
    expect(stdout()).toContain("Picture: 40 x 30 png");
  },
);

test("doctor finds pictures that nothing refers to, and the next attached one removes them", async () => {
  const { context, run, stdout, folder } = await openWithPictures();
  const name = `${"a".repeat(64)}.png`;
  writeFileSync(join(folder, name), "nobody's");
  writeFileSync(join(folder, "readme.txt"), "mine");
  await runDoctor(context);
  expect(stdout().replaceAll(/\s+/g, " ")).toContain(
    "1 picture isn't attached to anything anymore.",
  );
  expect(context.exitCode).toBe(0);
  await run("review", { detach: ["1"] });
  expect(readdirSync(folder)).not.toContain(name);
  expect(readdirSync(folder)).toContain("readme.txt");
});

test("removes nothing while a copy next to the saved file can't be read", async () => {
  const { run, folder, home } = await openWithPictures();
  const name = `${"a".repeat(64)}.png`;
  writeFileSync(join(folder, name), "nobody's");
  execFileSync("mkfifo", [join(home, "progress-old.json")]);
  await run("review", { detach: ["1"] });
  expect(readdirSync(folder)).toContain(name);
});

test("reset keeps the pictures of the file that it moves aside", async () => {
  const { context, run, folder, one } = await openWithPictures();
  await runReset(context, { yes: true });
  const before = readdirSync(folder);
  expect(before).toContain(`${one.sha256}.png`);
  await runDoctor(context);
  expect(context.exitCode).toBe(0);
  await expect(run("review", { attach: ["1=one.png"] })).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(before);
});

test("lists pictures with numbers, and takes one out for good, undo steps included", async () => {
  const { context, run, stdout, stderr, project, folder, one, two, readAll } =
    await openWithPictures();
  await runRedact(context, []);
  expect(stdout()).toContain(
    'p1. A picture of the project "script", attached on Nov 22, 2026: 40 x 30 png\n' +
      'p2. A picture of the project "script", attached on Nov 22, 2026: 8 x 6 animated gif\n',
  );
  await run("review", { detach: ["1"] });
  await runRedact(context, ["p2"]);
  expect(stderr()).toContain("Taken out for good: 1 picture.\n");
  expect(readAll()).not.toContain(one.sha256);
  expect(readdirSync(folder)).toEqual([`${two.sha256}.gif`]);
  await runUndo(context);
  expect(project().pictures?.[0]?.sha256).toBe("redacted on Nov 22, 2026");
  await run("review", { print: true });
  expect(stdout()).toContain("Picture: taken out (it was 40 x 30 png)");
  await runDoctor(context);
  expect(context.exitCode).toBe(0);
});

test("names an export that still has a picture that was taken out", async () => {
  const { context, home, stderr } = await openWithPictures();
  await runExport(context, { format: "json", output: join(home, "all.json") });
  await runRedact(context, ["p1"]);
  expect(stderr()).toContain(`This copy may still hold it: "${join(home, "all.json")}".`);
});

test("takes no picture out that isn't there, nor in an agent's shell", async () => {
  const { context, one, readAll } = await openWithPictures();
  await expect(runRedact(context, ["p9"])).rejects.toMatchObject({ exitCode: 2 });
  const agent = { ...context, agent: "an agent" };
  await expect(runRedact(agent, ["p1"])).rejects.toThrow("Only the person can do this");
  expect(readAll()).toContain(one.sha256);
});

test.each([
  { choose: "no", kept: true },
  { choose: "yes", kept: false },
])("asks a person before a picture is taken out: $choose", async ({ choose, kept }) => {
  const { context, stderr, one, readAll } = await openWithPictures({
    terminal: true,
    answers: [{ choose, asked: "Take it out for good? Undo can't help then." }],
  });
  await runRedact(context, ["p1"]);
  expect(stderr()).toContain('p1. A picture of the project "script"');
  expect(stderr().includes("Nothing was changed.")).toBe(kept);
  expect(readAll().includes(one.sha256)).toBe(kept);
});
