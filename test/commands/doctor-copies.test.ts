import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runDoctor } from "../../src/commands/doctor.ts";
import { createSavedContext, saved } from "../helpers/saved-context.ts";

/** Names that sync tools use. */
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
/** Names that builder-pm uses itself, and unrelated ones. */
const otherNames = [
  "progress-2026-01-02T10-11-12.json",
  "progress-2026-01-02T10-11-12-2.json",
  "progress-2026-01-02T10-11-12.json.bak",
  "progress.json.new",
  "progressive.json",
  "report (1).json",
];

test("lists copies from sync tools", async () => {
  const { context, home, stdout } = createSavedContext({ words: ["doctor", "--json"] });
  for (const name of [...copies, ...otherNames]) writeFileSync(join(home, name), "{}");
  await runDoctor(context);
  const { conflictedCopies, sound } = JSON.parse(stdout());
  expect(conflictedCopies).toEqual(copies.map((name) => join(home, name)));
  expect(sound).toBe(true);
});

test("shows a copy from a sync tool with a command to preview it", async () => {
  const { context, home, screen } = createSavedContext();
  writeFileSync(join(home, "progress 2.json"), JSON.stringify(saved));
  await runDoctor(context);
  expect(screen()).toContain(`
|  A sync tool may have made a copy of this file. It may have answers that are
|  missing here. To see them without changing anything:
|
|    builder-pm import "HOME/progress 2.json" --dry-run
|`);
  expect(screen()).not.toContain("No problems found");
  expect(context.exitCode).toBe(0);
});
