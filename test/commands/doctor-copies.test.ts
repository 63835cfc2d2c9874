import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runDoctor } from "../../src/commands/doctor.ts";
import { createSavedContext, saved } from "../helpers/saved-context.ts";

/** Names that sync tools give, and one for each kind of name that builder-pm gives itself. */
const copies = [
  "progress (1).json",
  "progress (Anna's conflicted copy 2026-01-02).json",
  "progress (In Konflikt stehende Kopie von Anna 2026-01-02).json",
  "progress (conflicted copy 2026-01-02 101112).json",
  "progress 2.json",
  "progress-LAPTOP-7Q2.json",
  "progress-MacBook.json",
  "progress.sync-conflict-20260102-101112-ABCDEFG.json",
  "progress_conflict-20260102-101112.json",
];
const ownNames = [
  "progress-2026-01-02T10-11-12.json",
  "progress-2026-01-02T10-11-12-2.json",
  "progress-2026-01-02T10-11-12.json.bak",
  "progress-version-1.json",
  "progress.json.new",
  "progressive.json",
  "report (1).json",
];

test("lists copies made by sync tools and how to view one", async () => {
  const { context, home, stdout } = createSavedContext({ words: ["doctor", "--json"] });
  for (const name of [...copies, ...ownNames]) writeFileSync(join(home, name), "{}");
  await runDoctor(context);
  const { conflictedCopies, sound } = JSON.parse(stdout());
  expect(conflictedCopies).toEqual(copies.map((name) => join(home, name)));
  expect(sound).toBe(true);
});

test("shows a sync tool's copy with a command that changes nothing", async () => {
  const { context, home, screen } = createSavedContext();
  writeFileSync(join(home, "progress 2.json"), JSON.stringify(saved));
  await runDoctor(context);
  expect(screen()).toContain(`
|  There is a copy beside it, as sync tools make them. It may hold answers that
|  are missing here. To see them, without changing anything:
|
|    builder-pm import "HOME/progress 2.json" --dry-run
|`);
  expect(screen()).not.toContain("All is well");
  expect(context.exitCode).toBe(0);
});
