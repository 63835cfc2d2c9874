import { lstatSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { asRoot, createSharedHome, PERSON } from "../helpers/two-accounts.ts";

/** Lists every file and folder in a home with its owner. */
function listOwners(home: string): string[] {
  const names = readdirSync(home, { recursive: true, encoding: "utf8" });
  return names.toSorted().map((name) => {
    const { uid, gid } = lstatSync(join(home, name));
    return `${name} ${uid} ${gid}`;
  });
}

const owned = [
  "config",
  "config/builder-pm",
  "config/builder-pm/progress.json",
  "config/builder-pm/progress.json.bak",
].map((name) => `${name} ${PERSON} ${PERSON}`);

asRoot.each([
  { name: "as usual", failing: [] },
  { name: "on a disk without hard links", failing: ["linkSync"] },
])("files first saved by root belong to the person ($name)", async ({ failing }) => {
  const { home, file, run, sudo } = createSharedHome({ failing });
  expect(await sudo("start", "script")).toMatchObject({ code: 0 });
  expect(await sudo("park", "by root")).toMatchObject({ code: 0 });
  expect(listOwners(home)).toEqual(owned);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await run("park", "by the person")).toMatchObject({ code: 0 });
  expect(await run("undo")).toMatchObject({ code: 0 });
  expect(await run("doctor")).toMatchObject({ code: 0 });
});

asRoot("what the person saved stays theirs when root saves, restores and resets", async () => {
  const { home, file, run, sudo } = createSharedHome();
  await run("start", "script");
  expect(await sudo("park", "by root")).toMatchObject({ code: 0 });
  expect(listOwners(home)).toEqual(owned);
  writeFileSync(file, "{ damaged");
  expect(await sudo("doctor", "--restore")).toMatchObject({ code: 0 });
  expect(await sudo("reset", "--yes")).toMatchObject({ code: 0 });
  const others = listOwners(home).filter((line) => !line.endsWith(` ${PERSON} ${PERSON}`));
  expect(others).toEqual([]);
  expect(await run("start", "script")).toMatchObject({ code: 0 });
});

asRoot("a report that root writes over stays the person's", async () => {
  const { home, run, sudo } = createSharedHome();
  await run("export", "-o", "report.md");
  expect(await sudo("export", "-o", "report.md", "--force")).toMatchObject({ code: 0 });
  expect(statSync(join(home, "report.md")).uid).toBe(PERSON);
});

asRoot("in a folder of root's, what root saves stays root's", async () => {
  const { saved, sudo, file } = createSharedHome();
  mkdirSync(saved, { recursive: true });
  expect(await sudo("start", "script")).toMatchObject({ code: 0 });
  expect(statSync(file).uid).toBe(0);
});
