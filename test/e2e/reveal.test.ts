import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { progressWith, projectAfter } from "../helpers/loop.ts";
import { proudReport, withReport } from "../helpers/reports.ts";
import { readProgress } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";
import { keys, openTerminal, type Terminal } from "../helpers/terminal.ts";

const LAST = "C3: Making";

/** Judges one check as met, and says what was seen. */
async function judgeMet(terminal: Terminal, number: number): Promise<void> {
  await terminal.waitFor(new RegExp(`Question ${2 * number - 1} of[\\s\\S]*to move, Enter`));
  terminal.press(keys.enter);
  await terminal.waitFor(
    new RegExp(`Question ${2 * number} of[\\s\\S]*Press Enter twice to leave it empty`),
  );
  terminal.press(`I saw it, ${number}.`, keys.enter);
}

test("in a terminal, a verdict that is typed again after the reveal says so", async () => {
  const home = createTempFolder();
  mkdirSync(join(home, "saved"));
  const file = join(home, "saved", "progress.json");
  const sealed = withReport(projectAfter("spec", "brief"), proudReport);
  writeFileSync(file, JSON.stringify(progressWith(sealed)));
  const terminal = openTerminal(["review"], { home, rows: 60 });
  for (const number of [1, 2]) await judgeMet(terminal, number);
  await terminal.waitFor(LAST);
  expect(terminal.lines().join("\n")).not.toContain("The agent said");
  await judgeMet(terminal, 3);
  await terminal.waitFor("Here is what the agent said:");
  await terminal.waitFor("Which of your edge cases held?");
  await terminal.waitFor("< to go back, Ctrl+C to stop");
  terminal.press("<");
  await terminal.waitFor("press Enter to keep it");
  terminal.press("<", keys.enter);
  await terminal.waitFor(/\n {2}Go back\n/);
  terminal.press(keys.end, keys.up, keys.enter);
  await terminal.waitFor(/Is this check met\? Can't tell[\s\S]*What did you see\?/);
  terminal.press(keys.ctrlC);
  expect(await terminal.waitForEnd()).toBe(130);

  const page = openTerminal(["review", "--print"], { home, columns: 200 });
  await page.waitFor("C3 was changed from met to can't tell after seeing the report.");
  const { projects } = readProgress(file);
  const [report] = projects[0]?.reports ?? [];
  expect(Object.values(report?.opened?.verdicts ?? {})).toEqual(["met", "met", "met"]);
});
