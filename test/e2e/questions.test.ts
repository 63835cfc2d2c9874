import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newProject, progressWith, projectAfter } from "../helpers/loop.ts";
import { runProgram } from "../helpers/program.ts";
import { createTempFolder } from "../helpers/temp.ts";
import { keys, openTerminal } from "../helpers/terminal.ts";

/** Creates a home in which these projects are saved. */
function openHome(...projects: Parameters<typeof progressWith>): string {
  const home = createTempFolder();
  mkdirSync(join(home, "saved"));
  writeFileSync(join(home, "saved", "progress.json"), JSON.stringify(progressWith(...projects)));
  return home;
}

const reviewed = projectAfter("spec", "brief", "review");

/** A question of each kind and each command that asks: what it shows and how its prompt ends. */
const questions = [
  {
    kind: "the greeting",
    line: "",
    projects: [],
    shows: "See the starter slices",
    ends: "Practice judging",
  },
  { kind: "an item", line: "check", projects: [], shows: "Not yet", ends: "I'm not sure" },
  {
    kind: "a slice",
    line: "start",
    projects: [],
    shows: "A script that saves",
    ends: "A rough internal dashboard",
  },
  {
    kind: "one choice",
    line: "decide --redo verdict",
    projects: [reviewed],
    shows: "Keep",
    ends: "Kill",
  },
  {
    kind: "several",
    line: "review --redo red-flags",
    projects: [reviewed],
    shows: "in a file or a prompt",
    ends: "third party",
  },
  {
    kind: "a list",
    line: "review --redo unasked",
    projects: [reviewed],
    shows: "Line 2:",
    ends: "deletes it",
  },
  {
    kind: "a text",
    line: "spec",
    projects: [newProject()],
    shows: "Question 1 of 9",
    ends: "Enter when you're done",
  },
  {
    kind: "a number",
    line: "brief",
    projects: [projectAfter("spec")],
    shows: "Your answer:",
    ends: "A number from 0 to 3",
  },
];
const looks = [
  { mode: "drawn", columns: 80, env: {} },
  { mode: "drawn", columns: 50, env: {} },
  { mode: "in plain lines", columns: 80, env: { ACCESSIBLE: "1" } },
  { mode: "in plain lines", columns: 50, env: { ACCESSIBLE: "1" } },
];
const cases = questions.flatMap((question) => looks.map((look) => ({ ...question, ...look })));

test.each(cases)(
  "$kind, $mode at $columns columns wraps at words, and Ctrl+C stops",
  async ({ line, projects, shows, ends, mode, columns, env }) => {
    const home = openHome(...projects);
    const words = line.split(" ").filter(Boolean);
    const terminal = openTerminal(words, { home, columns, env });
    const prompt =
      mode === "drawn" ? /Ctrl\+C\s+to\s+stop/ : /Type (a number|the numbers|your answer)/;
    await terminal.waitFor(
      new RegExp(`${ends.replaceAll(" ", "\\s+")}[^]*${mode === "drawn" ? "" : prompt.source}`),
    );
    await terminal.waitFor(prompt);
    expect(terminal.lines().join("\n")).toMatch(new RegExp(shows.replaceAll(" ", "\\s+")));
    expect(terminal.lines().join(" ")).toMatch(/Ctrl\+C\s+to\s+stop/);
    terminal.press(keys.ctrlC);
    expect(await terminal.waitForEnd()).toBe(130);
    expect(terminal.brokenLines()).toEqual([]);
    expect(terminal.lines().join(" ")).toMatch(/Stopped\..* builder-pm/);
  },
);

test("answers every kind of question from a pipe and repeats each choice", async () => {
  const home = openHome(reviewed);
  const env = { ACCESSIBLE: "1" };
  const several = await runProgram(["review", "--redo", "red-flags"], {
    home,
    env,
    input: "2 9\n2,4\n",
  });
  expect(several).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("- A key or password is in"),
  });
  expect(several.stderr).toContain("Please type only numbers from 1 to ");
  expect(several.stderr).toMatch(/You chose: A key or password .*; It uses my/s);
  const list = await runProgram(["review", "--redo", "unasked"], {
    home,
    env,
    input: "-1\r\n-9\r\na screen\r\n\r\n",
  });
  expect(list).toMatchObject({ code: 0, stdout: expect.stringContaining("- a screen\n") });
  expect(list.stderr).toContain("There is no line 9.");
  const choice = await runProgram(["decide"], {
    home,
    env,
    input: "9\n1\nIt held in all three weeks, 18 of 18.\nA renamed column went unnoticed.\n",
  });
  expect(choice).toMatchObject({ code: 0, stderr: expect.stringContaining("You chose: Keep") });
  expect(choice.stderr).not.toContain("Ctrl+C to stop");
});
