import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sampleAnswers } from "../helpers/loop.ts";
import { runProgram } from "../helpers/program.ts";
import { createTempFolder } from "../helpers/temp.ts";
import { keys, openTerminal } from "../helpers/terminal.ts";

const idea = ["start", "Weekly churn themes"];

test.each([80, 50])("one Enter keeps title and folder, and brief writes (%i)", async (columns) => {
  const start = openTerminal(idea, { columns });
  await start.waitFor(/Folder: +\.\/weekly-churn-themes[\s\S]*Ctrl\+C to stop/);
  start.press(keys.enter);
  expect(await start.waitForEnd()).toBe(0);
  const { home } = start;
  const input = JSON.stringify(sampleAnswers.spec);
  expect((await runProgram(["spec", "--answers", "-"], { home, input })).code).toBe(0);
  const brief = openTerminal(["brief"], { home, columns });
  await brief.waitFor(/Your 3 checks\s+C1 /);
  await brief.waitFor(/Ctrl\+C to stop[\s\S]*>/);
  brief.press("2", keys.enter);
  expect(await brief.waitForEnd()).toBe(0);
  const shown = brief.lines().join(" ").replace(/ +/g, " ");
  expect(shown).toContain('Then say: "Read BRIEF.md. Start with the plan that it asks for."');
  expect(shown).toContain("After that: builder-pm review");
  expect(brief.brokenLines().filter((line) => !line.startsWith("/"))).toEqual([]);
  expect(shown).not.toContain("## Done when");
  const folder = join(home, "weekly-churn-themes");
  expect(readdirSync(folder).toSorted()).toEqual(["AGENTS.md", "BRIEF.md", "CLAUDE.md"]);
  const bytes = readFileSync(join(folder, "BRIEF.md"));
  const { projects } = JSON.parse((await runProgram(["export", "--json"], { home })).stdout);
  expect(projects[0].folder.files["BRIEF.md"].sha256).toBe(
    createHash("sha256").update(bytes).digest("hex"),
  );
  expect((await runProgram(["brief", "--print"], { home })).stdout).toBe(bytes.toString());
});

test("stopping at the title and folder starts nothing", async () => {
  const start = openTerminal(idea);
  await start.waitFor(/Start it like this\?[\s\S]*Ctrl\+C to stop/);
  start.press(keys.ctrlC);
  expect(await start.waitForEnd()).toBe(130);
  expect(start.lines().join("\n")).toContain("Stopped. No project was started.");
  expect(readdirSync(start.home)).toEqual([]);
});

test.each(["/dev/null", "/proc/churn", "loop/x"])("start refuses the folder %s", async (folder) => {
  const home = createTempFolder();
  symlinkSync(join(home, "loop"), join(home, "loop"));
  mkdirSync(join(home, "work"));
  const path = folder.startsWith("/") ? folder : join(home, folder);
  const { code, stderr } = await runProgram([...idea, "--folder", path], { home });
  expect({ code, stderr }).toMatchObject({ code: 1 });
  expect(stderr).not.toContain("bug");
  expect((await runProgram(["projects"], { home })).stderr).toContain("There are no projects yet");
});
