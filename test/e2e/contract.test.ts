import { spawn } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "../helpers/context.ts";
import { bin, cleanEnv, waitForEnd } from "../helpers/program.ts";
import { asking, createReviewHome, named, reading, typedAs, withJson } from "../helpers/reading.ts";
import { openSharedProcess } from "../helpers/shared-process.ts";
import { createTempFolder } from "../helpers/temp.ts";

/** Opens the program with these variables, to run command lines in a home. */
function openProgram(more: Record<string, string> = {}) {
  const run = openSharedProcess({ env: cleanEnv(root, more), cwd: root, after: afterAll });
  return (home: string, words: readonly string[]) => run(words, { cwd: home, env: cleanEnv(home) });
}

const runIn = openProgram();
const runInColor = openProgram({ FORCE_COLOR: "1" });

test("the lists of commands hold exactly the commands with --json", () => {
  expect(named.length).toBeGreaterThan(15);
  expect([...Object.keys(typedAs), ...asking].filter((name) => !named.includes(name))).toEqual([]);
});

test.each(withJson)(
  "%s %s %s --json prints one uncolored document and nothing else",
  async (...words) => {
    const line = [...words.filter(Boolean), "--json"];
    const { code, stdout, stderr } = await runInColor(createReviewHome(), line);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ version: words[0] === "export" ? 2 : 1 });
    expect(stdout).not.toContain("\u001b");
  },
);

test.each(reading.map((words) => ({ words })))(
  "$words exits with 0, changes no file and prints the same to a file and a pipe",
  async ({ words }) => {
    const home = createReviewHome();
    const saved = readFileSync(join(home, "saved", "progress.json"));
    const piped = await runIn(home, words);
    expect(piped.code).toBe(0);
    const out = join(createTempFolder(), "out");
    const file = openSync(out, "w");
    const child = spawn(process.execPath, [bin, ...words], {
      env: cleanEnv(home),
      stdio: ["ignore", file, "pipe"],
    });
    await waitForEnd(child);
    closeSync(file);
    expect(readFileSync(out, "utf8")).toBe(piped.stdout);
    expect(readdirSync(home)).toEqual(["saved"]);
    expect(readFileSync(join(home, "saved", "progress.json"))).toEqual(saved);
  },
);

test.each([
  ["CHECK", "Did you mean this? builder-pm check"],
  ["check realty-check", "Did you mean reality-check?"],
  ["check --item prblem", "Did you mean discovery? "],
  ["slices --trains revew", "Did you mean reviews? "],
  ["start scrpt --anyway", "Did you mean script? "],
  ["lint x --kind criterium", "Did you mean criterion? Use criterion, problem, evidence, bet, "],
  ["projects swich", "Did you mean switch? Use switch, rename or folder, as in: "],
  ["park x --project scrpt", "Did you mean script?"],
  ["projects switch scrpt", "Did you mean script?"],
  ["export --project scrpt", "Did you mean script?"],
  ["spec --redo probem", "Did you mean problem? "],
  ["spec --answer probem=x", "Did you mean problem? "],
  ["review --answer verdict.1=mett", "Did you mean met? Use met, not-met or cannot-tell."],
  ["review --answer red-flags=own-logn", "Did you mean own-login? "],
  ["review --answers {}", 'Write it as: {"question": "text", "list": ["one", "two"]}'],
  ["lint --rule vauge-term", "Did you mean vague-term? "],
])("doesn't run %s and suggests the closest match", async (line, fix) => {
  const home = createReviewHome();
  writeFileSync(join(home, "{}"), "[]");
  const saved = readFileSync(join(home, "saved", "progress.json"));
  const { code, stdout, stderr } = await runIn(home, line.split(" "));
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(`\n${fix}`);
  expect(readFileSync(join(home, "saved", "progress.json"))).toEqual(saved);
});
