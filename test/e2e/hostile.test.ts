import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../src/cli.ts";
import { commands } from "../../src/command-table.ts";
import type { Progress } from "../../src/domain/progress/progress.ts";
import { createTestWorld, root } from "../helpers/context.ts";
import { ACTS, hostile } from "../helpers/hostile.ts";
import { progressWith, projectAfter, steps } from "../helpers/loop.ts";
import { answered, noon, progressOf, runOf } from "../helpers/samples.ts";
import { createTempFolder } from "../helpers/temp.ts";

const texts = Object.values(hostile);
const all = texts.join(" and ");
const at = noon(9).toISOString();

/** Adds hostile text to everything a person typed; keeps names, ids, times and choices. */
function poison<T>(value: T, key = ""): T {
  if (typeof value === "string") {
    const isName =
      /^(?:id|uid|slice|step|question|kind|as)$|At$|^at$/.test(key) || /^[a-z-]+$|^\d/.test(value);
    return (isName ? value : `${value} ${all}`) as T;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    poison(inner, Array.isArray(value) ? key : name),
  ]);
  return (
    Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
  ) as T;
}

function createProgress(): Progress {
  const open = projectAfter("spec", "brief", "review", "handoff");
  const amendment = {
    step: "spec",
    question: "checks",
    before: ["Old text"],
    after: ["New text"],
    because: "A reason",
    at,
  };
  const project = poison({
    ...open,
    amendments: [amendment],
    passes: [{ what: "First pass", minutes: 30, at }],
    parked: [{ idea: "An idea", at }],
    grants: [{ kind: "extension" as const, minutes: 60, because: "A reason", after: 1, at }],
    rounds: [{ answers: open.answers, endedAt: at }],
    versions: [open],
  });
  const { runs } = progressOf({
    ...runOf("a", { problem: answered("yes", { evidence: all }) }),
    checklist: "reality-check",
  });
  const ended = { ...project, uid: "u2", id: "script-2", closed: { as: "killed" as const, at } };
  return { ...progressWith(project, ended), runs };
}

const progress = createProgress();
const importedText = JSON.stringify({
  ...progress,
  projects: [{ ...progress.projects[0], uid: "new" }],
});

/** Runs a command line in this process and returns everything it prints. */
async function print(words: readonly string[], saved?: Progress): Promise<string> {
  const home = createTempFolder();
  if (saved) writeFileSync(join(home, "progress.json"), JSON.stringify(saved));
  writeFileSync(join(home, "lint.md"), `# Problem\n${all}\n\n# Checks\n- It is fast ${all}\n`);
  writeFileSync(join(home, "import.json"), importedText);
  const { world, stdout, stderr } = createTestWorld(home, {
    words: words.map((word) => word.replace("HOME", home)),
  });
  await main(world, root);
  return stdout() + stderr();
}

const printing = [
  [],
  // The MCP server prints messages for a program, and waits for them.
  ...commands.filter(({ name }) => name !== "mcp").map(({ name }) => [name]),
  ["agent", "instructions"],
  ["check", "--json"],
  ["check", "--answer", "slice=yes", "--evidence", `slice=${all}`],
  ...steps.flatMap(({ id }) => [
    [id, "--print"],
    [id, "--json"],
    [id, "--print", "--project", "script-2"],
  ]),
  ["spec", "--answer", `stop=${all}`, "--because", all],
  ["log", all, "--minutes", "5"],
  ["park", all],
  ["projects", "--json"],
  ["projects", "switch", "script-2"],
  ["status", "--json"],
  ["start", "script", "--title", all, "--anyway"],
  ["export", "--format", "text"],
  ["export", "--json"],
  ["export", "--project", "script"],
  ["lint", "HOME/lint.md"],
  ["lint", "HOME/lint.md", "--json"],
  ["import", "HOME/import.json"],
  ["import", "HOME/import.json", "--dry-run"],
  ["import", "HOME/import.json", "--replace"],
  ["import", "HOME/import.json", "--replace", "--yes"],
];

test.each(
  printing.map((words) => [words.join(" ").replaceAll(all, "...") || "alone", words] as const),
)("typed text can't control the terminal: builder-pm %s", async (_, words) => {
  const printed = await print(words, progress);
  expect(printed.length).toBeGreaterThan(20);
  expect(ACTS.exec(printed)?.[0]).toBeUndefined();
});

test("hostile text is printed, not dropped", async () => {
  expect(await print(["export"], progress)).toContain("\u241b\\]52;c;");
  expect(await print(["brief", "--print"], progress)).toContain("\u241b]52;c;");
  expect(await print(["status"], progress)).toContain("\u241b]52;c;");
});

test.each(Object.entries(hostile))(
  "a command line can't control the terminal: %s",
  async (_, text) => {
    const lines = [
      [text],
      ["check", text],
      ["slices", "show", text],
      ["export", "--format", text],
      ["export", "-o", `HOME/no/${text.replaceAll("\u0000", "")}`],
      ["import", `HOME/${text.replaceAll("\u0000", "")}`],
    ];
    for (const words of lines) {
      const printed = await print(words);
      expect(printed).not.toBe("");
      expect(ACTS.exec(printed)?.[0]).toBeUndefined();
    }
  },
);
