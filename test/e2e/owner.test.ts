import { spawn } from "node:child_process";
import { chownSync, lstatSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bin, cleanEnv, waitForEnd } from "../helpers/program.ts";
import { createTempFolder } from "../helpers/temp.ts";

const PERSON = 54_321;
const hook = join(import.meta.dirname, "..", "helpers", "failing-calls.cjs");

// Only root may start a program with another account.
const asRoot = test.skipIf(process.getuid?.() !== 0);

/** The home of a person in which root runs the program too, as with `sudo builder-pm`. */
function createHome(failing: string[] = []) {
  const home = createTempFolder();
  chownSync(home, PERSON, PERSON);
  const FAILING = JSON.stringify({ calls: failing, code: "EPERM", times: -1, folder: home });
  const saved = join(home, "config", "builder-pm");
  const env = { ...cleanEnv(home, { FAILING }), BUILDER_PM_HOME: saved };
  const run = (account: { uid?: number; gid?: number }, words: string[]) =>
    waitForEnd(spawn(process.execPath, ["--require", hook, bin, ...words], { cwd: home, env, ...account }));
  const listOwners = () =>
    readdirSync(home, { recursive: true, encoding: "utf8" }).map((name) => {
      const { uid, gid } = lstatSync(join(home, name));
      return `${name} ${uid} ${gid}`;
    });
  return {
    ...{ home, saved, listOwners, file: join(saved, "progress.json") },
    sudo: (...words: string[]) => run({}, words),
    run: (...words: string[]) => run({ uid: PERSON, gid: PERSON }, words),
  };
}

const owned = [
  ...["config", "config/builder-pm", "config/builder-pm/progress.json"],
  "config/builder-pm/progress.json.bak",
].map((name) => `${name} ${PERSON} ${PERSON}`);

asRoot.each([
  { name: "as usual", failing: [] },
  { name: "on a disk without hard links", failing: ["linkSync"] },
])("what root saves first belongs to the person ($name)", async ({ failing }) => {
  const { file, run, sudo, listOwners } = createHome(failing);
  expect(await sudo("start", "script")).toMatchObject({ code: 0 });
  expect(await sudo("park", "by root")).toMatchObject({ code: 0 });
  expect(listOwners().toSorted()).toEqual(owned);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await run("park", "by the person")).toMatchObject({ code: 0 });
  expect(await run("undo")).toMatchObject({ code: 0 });
  expect(await run("doctor")).toMatchObject({ code: 0 });
});

asRoot("what the person saved stays theirs when root saves, restores and resets", async () => {
  const { file, run, sudo, listOwners } = createHome();
  await run("start", "script");
  expect(await sudo("park", "by root")).toMatchObject({ code: 0 });
  expect(listOwners().toSorted()).toEqual(owned);
  writeFileSync(file, "{ damaged");
  expect(await sudo("doctor", "--restore")).toMatchObject({ code: 0 });
  expect(await sudo("reset", "--yes")).toMatchObject({ code: 0 });
  expect(listOwners().filter((line) => !line.endsWith(` ${PERSON} ${PERSON}`))).toEqual([]);
  expect(await run("start", "script")).toMatchObject({ code: 0 });
});

asRoot("a report that root writes over stays the person's", async () => {
  const { home, run, sudo } = createHome();
  await run("export", "-o", "report.md");
  expect(await sudo("export", "-o", "report.md", "--force")).toMatchObject({ code: 0 });
  expect(statSync(join(home, "report.md")).uid).toBe(PERSON);
});

asRoot("in a folder of root's, what root saves stays root's", async () => {
  const { saved, sudo, file } = createHome();
  mkdirSync(saved, { recursive: true });
  expect(await sudo("start", "script")).toMatchObject({ code: 0 });
  expect(statSync(file).uid).toBe(0);
});
