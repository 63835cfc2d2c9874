import { expect, test } from "vitest";
import { commands } from "../src/command-table.ts";
import { runMain as run } from "./helpers/context.ts";

test("the root help fits 30 lines of 80 columns and lists check first", async () => {
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
      start      start a project from a slice
      spec       write a one-page spec with checks you can judge
      brief      print the brief for your coding agent, lock the spec
      log        log one pass with the agent and its minutes
      review     judge the first pass against your own checks
      handoff    make one page for your engineer, with your questions
      decide     keep, revise, hand over or kill, with a reason
      park       save an idea for later, so the slice stays small

    Where you are:
      projects   all your projects, open and finished
      status     your answers, your open project and the next step
      why        the evidence for each item
      export     your progress page, to keep or share

    More: import, lint, undo, doctor, content, reset, completion, help
    Options: --no-color, --no-input, --accessible, --content, --version, --help

    Start: builder-pm check    Help for one command: builder-pm help check
    "
  `);
  expect(stdout.trimEnd().split("\n").length).toBeLessThanOrEqual(30);
  expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  expect(await run("-h")).toEqual(await run("--help"));
  expect(await run("help")).toEqual(await run("--help"));
  expect(await run()).toEqual(await run("--help"));
});

test.each(commands.map(({ name }) => name))(
  "%s prints help with an example in 80 columns, in three ways",
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

test("prints the help of check and of a subcommand", async () => {
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
      --color                 use color
      --no-color              don't use color
      --no-input              never ask; name the flags to use instead
      --accessible            ask with plain numbered lines, for screen readers
      --content <folder>      add your own content (repeat for more)
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

    Shows one slice: who it's for, an example, its checks, and when to stop.

    Arguments:
      slice               the slice, for example script

    Options:
      --json              print JSON
      -h, --help          show help

    Global Options:
      --color             use color
      --no-color          don't use color
      --no-input          never ask; name the flags to use instead
      --accessible        ask with plain numbered lines, for screen readers
      --content <folder>  add your own content (repeat for more)
      -V, --version       print the version

    Example:
      builder-pm slices show script
    "
  `);
});
