import { expect, test } from "vitest";
import { main } from "../src/cli.ts";
import { commands } from "../src/command-table.ts";
import { createTestWorld, root, runMain as run } from "./helpers/context.ts";
import { steps } from "./helpers/loop.ts";
import { createTempFolder } from "./helpers/temp.ts";

/** Matches a line of the help that lists one command, and takes its name and summary. */
const row = /^ {2}([a-z-]+) +(.*)$/gm;

test("the root help fits a window of 24 rows and 80 columns, and lists check first", async () => {
  const { code, stdout, stderr } = await run("--help");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect([...stdout.matchAll(row)][0]?.[1]).toBe("check");
  expect(stdout.trimEnd().split("\n").length).toBeLessThanOrEqual(23);
  expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  expect(await run("-h")).toEqual(await run("--help"));
  expect(await run("help")).toEqual(await run("--help"));
  expect(await run()).toEqual(await run("--help"));
});

test("the root help has its headings and hints around the commands", async () => {
  const { stdout } = await run("--help");
  const frame = stdout.replaceAll(row, "  ...").replaceAll(/(\n {2}\.\.\.)+/g, "\n  ...");
  expect(frame.replace(/^More: .*(\n {6}.*)*$/m, "More: ...")).toMatchInlineSnapshot(`
    "Usage: builder-pm [command] [options]    For one command: builder-pm help check
    A calm coach for product managers who are learning to build.
    Start here:
      ...
    The loop:
      ...
    Where you are:
      ...
    More: ...
    Options: --no-color, --no-input, --accessible, ... (builder-pm help options)
    "
  `);
});

test("the root help lists every command and step once, in its group", async () => {
  const { stdout } = await run("--help");
  const listed = stdout.split(/\n(?=\S)/).flatMap((section) => {
    const [group = ""] = /^.*:(?=\n)/m.exec(section) ?? [];
    return [...section.matchAll(row)].map(([, name, summary]) => ({ name, group, summary }));
  });
  const rare = /^More: (.*(?:\n {6}.*)*)$/m
    .exec(stdout)?.[1]
    ?.replace(/\s+\(what they do: .*/s, "");
  const loop = steps.map(({ id, summary }) => ({ name: id, group: "The loop:", summary }));
  const common = commands.filter(({ group }) => group !== "More:");
  const expected = [
    ...common.map(({ name, group, summary }) => ({ name, group, summary })),
    ...loop,
  ];
  expect(listed).toHaveLength(expected.length);
  expect(listed).toEqual(expect.arrayContaining(expected));
  expect(rare?.split(/,\s+/)).toEqual(
    commands.filter(({ group }) => group === "More:").map(({ name }) => name),
  );
});

test.each(commands.map(({ name }) => name))(
  "%s prints help with an example in 80 columns, in three ways",
  async (name) => {
    const help = await run(name, "--help");
    expect(help).toMatchObject({ code: 0, stderr: "" });
    expect(help.stdout).toContain(`Usage: builder-pm ${name}`);
    expect(help.stdout).not.toContain("\n\n\n");
    expect(help.stdout).toMatch(new RegExp(`\\nExamples?:\\n {2}builder-pm ${name}`));
    expect(help.stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(await run(name, "-h")).toEqual(help);
    expect(await run("help", name)).toEqual(help);
  },
);

test("prints the help of check and of a subcommand", async () => {
  expect((await run("check", "--help")).stdout).toMatchInlineSnapshot(`
    "Usage: builder-pm check [options] [checklist]

    Takes you through the reality check, one question at a time, and saves each
    answer.

    Arguments:
      checklist               a checklist (default: the reality check)

    Options:
      --item <item>           ask one item again
      --answer <item=answer>  answer without being asked: yes, partly or not-yet
                              (repeat for more)
      --evidence <item=text>  what evidence you could show (repeat for more)
      --json                  print JSON and ask nothing

    Every command: --color, --no-color, --no-input, --accessible, --content,
                   --version, --help (builder-pm help options)

    Examples:
      builder-pm check
      builder-pm check --item discovery
      builder-pm check --answer specs=partly --evidence specs="2 of 3 specs in May"
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

    Every command: --color, --no-color, --no-input, --accessible, --content,
                   --version, --help (builder-pm help options)

    Example:
      builder-pm slices show script
    "
  `);
});

test("puts the words of a command below it where there is no room beside it", async () => {
  const words = ["projects", "--help"];
  const { world, stdout } = createTestWorld(createTempFolder(), { words, columns: 50 });
  await main(world, root);
  const [help = ""] = stdout().split("Examples:");
  expect(help.split("\n").filter((line) => line.length > 50)).toEqual([]);
  expect(help).not.toContain("-h, --help");
  expect(help).toContain("  switch <project>\n      choose the current project\n");
});

test.each([["--help"], ["help", "start"]])(
  "%s %s keeps its columns in a window of 50",
  async (...words) => {
    const { world, stdout } = createTestWorld(createTempFolder(), { words, columns: 50 });
    await main(world, root);
    const [help = ""] = stdout().split("Examples:");
    expect(help.split("\n").filter((line) => line.length > 50)).toEqual([]);
    // What doesn't fit goes on below its own column.
    for (const label of ["More: ", "Options: ", "Every command: ", "  spec       "])
      if (help.includes(label))
        expect(help).toMatch(new RegExp(`^${label}.*\\n {${label.length}}`, "m"));
  },
);

test("help options lists the options of every command", async () => {
  const { code, stdout } = await run("help", "options");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ {2}--accessible +ask with plain numbered lines, for screen readers$/m);
});

test("help more says what each command does that the help only names", async () => {
  const { stdout } = await run("help");
  const [, names = ""] = /^More: ([^(]*)\(what/m.exec(stdout) ?? [];
  const more = await run("help", "more");
  expect(more.code).toBe(0);
  const listed = [...more.stdout.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) => name);
  expect(listed).toEqual(names.split(/,\s*/).map((name) => name.trim()));
  expect(more.stdout).toMatch(/^ {2}redact +take a secret out wherever it is saved$/m);
});

test.each([
  ["export page.html", "To write a page to a file: -o page.html. See: builder-pm export --help"],
  ["status page.html", "See: builder-pm status --help"],
  ["spec README.md", "To read your notes: --from README.md. See: builder-pm spec --help"],
  ["doctor README.md", "See: builder-pm doctor --help"],
])("says where the file of '%s' goes, if anywhere", async (words, fix) => {
  const { stderr } = await run(...words.split(" "));
  expect(stderr.split("\n").at(-2)).toBe(fix);
});

test("takes no word for one of JavaScript's own names", async () => {
  const { stderr } = await run("constructor");
  expect(stderr).toContain('Unknown command "constructor"');
  expect(stderr).not.toContain("function");
});

test("help options names every option, and a narrow root help has its groups apart", async () => {
  const { stdout } = await run("help", "options");
  expect(stdout).toMatch(/^ {2}-h, --help {2,}show help$/m);
  const { world, stdout: narrow } = createTestWorld(createTempFolder(), {
    words: ["--help"],
    columns: 50,
    terminal: true,
  });
  await main(world, root);
  expect(narrow()).toMatch(/\sbuild\.\n\nStart here:\n/);
});
