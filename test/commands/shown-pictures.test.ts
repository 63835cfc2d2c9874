import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runExport } from "../../src/commands/export.ts";
import { createLoopContext, projectAfter } from "../helpers/loop.ts";
import { makePng, pngChunk } from "../helpers/pictures.ts";
import { createTempFolder } from "../helpers/temp.ts";

const png = makePng(40, 30);
const sourceOf = (bytes: Uint8Array) =>
  `src="data:image/png;base64,${Buffer.from(bytes).toString("base64")}"`;
const source = sourceOf(png);
const hint = "The picture isn't looked through for secrets: look at it yourself.\n";

/** Opens a reviewed project with a picture. */
async function openWithPicture(bytes = png) {
  const cwd = createTempFolder();
  writeFileSync(join(cwd, "shot.png"), bytes);
  const loop = createLoopContext({ project: projectAfter("spec", "brief", "review"), cwd });
  await loop.run("review", { attach: ["2=shot.png"] });
  return { ...loop, page: join(cwd, "page.html") };
}

test("shows the picture of a check on the page of a step, and says that nobody looked", async () => {
  const { run, page, stderr } = await openWithPicture();
  await run("review", { output: page });
  const html = readFileSync(page, "utf8");
  expect(html).toContain(source);
  expect(html).toContain('width="40" height="30" alt="What I saw for C2"');
  expect(stderr().split(hint)).toHaveLength(2);
});

test("counts a picture once that stands with two checks", async () => {
  const { run, page, stderr } = await openWithPicture();
  await run("review", { attach: ["1=shot.png"] });
  await run("review", { output: page });
  expect(readFileSync(page, "utf8").split(source)).toHaveLength(3);
  expect(stderr()).toContain(hint);
});

test.each([49_152, 49_153, 98_303, 150_001])("shows all of one of %i bytes", async (size) => {
  const pixels = (count: number) =>
    pngChunk(
      "IDAT",
      Uint8Array.from({ length: count }, (_, at) => at),
    );
  const rest = makePng(40, 30, [pixels(0)]).length;
  const large = makePng(40, 30, [pixels(size - rest)]);
  expect(large).toHaveLength(size);
  const { run, page } = await openWithPicture(large);
  await run("review", { output: page });
  expect(readFileSync(page, "utf8").split(sourceOf(large))).toHaveLength(2);
});

test.each([{ project: "script" }, {}])("shows it on the progress page for %j", async (options) => {
  const { context, page, stderr } = await openWithPicture();
  await runExport(context, { ...options, output: page });
  expect(readFileSync(page, "utf8").split(source)).toHaveLength(2);
  expect(stderr()).toContain(hint);
});

test("tells pictures apart, also if one shows several checks", async () => {
  const { context, run, page } = await openWithPicture();
  writeFileSync(join(context.folder, "other.png"), makePng(10, 10));
  await run("review", { attach: ["1=shot.png", "1=other.png", "3=shot.png"] });
  await run("review", { output: page });
  const html = readFileSync(page, "utf8");
  const ids = [...html.matchAll(/id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toHaveLength(4);
  expect(new Set(ids).size).toBe(4);
  expect([...html.matchAll(/href="#(picture[^"]*)"/g)].map(([, id]) => id)).toEqual(ids);
  const named = [...html.matchAll(/alt="([^"]*)"/g)].map(([, name]) => name);
  expect(named).toEqual([
    "What I saw for C1, picture 1 of 2",
    "What I saw for C1, picture 2 of 2",
    "What I saw for C2",
    "What I saw for C3",
  ]);
});

test("says what was there if its file is gone", async () => {
  const { context, run, home, page, stderr } = await openWithPicture();
  rmSync(join(home, "pictures"), { recursive: true });
  await run("review", { output: page });
  expect(readFileSync(page, "utf8")).toContain("What I saw for C2: 40 x 30 png, missing");
  expect(stderr()).not.toContain(hint);
  expect(stderr()).toContain("1 picture couldn't be read: builder-pm doctor\n");
  await runExport(context, { output: join(context.folder, "all.html") });
  expect(stderr().split("couldn't be read")).toHaveLength(3);
});

test("shows it on standard output too, and no text passes for a picture", async () => {
  const { context, stdout } = await openWithPicture();
  const store = await context.openStore();
  await store.update((progress) => ({
    ...progress,
    projects: progress.projects.map((project) => ({ ...project, title: "Is \x000\0 it?" })),
  }));
  await runExport(context, { format: "html", allowSensitive: true });
  expect(stdout().split(source)).toHaveLength(2);
  expect(stdout()).toContain("Is \u24000\u2400 it?");
  expect(stdout()).not.toContain("\0");
});
