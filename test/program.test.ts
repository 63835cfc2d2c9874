import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../src/cli.ts";
import { loadLibrary } from "../src/content/load.ts";
import { joinWords } from "../src/domain/text/words.ts";
import { createTestWorld, root, runMain as run } from "./helpers/context.ts";
import { createTempFolder } from "./helpers/temp.ts";

test.each([["--help"], ["slices"], ["status"]])(
  "%s doesn't open stdin or stderr, which takes time",
  async (word) => {
    const { world, stdout } = createTestWorld(createTempFolder(), { words: [word] });
    const fail = () => {
      throw new Error("a stream was opened that is not needed");
    };
    const closed = Object.defineProperties(world, {
      stdin: { get: fail },
      stderr: { get: fail },
    });
    const code = await main(closed, root);
    expect(code).toBe(0);
    expect(stdout()).not.toBe("");
  },
);

test.each(["--version", "-V", "--version --no-color", "--json -V"])(
  "%s prints only the version",
  async (words) => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(await run(...words.split(" "))).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  },
);

const { slices, guide } = await loadLibrary({ folder: join(root, "content") }, ["slices", "guide"]);

/** Returns "a, b or c" for the ids of content. */
function listIds(entries: readonly { id: string }[]): string {
  return joinWords(
    entries.map(({ id }) => id),
    "or",
  );
}

const bad: [words: string, message: string, fix: string][] = [
  ["chek", 'Unknown command "chek".', "Did you mean this? builder-pm check"],
  ["slice", 'Unknown command "slice".', "Did you mean this? builder-pm slices"],
  ["zzzzzz", 'Unknown command "zzzzzz".', "See: builder-pm --help"],
  ["check --jsn", 'Unknown option "--jsn".', "Did you mean --json?"],
  ["--colr", 'Unknown option "--colr".', "Did you mean --color?"],
  ["check --zzzzzz", 'Unknown option "--zzzzzz".', "See: builder-pm check --help"],
  [
    "check --answer",
    '"--answer" needs a value: --answer <item=answer>',
    "See: builder-pm check --help",
  ],
  [
    "check reality-check more",
    '"check" takes 1 word after it, and got 2.',
    "Put quotes around text with spaces. See: builder-pm check --help",
  ],
  [
    "team sums/a.json sums/b.json",
    '"team" takes 1 word after it, and got 2.',
    `Name the folder that they are in: builder-pm team ${join(process.cwd(), "sums")}`,
  ],
  [
    "status now",
    '"status" takes only options after it, no other words.',
    "See: builder-pm status --help",
  ],
  [
    "slices show",
    '"builder-pm slices show" needs the slice.',
    "For example: builder-pm slices show script\nSee: builder-pm slices show --help",
  ],
  [
    "team",
    '"builder-pm team" needs the folder with the files that export --summary wrote.',
    "For example: builder-pm team summaries\nSee: builder-pm team --help",
  ],
  [
    "import",
    '"builder-pm import" needs the file to import, or - to read from a pipe.',
    "For example: builder-pm import progress.json\nSee: builder-pm import --help",
  ],
  [
    "slices script",
    'There is no command "slices script".',
    "Did you mean this? builder-pm slices show script",
  ],
  [
    "guide script",
    'There is no guide page "script".',
    "Did you mean this? builder-pm slices show script",
  ],
  [
    "slices show sample-import",
    'There is no slice "sample-import".',
    "Did you mean this? builder-pm practice sample-import",
  ],
  [
    "practice judgment",
    'There is no drill "judgment".',
    "Did you mean this? builder-pm guide judgment",
  ],
  [
    "check script",
    'There is no checklist "script".',
    "Did you mean this? builder-pm slices show script",
  ],
  [
    "drills sample-import",
    'Unknown command "drills".',
    "Did you mean this? builder-pm practice sample-import",
  ],
  ["drills", 'Unknown command "drills".', "Did you mean this? builder-pm practice --list"],
  ["script", 'Unknown command "script".', "Did you mean this? builder-pm slices show script"],
  ["slice script", 'Unknown command "slice".', "Did you mean this? builder-pm slices show script"],
  [
    "projects script",
    'There is no command "projects script".',
    "Use switch, rename or folder, as in: builder-pm projects switch script-2",
  ],
  [
    "slices view",
    'There is no command "slices view".',
    "Use show, as in: builder-pm slices show script",
  ],
  [
    "slices shwo",
    'There is no command "slices shwo".',
    "Did you mean show? Use show, as in: builder-pm slices show script",
  ],
  [
    "slices show scrpt",
    'There is no slice "scrpt".',
    `Did you mean script? Use ${listIds(slices.filter(({ own }) => !own))}.`,
  ],
  [
    "guide judgmant",
    'There is no guide page "judgmant".',
    `Did you mean judgment? Use ${listIds(guide)}.`,
  ],
  [
    "check --answer problem=maybe",
    '"maybe" isn\'t an answer to the item "problem". Nothing was saved.',
    "Use yes, partly or not-yet.",
  ],
  ["help chek", 'Unknown command "chek".', "Did you mean this? builder-pm check"],
  ["help zzzzzz", 'Unknown command "zzzzzz".', "See: builder-pm --help"],
  ["--content", '"--content" needs a value: --content <folder>', "See: builder-pm --help"],
  [
    "slices --content nowhere",
    `The content folder "nowhere" can't be used: it doesn't exist.`,
    "Check the path after --content or in the variable BUILDER_PM_CONTENT.",
  ],
  [
    "slices --content package.json",
    `The content folder "package.json" can't be used: it is not a folder.`,
    "Check the path after --content or in the variable BUILDER_PM_CONTENT.",
  ],
  ["reset --force", 'Unknown option "--force".', "See: builder-pm reset --help"],
];

test.each(bad)(
  "%s exits with 2, says what is wrong and what to do",
  async (words, message, fix) => {
    const { code, stdout, stderr } = await run(...words.split(" "));
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: "",
      stderr: `${message}\n${fix}\n`,
    });
  },
);

const takeJson = bad.filter(([words]) => /^(check|slices|guide|status) (?!--answer$)/.test(words));

test.each(takeJson)(
  "%s --json prints the same as one line of JSON",
  async (words, message, fix) => {
    const { code, stdout, stderr } = await run(...words.split(" "), "--json");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^.*\n$/);
    expect(JSON.parse(stderr)).toEqual({ code: 2, message, fix });
  },
);

test("shows a hostile command line as symbols", async () => {
  const { stderr } = await run("slices", "show", "\u001b]0;title\u0007");
  expect(stderr).toContain('There is no slice "\u241b]0;title\u2407".');
  expect((await run("\u009b31m")).stderr).toContain('"<U+009B>31m"');
});

test("help exit-codes lists every code", async () => {
  const { code, stdout } = await run("help", "exit-codes");
  expect(code).toBe(0);
  expect([...stdout.matchAll(/^ +(\d+) {2}\w/gm)].map((match) => Number(match[1]))).toEqual([
    0, 1, 2, 3, 4, 70, 129, 130, 143,
  ]);
});

test("a step with a broken file reports the file, not an unknown command", async () => {
  const folder = createTempFolder();
  cpSync(join(root, "content"), join(folder, "content"), { recursive: true });
  writeFileSync(join(folder, "content/steps/review.md"), "---\ntitle: Review\n---\n");
  const { world, stderr } = createTestWorld(createTempFolder(), { words: ["review"] });
  expect(await main(world, folder)).toBe(3);
  expect(stderr()).toMatch(/review\.md:1:1: summary: is missing/);
  expect(stderr()).toContain(
    `The step "review" can't be used: its file has a problem.\n` +
      `See what to fix: builder-pm content lint ${join(folder, "content")}\n`,
  );
});

test("accepts the global options before or after a command", async () => {
  const after = await run("status", "--no-color", "--no-input");
  expect(after).toMatchObject({ code: 0, stderr: "" });
  expect(await run("--no-color", "--no-input", "status")).toEqual(after);
});

test("--colour and --no-colour are accepted as --color and --no-color", async () => {
  const american = await run("slices", "--no-color");
  expect(await run("slices", "--no-colour")).toEqual(american);
  expect(await run("--colour", "slices")).toEqual(await run("--color", "slices"));
  const typed = await run("guide", "--", "--colour");
  expect(typed.stderr).toContain('There is no guide page "--colour".');
});

test("a bug exits with 70 and says it is a bug", async () => {
  const { world, stderr } = createTestWorld(createTempFolder(), { words: ["status"] });
  const broken = Object.assign(world, {
    env: new Proxy({}, { get: (_, key) => (key === "BUILDER_PM_HOME" ? 7 : undefined) }),
  });
  expect(await main(broken, root)).toBe(70);
  expect(stderr()).toMatch(
    /^This is a bug in builder-pm: .*\nYour saved answers weren't changed\./,
  );
});

test("package.json has a valid version", () => {
  expect(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version).toMatch(
    /^\d+\.\d+\.\d+$/,
  );
});
