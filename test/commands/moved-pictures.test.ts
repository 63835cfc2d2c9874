import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runExport } from "../../src/commands/export.ts";
import { runImport } from "../../src/commands/import.ts";
import { runUndo } from "../../src/commands/undo.ts";
import type { Progress } from "../../src/domain/progress/progress.ts";
import type { Picture } from "../../src/domain/project/picture.ts";
import { hashBytes } from "../../src/files/hash.ts";
import { createLoopContext, projectAfter } from "../helpers/loop.ts";
import { bytesOf, makePng, pngChunk } from "../helpers/pictures.ts";
import { createTempFolder } from "../helpers/temp.ts";

const reviewed = projectAfter("spec", "brief", "review");

/** Exports a project with two pictures. */
async function exportPictures() {
  const cwd = createTempFolder();
  writeFileSync(join(cwd, "one.png"), makePng(40, 30));
  writeFileSync(join(cwd, "two.png"), makePng(20, 10));
  const loop = createLoopContext({ project: reviewed, cwd });
  await loop.run("review", { attach: ["1=one.png", "2=two.png"] });
  const file = join(cwd, "all.json");
  const write = async () => {
    await runExport(loop.context, { format: "json", output: file, force: true });
    return JSON.parse(readFileSync(file, "utf8")) as Progress & {
      pictures: Record<string, string>;
    };
  };
  return { ...loop, cwd, all: file, exported: await write(), write };
}

test("carries pictures in an export, and brings them back as they were", async () => {
  const { all, home, exported, stderr } = await exportPictures();
  expect(stderr()).toContain("Pictures aren't looked through for secrets: look at them yourself.");
  expect(Object.keys(exported.pictures)).toHaveLength(2);
  const there = createLoopContext();
  await runImport(there.context, all, { dryRun: true });
  expect(readdirSync(there.home)).toEqual([]);
  await runImport(there.context, all, {});
  expect(there.project().pictures).toEqual(exported.projects[0]?.pictures);
  expect(there.read()).not.toHaveProperty("pictures");
  const names = readdirSync(join(home, "pictures"));
  expect(readdirSync(join(there.home, "pictures"))).toEqual(names);
  for (const name of names)
    expect(readFileSync(join(there.home, "pictures", name))).toEqual(
      readFileSync(join(home, "pictures", name)),
    );
  await runUndo(there.context);
  await runUndo(there.context, { redo: true });
  expect(there.project().pictures).toHaveLength(2);
});

test("exports what is left of pictures that are gone, and says so", async () => {
  const { home, write, stderr } = await exportPictures();
  const [name = ""] = readdirSync(join(home, "pictures"));
  rmSync(join(home, "pictures", name));
  const { pictures, projects } = await write();
  expect(Object.keys(pictures)).toHaveLength(1);
  expect(projects[0]?.pictures).toHaveLength(2);
  expect(stderr()).toContain("1 picture couldn't be read: builder-pm doctor");
});

test("brings back pictures that are gone, although nothing else has changed", async () => {
  const { context, home, all } = await exportPictures();
  rmSync(join(home, "pictures"), { recursive: true });
  await runImport(context, all, {});
  expect(readdirSync(join(home, "pictures"))).toHaveLength(2);
});

/** Returns a picture as a file could claim to have it. */
function forge(bytes: Uint8Array, more: Partial<Picture> = {}) {
  const sha256 = hashBytes(bytes);
  const picture = { ...reviewed.pictures?.[0], sha256, bytes: bytes.length, ...more };
  return { picture, pictures: { [sha256]: Buffer.from(bytes).toString("base64") } };
}

test.each([
  { name: "with text in it", forged: forge(makePng(4, 3, [pngChunk("tEXt", "Author\0Jane")])) },
  { name: "that is HTML", forged: forge(bytesOf("<script>")) },
  { name: "of another kind", forged: forge(makePng(), { type: "gif" }) },
  { name: "of another size", forged: forge(makePng(), { bytes: 1 }) },
  {
    name: "of another hash",
    forged: { ...forge(makePng()), pictures: { [forge(makePng()).picture.sha256]: "aGVsbG8=" } },
  },
])("refuses an import with a picture $name, and changes nothing", async ({ forged }) => {
  const { all, exported } = await exportPictures();
  const [project] = exported.projects;
  const [first] = project?.pictures ?? [];
  const pictures = [{ ...first, ...forged.picture }];
  const file = { ...exported, projects: [{ ...project, pictures }], pictures: forged.pictures };
  writeFileSync(all, JSON.stringify(file));
  const there = createLoopContext();
  await expect(runImport(there.context, all, {})).rejects.toThrow("a picture in it is damaged");
  expect(readdirSync(there.home)).toEqual([]);
});

test("refuses an import whose hash could be a path", async () => {
  const { all, exported } = await exportPictures();
  const text = JSON.stringify(exported).replaceAll(
    exported.projects[0]?.pictures?.[0]?.sha256 ?? "",
    "../../evil",
  );
  writeFileSync(all, text);
  const there = createLoopContext();
  await runImport(there.context, all, {});
  expect(readdirSync(join(there.home, "pictures"))).toHaveLength(1);
});
