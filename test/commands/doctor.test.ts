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
import { readProgress } from "../helpers/store.ts";

test("reports no problems before the first answer and creates nothing", async () => {
  const { context, home, stdout } = createTestContext();
  rmSync(home, { recursive: true });
  await runDoctor(context);
  expect(show(stdout().replaceAll(home, "HOME"))).toMatchInlineSnapshot(`
    "|  Nothing is saved yet. Your first answer will be saved in:
    |    HOME/progress.json
    |
    |  No problems found.
    |"
  `);
  expect(context.exitCode).toBe(0);
  expect(existsSync(home)).toBe(false);
});

test("restores and undoes nothing before the first answer and creates no folder", async () => {
  const { context, home, stderr } = createTestContext();
  rmSync(home, { recursive: true });
  await runDoctor(context, { restore: true });
  expect(stderr()).toBe("There is nothing to restore: nothing is saved yet.\n");
  for (const redo of [false, true]) {
    await expect(runUndo(context, { redo })).rejects.toMatchObject({
      message: expect.stringContaining("nothing to"),
    });
  }
  expect(existsSync(home)).toBe(false);
});

test("shows a healthy file in a few lines", async () => {
  const { context, screen } = createSavedContext();
  await runDoctor(context);
  expect(screen()).toMatchInlineSnapshot(`
    "|  Your saved progress
    |    HOME/progress.json
    |    OK: 193 bytes, saved AGE, file format 2.
    |
    |  The backup from before your last change
    |    HOME/progress.json.bak
    |    OK: 37 bytes, saved AGE, file format 2.
    |
    |  No problems found.
    |"
  `);
  expect(context.exitCode).toBe(0);
});

test("shows why a file is damaged and how to restore it", async () => {
  const { context, screen } = createSavedContext({ damage: '{"version": 1, "ru' });
  await runDoctor(context);
  expect(screen()).toMatchInlineSnapshot(`
    "|  Your saved progress
    |    HOME/progress.json
    |    Damaged: it isn't valid JSON (18 bytes, saved AGE).
    |
    |  The backup from before your last change
    |    HOME/progress.json.bak
    |    OK: 37 bytes, saved AGE, file format 2.
    |
    |  The saved file is damaged.
    |
    |    builder-pm doctor --restore
    |    This restores the version before your last change.
    |"
  `);
  expect(context.exitCode).toBe(4);
});

const GONE = "What you saved after it is gone. To see where you are: builder-pm status\n";

test("restores the backup with --restore and keeps the damaged file", async () => {
  const { context, file, home, stderr } = createSavedContext({ damage: "{ damaged" });
  await runDoctor(context, { restore: true });
  const aside = join(home, "progress-2026-11-22T12-00-00.json");
  expect(readProgress(file)).toEqual(progressOf());
  expect(readFileSync(aside, "utf8")).toBe("{ damaged");
  expect(stderr()).toBe(
    `Restored the version before your last change. The damaged file was kept as "${aside}".\n${GONE}`,
  );
  expect(context.exitCode).toBe(0);
});

test.each([
  {
    name: "fine",
    damage: undefined,
    message: "There is nothing to restore: your saved progress is fine.\n",
  },
  {
    name: "missing",
    damage: "missing",
    message: `Restored the version before your last change.\n${GONE}`,
  },
  {
    name: "a folder",
    damage: "folder",
    message: expect.stringMatching(/^Restored .* was kept as ".*"\.\nWhat you saved after it/),
  },
])("handles --restore if the file is $name", async ({ damage, message }) => {
  const { context, file, stderr } = createSavedContext();
  if (damage) rmSync(file);
  if (damage === "folder") mkdirSync(file);
  await runDoctor(context, { restore: true });
  expect(stderr()).toEqual(message);
  expect(readProgress(file)).toEqual(damage ? progressOf() : saved);
});

test("changes nothing with --restore if the backup is damaged too", async () => {
  const { context, file } = createSavedContext({ damage: "{ damaged" });
  writeFileSync(`${file}.bak`, "damaged too");
  await expect(runDoctor(context, { restore: true })).rejects.toMatchObject({
    message: `Nothing was restored: the backup "${file}.bak" can't be used either.`,
    exitCode: 4,
    fix: expect.stringContaining("builder-pm reset --yes"),
  });
  expect(readFileSync(file, "utf8")).toBe("{ damaged");
});

test("leaves a file of a newer version unchanged, even with --restore", async () => {
  const damage = '{"version":3}';
  const { context, file, screen } = createSavedContext({ damage });
  await runDoctor(context);
  expect(screen()).toContain("Use the newer version, or set BUILDER_PM_HOME to another folder");
  await expect(runDoctor(context, { restore: true })).rejects.toMatchObject({ exitCode: 4 });
  expect(readFileSync(file, "utf8")).toBe(damage);
});

test("shows a lock of another computer, and removes it with --unlock", async () => {
  const { context, file, screen, stderr } = createSavedContext();
  const owner = {
    ...describeSelf({ pid: 4711, kill: () => {} }),
    host: `not-${hostname()}`,
    at: "2026-11-22T11:00:00Z",
  };
  writeFileSync(`${file}.lock`, JSON.stringify(owner));
  await runDoctor(context);
  expect(screen()).toContain("Another builder-pm (process 4711) hasn't finished saving.");
  expect(screen()).toContain("builder-pm doctor --unlock");
  expect(context.exitCode).toBe(4);
  await runDoctor(context, { unlock: true });
  expect(stderr()).toBe("The lock was removed.\n");
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test("reports a folder in place of the lock", async () => {
  const { context, file } = createSavedContext();
  mkdirSync(`${file}.lock`);
  await expect(runDoctor(context, { unlock: true })).rejects.toMatchObject({ exitCode: 4 });
});

test("names no process for a lock without content", async () => {
  const { context, file, screen } = createSavedContext();
  writeFileSync(`${file}.lock`, "");
  await runDoctor({ ...context, now: () => new Date() });
  expect(screen()).toContain("Another builder-pm is saving. It started just now.");
});

test.skipIf(process.platform !== "linux")(
  "does not remove the lock of a running process",
  async () => {
    const { context, file } = createSavedContext();
    const content = JSON.stringify(describeSelf({ pid: process.ppid, kill: process.kill }));
    writeFileSync(`${file}.lock`, content);
    await expect(runDoctor(context, { unlock: true })).rejects.toMatchObject({
      exitCode: 4,
      fix: "Let it finish, or close it.",
    });
    expect(readFileSync(`${file}.lock`, "utf8")).toBe(content);
  },
);

test("reports files of an interrupted save, and the next save removes them", async () => {
  const { context, file, screen } = createSavedContext();
  const own = `${file}.new-copy-of-mine`;
  for (const name of [`${file}.new`, `${file}.new.tmp-1234567890abcdef`, own])
    writeFileSync(name, "half of");
  await runDoctor(context);
  expect(screen()).toContain("An interrupted save left 2 files behind. The next save cleans up.");
  const store = await context.openStore();
  await store.update((progress) => ({ ...progress, colour: "green" }));
  expect([`${file}.new`, `${file}.new.tmp-1234567890abcdef`, own].map(existsSync)).toEqual([
    false,
    false,
    true,
  ]);
});

test("prints the same as JSON with --json", async () => {
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
    saved: { file, state: "damaged", reason: "it isn't valid JSON" },
    backup: { state: "sound" },
  });
});

test("moves the backup aside in a reset too", async () => {
  const { context, home, file } = createSavedContext();
  await runReset(context, { yes: true });
  expect(existsSync(`${file}.bak`)).toBe(false);
  expect(
    JSON.parse(readFileSync(join(home, "progress-2026-11-22T12-00-00.json.bak"), "utf8")),
  ).toEqual(progressOf());
  expect(await (await context.openStore()).load()).toEqual(progressOf());
});
