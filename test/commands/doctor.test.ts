import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runDoctor } from "../../src/commands/doctor.ts";
import { runReset } from "../../src/commands/reset.ts";
import { runUndo } from "../../src/commands/undo.ts";
import { describeSelf } from "../../src/store/lock-owner.ts";
import { createTestContext } from "../helpers/context.ts";
import { progressOf } from "../helpers/samples.ts";
import { createSavedContext, saved } from "../helpers/saved-context.ts";
import { show } from "../helpers/snapshot.ts";

test("before the first answer, doctor finds no problems and creates nothing", async () => {
  const { context, home, stdout } = createTestContext();
  rmSync(home, { recursive: true });
  await runDoctor(context);
  expect(show(stdout().replaceAll(home, "HOME"))).toMatchInlineSnapshot(`
    "|  Nothing is saved yet. Your first answer will go to:
    |    HOME/progress.json
    |
    |  All is well.
    |"
  `);
  expect(context.exitCode).toBe(0);
  expect(existsSync(home)).toBe(false);
});

test("before the first answer, --restore and undo do nothing", async () => {
  const { context, home, stderr } = createTestContext();
  rmSync(home, { recursive: true });
  await runDoctor(context, { restore: true });
  expect(stderr()).toBe("There is nothing to bring back: nothing is saved yet.\n");
  for (const redo of [false, true]) {
    await expect(runUndo(context, { redo })).rejects.toMatchObject({
      message: expect.stringContaining("nothing to"),
    });
  }
  expect(existsSync(home)).toBe(false);
});

test("reports a healthy file in a few lines", async () => {
  const { context, screen } = createSavedContext();
  await runDoctor(context);
  expect(screen()).toMatchInlineSnapshot(`
    "|  Your saved progress
    |    HOME/progress.json
    |    Sound: 193 bytes, saved AGE, version 1.
    |
    |  What it was before the last change
    |    HOME/progress.json.bak
    |    Sound: 37 bytes, saved AGE, version 1.
    |
    |  All is well.
    |"
  `);
  expect(context.exitCode).toBe(0);
});

test("reports a damaged file with the reason and the fix", async () => {
  const { context, screen } = createSavedContext({ damage: '{"version": 1, "ru' });
  await runDoctor(context);
  expect(screen()).toMatchInlineSnapshot(`
    "|  Your saved progress
    |    HOME/progress.json
    |    Damaged: it is not complete JSON (18 bytes, saved AGE).
    |
    |  What it was before the last change
    |    HOME/progress.json.bak
    |    Sound: 37 bytes, saved AGE, version 1.
    |
    |  The saved file is damaged.
    |
    |    builder-pm doctor --restore
    |    brings back what was saved before the last change
    |"
  `);
  expect(context.exitCode).toBe(4);
});

test("--restore brings back the backup and keeps the damaged file", async () => {
  const { context, file, home, stderr } = createSavedContext({ damage: "{ damaged" });
  await runDoctor(context, { restore: true });
  const aside = join(home, "progress-2026-11-22T12-00-00.json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(progressOf());
  expect(readFileSync(aside, "utf8")).toBe("{ damaged");
  expect(stderr()).toBe(
    `Brought back what was saved before the last change. The damaged file is kept as "${aside}".\n`,
  );
  expect(context.exitCode).toBe(0);
});

test.each([
  {
    name: "sound",
    damage: undefined,
    message: "There is nothing to bring back: what is saved is sound.\n",
  },
  {
    name: "gone",
    damage: "gone",
    message: "Brought back what was saved before the last change.\n",
  },
  {
    name: "a folder",
    damage: "folder",
    message: expect.stringMatching(/^Brought back .* is kept as ".*"\.\n$/),
  },
])("--restore where the file is $name", async ({ damage, message }) => {
  const { context, file, stderr } = createSavedContext();
  if (damage) rmSync(file);
  if (damage === "folder") mkdirSync(file);
  await runDoctor(context, { restore: true });
  expect(stderr()).toEqual(message);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(damage ? progressOf() : saved);
});

test("without a valid backup, --restore changes nothing and says what to do", async () => {
  const { context, file } = createSavedContext({ damage: "{ damaged" });
  writeFileSync(`${file}.bak`, "damaged too");
  await expect(runDoctor(context, { restore: true })).rejects.toMatchObject({
    message: `There is no sound copy to bring back: "${file}.bak" cannot be used either.`,
    exitCode: 4,
    fix: expect.stringContaining("builder-pm reset --yes"),
  });
  expect(readFileSync(file, "utf8")).toBe("{ damaged");
});

test("leaves a file from a newer version alone, with and without --restore", async () => {
  const damage = '{"version":2}';
  const { context, file, screen } = createSavedContext({ damage });
  await runDoctor(context);
  expect(screen()).toContain("Use the newer builder-pm, or set BUILDER_PM_HOME to another folder");
  await expect(runDoctor(context, { restore: true })).rejects.toMatchObject({ exitCode: 4 });
  expect(readFileSync(file, "utf8")).toBe(damage);
});

test("reports a lock from another computer, and --unlock removes it", async () => {
  const { context, file, screen, stderr } = createSavedContext();
  const holder = {
    ...describeSelf({ pid: 4711, kill: () => {} }),
    host: `not-${hostname()}`,
    at: "2026-11-22T11:00:00Z",
  };
  writeFileSync(`${file}.lock`, JSON.stringify(holder));
  await runDoctor(context);
  expect(screen()).toContain("Process 4711 has not finished saving.");
  expect(screen()).toContain("builder-pm doctor --unlock");
  expect(context.exitCode).toBe(4);
  await runDoctor(context, { unlock: true });
  expect(stderr()).toBe("The lock is taken away.\n");
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test("reports a folder in place of the lock", async () => {
  const { context, file } = createSavedContext();
  mkdirSync(`${file}.lock`);
  await expect(runDoctor(context, { unlock: true })).rejects.toMatchObject({ exitCode: 4 });
});

test("reports an empty lock without naming a process", async () => {
  const { context, file, screen } = createSavedContext();
  writeFileSync(`${file}.lock`, "");
  await runDoctor({ ...context, now: () => new Date() });
  expect(screen()).toContain("Another builder-pm is saving. It began just now.");
});

test.skipIf(process.platform !== "linux")("keeps a lock whose owner is running", async () => {
  const { context, file } = createSavedContext();
  const words = JSON.stringify(describeSelf({ pid: process.ppid, kill: process.kill }));
  writeFileSync(`${file}.lock`, words);
  await expect(runDoctor(context, { unlock: true })).rejects.toMatchObject({
    exitCode: 4,
    fix: "Let it finish, or close it.",
  });
  expect(readFileSync(`${file}.lock`, "utf8")).toBe(words);
});

test("reports leftovers of an interrupted save, which the next save removes", async () => {
  const { context, file, screen } = createSavedContext();
  const own = `${file}.new-copy-of-mine`;
  for (const name of [`${file}.new`, `${file}.new.tmp-1234567890abcdef`, own])
    writeFileSync(name, "half of");
  await runDoctor(context);
  expect(screen()).toContain("2 files of a save that was cut short. The next save tidies up.");
  const store = await context.openStore();
  await store.update((progress) => ({ ...progress, colour: "green" }));
  expect([`${file}.new`, `${file}.new.tmp-1234567890abcdef`, own].map(existsSync)).toEqual([
    false,
    false,
    true,
  ]);
});

test("--json prints the same as one JSON document", async () => {
  const { context, file, stdout } = createSavedContext({
    words: ["doctor", "--json"],
    damage: "{",
  });
  await runDoctor(context);
  expect(JSON.parse(stdout())).toMatchObject({
    version: 1,
    sound: false,
    problem: "The saved file is damaged.",
    fix: "builder-pm doctor --restore",
    saved: { file, state: "damaged", reason: "it is not complete JSON" },
    backup: { state: "sound" },
  });
});

test("reset moves the backup aside along with the file", async () => {
  const { context, home, file } = createSavedContext();
  await runReset(context, { yes: true });
  expect(existsSync(`${file}.bak`)).toBe(false);
  expect(
    JSON.parse(readFileSync(join(home, "progress-2026-11-22T12-00-00.json.bak"), "utf8")),
  ).toEqual(progressOf());
  expect(await (await context.openStore()).load()).toEqual(progressOf());
});
