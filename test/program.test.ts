import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../src/cli.ts";
import { commands } from "../src/program.ts";
import { createTestWorld, root } from "./helpers/context.ts";
import { createTempFolder } from "./helpers/temp.ts";

/** Runs a command line as the program does, without a terminal. */
async function run(...words: string[]) {
  const { world, stdout, stderr } = createTestWorld(createTempFolder(), { words });
  const code = await main(world, root, "1.2.3");
  return { code, stdout: stdout(), stderr: stderr() };
}

test("the root help fits 30 lines of 80 columns and puts check first", async () => {
  const { code, stdout, stderr } = await run("--help");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatchInlineSnapshot(`
    "Usage: builder-pm [command] [options]
    A calm coach for product managers who are learning to build.

    Start here:
      check      take the reality check: five honest questions
      slices     small things you could build first
      guide      short pages: why build, the loop, first prompts

    The loop:
      start      open a project from a slice
      spec       write a one-page spec with checks you can judge
      brief      print the brief for your coding agent, lock the spec
      review     judge the first pass against your own checks
      handoff    make one page for your engineer, with your questions
      decide     keep, revise, hand over or kill, with a reason
      log        note one pass with the agent and its minutes
      park       keep an extra idea out of the slice

    Where you are:
      projects   all your projects, open and ended
      status     what you answered, and the one next step
      why        what stands behind an item: what you said, what shows it
      export     your progress as markdown, text or JSON, to keep or share

    More: import, lint, undo, doctor, content, reset, completion, help
    Options: --no-color, --no-input, --accessible, --content, --version, --help

    Try: builder-pm check    One command: builder-pm help check    More: the README
    "
  `);
  expect(stdout.trimEnd().split("\n").length).toBeLessThanOrEqual(30);
  expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  expect(await run("-h")).toEqual(await run("--help"));
  expect(await run("help")).toEqual(await run("--help"));
  expect(await run()).toEqual(await run("--help"));
});

test.each([["--help"], ["slices"], ["status"]])(
  "%s leaves stdin and stderr closed: opening them takes time",
  async (word) => {
    const { world, stdout } = createTestWorld(createTempFolder(), { words: [word] });
    const refuse = () => {
      throw new Error("a stream was opened that is not needed");
    };
    const code = await main(
      Object.defineProperties(world, { stdin: { get: refuse }, stderr: { get: refuse } }),
      root,
      "1",
    );
    expect(code).toBe(0);
    expect(stdout()).not.toBe("");
  },
);

test.each(commands.map(({ name }) => name))(
  "%s has help in 80 columns with an example, by three ways",
  async (name) => {
    const help = await run(name, "--help");
    expect(help).toMatchObject({ code: 0, stderr: "" });
    expect(help.stdout).toContain(`Usage: builder-pm ${name}`);
    expect(help.stdout).toMatch(new RegExp(`\\nExamples?:\\n {2}builder-pm ${name}`));
    expect(help.stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(await run(name, "-h")).toEqual(help);
    expect(await run("help", name)).toEqual(help);
  },
);

test("the help of check, and of a command inside a command", async () => {
  expect((await run("check", "--help")).stdout).toMatchInlineSnapshot(`
    "Usage: builder-pm check [options] [checklist]

    Takes you round the reality check, one question at a time. Every answer is saved
    as you give it.

    Arguments:
      checklist               which checklist; the reality check when none is named

    Options:
      --item <item>           ask one item again
      --answer <item=answer>  answer without being asked: yes, partly or not-yet
                              (repeat for more)
      --evidence <item=text>  what you could point to (repeat for more)
      --json                  print the state for programs, and ask nothing
      -h, --help              show help

    Global Options:
      --color                 use colour
      --no-color              use no colour
      --no-input              never ask; say which flags to use instead
      --accessible            ask with plain numbered lines, for screen readers
      --content <folder>      add content of your own (repeat for more)
      -V, --version           print the version

    Examples:
      builder-pm check
      builder-pm check --item problem
      builder-pm check --answer problem=yes --evidence problem="14 tickets in May"
      builder-pm check --json
    "
  `);
  expect((await run("help", "slices", "show")).stdout).toMatchInlineSnapshot(`
    "Usage: builder-pm slices show [options] <slice>

    Shows one slice: who it is for, a worked example, its checks, what stays out,
    and when to stop.

    Arguments:
      slice               the slice, for example script

    Options:
      --json              print the slice for programs
      -h, --help          show help

    Global Options:
      --color             use colour
      --no-color          use no colour
      --no-input          never ask; say which flags to use instead
      --accessible        ask with plain numbered lines, for screen readers
      --content <folder>  add content of your own (repeat for more)
      -V, --version       print the version

    Example:
      builder-pm slices show script
    "
  `);
});

test.each(["--version", "-V", "--version --no-color", "--json -V"])("%s prints the version alone", async (words) => {
  expect(await run(...words.split(" "))).toEqual({ code: 0, stdout: "1.2.3\n", stderr: "" });
});

const bad: [words: string, message: string, fix: string][] = [
  ["chek", 'Unknown command "chek".', "Did you mean check?"],
  ["slice", 'Unknown command "slice".', "Did you mean slices?"],
  ["zzzzzz", 'Unknown command "zzzzzz".', "See: builder-pm --help"],
  ["check --jsn", 'Unknown option "--jsn".', "Did you mean --json?"],
  ["--colour", 'Unknown option "--colour".', "Did you mean --color?"],
  ["check --zzzzzz", 'Unknown option "--zzzzzz".', "See: builder-pm check --help"],
  ["check --answer", 'Option "--answer <item=answer>" argument missing.', "See: builder-pm check --help"],
  [
    "check reality-check more",
    'Too many arguments for "check". Expected 1 argument but got 2.',
    "Put words that belong together in quotes. See: builder-pm check --help",
  ],
  ["status now", 'Too many arguments for "status". Expected 0 arguments but got 1.', "See: builder-pm status --help"],
  ["slices show", 'Missing required argument "slice".', "See: builder-pm slices --help"],
  ["slices shwo", 'There is no command "slices shwo".', "Did you mean show? Use show."],
  [
    "slices show scrpt",
    'There is no slice "scrpt".',
    "Did you mean script? Use script, clickable, flow, automation or dashboard.",
  ],
  [
    "guide judgment",
    'There is no topic "judgment".',
    "Did you mean judgement? Use why-build, fluencies, loop, changes, agents, limits, quality-bar, judgement, engineers, example, prompts or faq.",
  ],
  [
    "check --answer problem=maybe",
    '"maybe" is not an answer to the item "problem". Nothing was saved.',
    "Use yes, partly or not-yet.",
  ],
  [
    "help chek",
    'There is no command "chek".',
    "Did you mean check? Use check, slices, guide, start, spec, brief, review, handoff, decide, log, park, projects, status, why, export, import, lint, undo, doctor, content, reset, completion, help or exit-codes.",
  ],
  ["--content", 'Option "--content <folder>" argument missing.', "See: builder-pm --help"],
  [
    "slices --content nowhere",
    'The content folder "nowhere" cannot be used: it does not exist.',
    "Check the path after --content, and the variable BUILDER_PM_CONTENT.",
  ],
  [
    "slices --content package.json",
    'The content folder "package.json" cannot be used: it is not a folder.',
    "Check the path after --content, and the variable BUILDER_PM_CONTENT.",
  ],
  ["reset --force", 'Unknown option "--force".', "See: builder-pm reset --help"],
];

test.each(bad)("%s ends with 2, says what is wrong and what to do", async (words, message, fix) => {
  const { code, stdout, stderr } = await run(...words.split(" "));
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: `${message}\n${fix}\n` });
});

const takeJson = bad.filter(([words]) => /^(check|slices|guide|status) (?!--answer$)/.test(words));

test.each(takeJson)("%s --json says the same in one line of JSON", async (words, message, fix) => {
  const { code, stdout, stderr } = await run(...words.split(" "), "--json");
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^.*\n$/);
  expect(JSON.parse(stderr)).toEqual({ code: 2, message, fix });
});

test("a hostile command line reaches the terminal as symbols", async () => {
  const { stderr } = await run("slices", "show", "\u001b]0;title\u0007");
  expect(stderr).toContain('There is no slice "\u241b]0;title\u2407".');
  expect((await run("\u009b31m")).stderr).toContain('"<U+009B>31m"');
});

test("help exit-codes names every code", async () => {
  const { code, stdout } = await run("help", "exit-codes");
  expect(code).toBe(0);
  expect([...stdout.matchAll(/^ +(\d+) {2}\w/gm)].map((match) => Number(match[1]))).toEqual([
    0, 1, 2, 3, 4, 70, 129, 130, 143,
  ]);
});

test("a step whose file is broken is no unknown command, and the code says that content has problems", async () => {
  const folder = createTempFolder();
  cpSync(join(root, "content"), join(folder, "content"), { recursive: true });
  writeFileSync(join(folder, "content/steps/review.md"), "---\ntitle: Review\n---\n");
  const { world, stderr } = createTestWorld(createTempFolder(), { words: ["review"] });
  expect(await main(world, folder, "1.2.3")).toBe(3);
  expect(stderr()).toMatch(/review\.md:1:1: summary: is missing/);
  expect(stderr()).toContain(
    `The step "review" cannot be used: its file has a problem.\nSee what to mend: builder-pm content lint ${join(folder, "content")}\n`,
  );
});

test("the global options stand before or after a command", async () => {
  const after = await run("status", "--no-color", "--no-input");
  expect(after).toMatchObject({ code: 0, stderr: "" });
  expect(await run("--no-color", "--no-input", "status")).toEqual(after);
});

test("a bug ends with 70 and names itself", async () => {
  const { world, stderr } = createTestWorld(createTempFolder(), { words: ["status"] });
  const broken = Object.assign(world, {
    env: new Proxy({}, { get: (_, key) => (key === "BUILDER_PM_HOME" ? 7 : undefined) }),
  });
  expect(await main(broken, root, "1.2.3")).toBe(70);
  expect(stderr()).toMatch(/^This is a bug in builder-pm: .*\nYour saved answers are as they were\./);
});

test("the version of the package is a version", () => {
  expect(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version).toMatch(/^\d+\.\d+\.\d+$/);
});
