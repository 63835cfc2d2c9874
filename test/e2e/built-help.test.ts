import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../helpers/context.ts";
import { bin, cleanEnv, runProgram, waitForEnd } from "../helpers/program.ts";
import { createTempFolder } from "../helpers/temp.ts";
import { openTerminal } from "../helpers/terminal.ts";

const ways = [["--help"], ["-h"], ["help"]];

/** The same help, which the program makes anew. */
const anew = ["--help", "--no-color"];

/** Runs a program in a window, and returns the lines that it showed. */
async function runInWindow(columns: number, words: readonly string[], program = bin) {
  const window = openTerminal([program, ...words], { columns, program: process.execPath });
  expect(await window.waitForEnd()).toBe(0);
  return window.lines();
}

describe("the help that the build keeps is what the program would print", () => {
  test.each(ways)("%s into a pipe, with color and without", async (word) => {
    const expected = await runProgram(anew);
    expect(expected.stdout).toMatch(/^Usage: builder-pm /);
    for (const env of [{}, { NO_COLOR: "1" }, { FORCE_COLOR: "1" }])
      expect(await runProgram([word], { env })).toEqual(expected);
  });

  test.each([40, 50, 79, 80, 81, 120])("in a window of %d columns", async (columns) => {
    const expected = await runInWindow(columns, anew);
    expect(await runInWindow(columns, ["--help"])).toEqual(expected);
  });
});

const MARK = "This is what the build has kept.";

/** Copies the built program, with a mark in the help that the build has kept. */
function copyProgram() {
  const copy = createTempFolder();
  for (const part of ["bin", "content", "dist", "package.json"])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  const help = join(copy, "dist", "help.json");
  const kept = JSON.parse(readFileSync(help, "utf8"));
  writeFileSync(help, JSON.stringify({ ...kept, text: `${MARK}\n` }));
  return {
    ...{ copy, help, steps: join(copy, "content", "steps") },
    program: join(copy, "bin", "builder-pm.cjs"),
  };
}

type Copy = ReturnType<typeof copyProgram>;

function run({ program, copy }: Copy, words: readonly string[], env = {}) {
  return waitForEnd(
    spawn(process.execPath, [program, ...words], { cwd: copy, env: cleanEnv(copy, env) }),
  );
}

describe("the help that the build keeps is printed", () => {
  test.each(ways)("for %s", async (word) => {
    expect(await run(copyProgram(), [word])).toEqual({ code: 0, stdout: `${MARK}\n`, stderr: "" });
  });

  test.each([
    [80, true],
    [200, true],
    [79, false],
  ])("in a window of %d columns: %s", async (columns, isKept) => {
    const { program } = copyProgram();
    expect((await runInWindow(columns, ["--help"], program)).includes(MARK)).toBe(isKept);
  });
});

describe("the program makes the help anew", () => {
  test.each([
    ["for a command", ["help", "check"]],
    ["with another option", ["--help", "--accessible"]],
    ["with a folder of content", ["--help", "--content", "content"]],
  ])("%s", async (_case, words) => {
    const { code, stdout } = await run(copyProgram(), words);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^Usage: /) });
  });

  test("with a team's steps or a word in front of commands", async () => {
    const copied = copyProgram();
    const team = join(copied.copy, "team");
    mkdirSync(team);
    const withTeam = await run(copied, ["--help"], { BUILDER_PM_CONTENT: team });
    expect(withTeam.stdout).toMatch(/^Usage: builder-pm /);
    const throughNpx = await run(copied, ["--help"], { npm_command: "exec", PATH: "" });
    expect(throughNpx.stdout).toMatch(/^Usage: npx builder-pm /);
  });

  test.each<[string, (copied: Copy) => void]>([
    [
      "a step has changed",
      ({ steps }) => {
        const file = join(steps, "brief.md");
        const text = readFileSync(file, "utf8");
        writeFileSync(file, text.replace(/^summary: .*/m, "summary: something else"));
      },
    ],
    ["a step is gone", ({ steps }) => rmSync(join(steps, "brief.md"))],
    [
      "a step is new",
      ({ steps }) => writeFileSync(join(steps, "new.md"), readFileSync(join(steps, "brief.md"))),
    ],
    ["it can't be read", ({ help }) => writeFileSync(help, "{")],
    ["there is none", ({ help }) => rmSync(help)],
  ])("where %s", async (_case, change) => {
    const copied = copyProgram();
    change(copied);
    const expected = await run(copied, anew);
    expect(expected).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Usage: /) });
    expect(await run(copied, ["--help"])).toEqual(expected);
  });

  test.runIf(process.platform === "linux")("and says what went wrong with the output", async () => {
    const script = `"$1" "$2" --help > /dev/full`;
    const ended = await waitForEnd(spawn("sh", ["-c", script, "sh", process.execPath, bin]));
    expect(ended).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The output couldn't be written/),
    });
  });
});
