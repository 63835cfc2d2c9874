import { chmodSync, closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { newProject, progressWith } from "../helpers/loop.ts";
import {
  createOdd,
  createOddPaths,
  interrupt,
  isSound,
  listPathArguments,
  oddKinds,
  oddPaths,
  openAsAnyone,
} from "../helpers/odd-paths.ts";
import { createTempFolder } from "../helpers/temp.ts";

const places = listPathArguments();

test("every path argument x every odd path", async ({ task }) => {
  const breaches: string[] = [];
  const home = await createOddPaths(onTestFinished);
  const run = openAsAnyone(home, onTestFinished);
  await run(["start", "script", "--title", "Monday report"]);
  const lines = places.flatMap(({ type }) =>
    oddPaths.flatMap((path) =>
      [[], ["--json"], ["--content", path]].map((more) => [...type(path), ...more]),
    ),
  );
  for (const line of lines) {
    const ended = await run(line);
    if (!isSound(ended)) breaches.push(`${line.join(" ").slice(0, 80)}: ${JSON.stringify(ended)}`);
  }
  Object.assign(task.meta, { words: `${lines.length} lines, ${breaches.length} breaches` });
  expect(breaches).toEqual([]);
});

test("Ctrl+C within a second, while a path is read that never ends", async ({ task }) => {
  const home = await createOddPaths(onTestFinished);
  const held = openSync(join(home, "fifo"), "r+");
  onTestFinished(() => closeSync(held));
  let slowest = 0;
  for (const { type } of places) {
    for (const path of ["fifo", "link-to-fifo", "huge", "/dev/zero"]) {
      for (const wait of [50, 300, 900])
        slowest = Math.max(slowest, await interrupt(type(path), home, { wait }));
    }
  }
  Object.assign(task.meta, { words: `slowest end after SIGINT ${slowest.toFixed(0)} ms` });
  expect(slowest).toBeLessThan(1000);
});

/** The files of the saved progress, and copies of it that sync tools make. */
const names = ["", ".bak", ".lock", ".new", ".bak.new", ".sync-conflict.json"];
const lines = [
  ...["status", "doctor", "park later", "undo", "undo --redo", "export --json", "export -o x.md"],
  ...["check --answer slice=yes", "log x --minutes 5", "projects", "brief --print"],
  ...["import good.json", "doctor --restore", "doctor --unlock", "reset --yes"],
];

test("every file of the saved progress x every odd thing", async ({ task }) => {
  const home = createTempFolder(onTestFinished);
  chmodSync(home, 0o777);
  const good = JSON.stringify(progressWith(newProject()));
  writeFileSync(join(home, "good.json"), good);
  const run = openAsAnyone(home, onTestFinished);
  const breaches: string[] = [];
  let tried = 0;
  const cases = names.flatMap((name) =>
    oddKinds.flatMap((kind) => lines.map((line) => ({ name, kind, line }))),
  );
  for (const { name, kind, line } of cases) {
    const folder = join(home, `${++tried}`);
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    const saved = join(folder, "progress.json");
    writeFileSync(name === "" ? `${saved}.bak` : saved, good, { mode: 0o666 });
    await createOdd(`${saved}${name}`, kind, onTestFinished);
    const ended = await run(line.split(" "), { env: { BUILDER_PM_HOME: folder } });
    if (!isSound(ended)) breaches.push(`${name} ${kind} ${line}: ${JSON.stringify(ended)}`);
  }
  Object.assign(task.meta, { words: `${tried} lines, ${breaches.length} breaches` });
  expect(breaches).toEqual([]);
});
