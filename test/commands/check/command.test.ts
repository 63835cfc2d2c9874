import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type CheckOptions, runCheck } from "../../../src/commands/check/command.ts";
import { createTestContext } from "../../helpers/context.ts";
import { finished, itemIds } from "../../helpers/reality-check.ts";
import { readProgress } from "../../helpers/store.ts";

test("saves answers from flags, lists what's open on stderr and asks nothing", async () => {
  const { context, file, stdout, stderr } = createTestContext({ terminal: true });
  await runCheck(context, undefined, {
    answer: ["problem=yes", "spec=not-yet"],
    evidence: ["problem= 14 = tickets "],
  });
  const at = "2026-11-22T12:00:00.000Z";
  expect(readProgress(file).runs).toEqual([
    {
      id: "id-1",
      checklist: "reality-check",
      startedAt: at,
      answers: {
        problem: { answer: "yes", evidence: "14 = tickets", answeredAt: at },
        spec: { answer: "not-yet", answeredAt: at },
      },
    },
  ]);
  expect(stderr()).toBe("Saved. Not answered yet: slice, review and engineer.\n");
  expect(stdout()).toContain("You said yes to 1 of 5; 3 not answered yet");
});

test("a flag on a finished check starts a second, finished run", async () => {
  const { context, file, stderr } = createTestContext({ saved: finished });
  await runCheck(context, undefined, { answer: ["slice=yes"] });
  const [old, copy] = readProgress(file).runs;
  expect(old).toEqual(finished.runs[0]);
  expect(copy).toMatchObject({
    finishedAt: "2026-11-22T12:00:00.000Z",
    answers: { slice: { answer: "yes" } },
  });
  expect(copy?.answers.spec).toEqual(old?.answers.spec);
  expect(stderr()).toBe("");
});

const nothingSaved = "Nothing was saved.";
const misplaced =
  'You can only add evidence to a yes or a partly, and "spec" has neither. Nothing was saved.';
test.each<{ options: CheckOptions; id?: string; message: string; fix: string }>([
  {
    options: { answer: ["problem=maybe"] },
    message: `"maybe" isn't an answer to the item "problem". ${nothingSaved}`,
    fix: "Use yes, partly or not-yet.",
  },
  {
    options: { answer: ["problem=yes", "slice=partley"] },
    message: `"partley" isn't an answer to the item "slice". ${nothingSaved}`,
    fix: "Did you mean partly? Use yes, partly or not-yet.",
  },
  {
    options: { answer: ["problm=yes"] },
    message: 'There is no item "problm".',
    fix: "Did you mean discovery? Use discovery, scoping, specs, reviews or handoffs.",
  },
  {
    options: { answer: ["constructor=yes"] },
    message: 'There is no item "constructor".',
    fix: "Use discovery, scoping, specs, reviews or handoffs.",
  },
  {
    options: { answer: ["yes"] },
    message: '"yes" has no name or no answer.',
    fix: "Write it as: --answer name=text",
  },
  {
    options: { answer: ["=yes"] },
    message: '"=yes" has no name or no answer.',
    fix: "Write it as: --answer name=text",
  },
  {
    options: { answer: ["spec=yes", "spec=partly"] },
    message: 'You gave "spec" twice.',
    fix: "Use it only once.",
  },
  {
    options: { evidence: ["spec=words"] },
    message: misplaced,
    fix: 'builder-pm check --answer spec=partly --evidence spec="..."',
  },
  {
    options: { answer: ["spec=not-yet"], evidence: ["spec=words"] },
    message: misplaced,
    fix: 'builder-pm check --answer spec=partly --evidence spec="..."',
  },
  {
    options: { item: "engineering" },
    message: 'There is no item "engineering".',
    fix: "Did you mean handoffs? Use discovery, scoping, specs, reviews or handoffs.",
  },
  {
    id: "realty-check",
    options: {},
    message: 'There is no checklist "realty-check".',
    fix: "Did you mean reality-check?",
  },
])("rejects $options and saves nothing: $message", async ({ options, id, message, fix }) => {
  const { context, file, stdout } = createTestContext({ terminal: true });
  await expect(runCheck(context, id, options)).rejects.toMatchObject({ message, fix, exitCode: 2 });
  expect(existsSync(file)).toBe(false);
  expect(stdout()).toBe("");
});

test("accepts evidence alone for an item answered before", async () => {
  const { context, file } = createTestContext({ saved: finished });
  await runCheck(context, undefined, { evidence: ["spec=new words"] });
  expect(readProgress(file).runs[1]?.answers.spec).toMatchObject({
    answer: "partly",
    evidence: "new words",
  });
});

test.each([
  {
    name: "without a terminal",
    settings: {},
    why: "this isn't a terminal (add --accessible to answer in plain lines)",
  },
  {
    name: "with --no-input",
    settings: { terminal: true, options: { input: false } },
    why: "--no-input turns them off",
  },
  {
    name: "in CI",
    settings: { terminal: true, env: { CI: "true" } },
    why: "the variable CI turns them off",
  },
])(
  "$name it prints the checklist with its answers and names the flags",
  async ({ settings, why }) => {
    const { context, home, stdout } = createTestContext({ ...settings, saved: finished });
    const before = readFileSync(`${home}/progress.json`, "utf8");
    await expect(runCheck(context, undefined, {})).rejects.toMatchObject({
      message: `Can't ask questions: ${why}.`,
      fix:
        "Answer with flags instead: builder-pm check --answer problem=yes --evidence " +
        'problem="..."',
      exitCode: 2,
    });
    for (const id of itemIds)
      expect(stdout()).toContain(`           ${id} words\n           Item: ${id}`);
    expect(readFileSync(`${home}/progress.json`, "utf8")).toBe(before);
  },
);

test("--json asks nothing, even in a terminal, and says what's open", async () => {
  const { context, file, stdout, stderr } = createTestContext({
    terminal: true,
    words: ["check", "--json"],
  });
  await runCheck(context, undefined, { json: true });
  expect(JSON.parse(stdout())).toMatchObject({
    version: 1,
    checklist: "reality-check",
    open: false,
    total: 5,
    answered: 0,
    done: 0,
    partly: 0,
    shown: 0,
    nextStep: { command: "builder-pm check", reason: "5 honest questions, about 5 minutes" },
  });
  expect(JSON.parse(stdout()).items[0]).toEqual({
    id: "problem",
    title: "The problem is real and I can show where I saw it.",
    answer: null,
    evidence: null,
    answeredAt: null,
    level: null,
    draft: null,
  });
  expect(stderr()).toBe("");
  expect(existsSync(file)).toBe(false);
});

test("--json with an answer saves it and prints one JSON document", async () => {
  const { context, file, stdout, stderr } = createTestContext({ words: ["check", "--json"] });
  await runCheck(context, undefined, {
    json: true,
    answer: ["problem=partly"],
    evidence: ["problem=\u001b]0;x\u0007"],
  });
  const { open, answered: count, items } = JSON.parse(stdout());
  expect({ open, count, evidence: items[0].evidence }).toEqual({
    open: true,
    count: 1,
    evidence: "\u001b]0;x\u0007",
  });
  expect(readProgress(file).runs[0]?.answers.problem?.evidence).toBe("\u001b]0;x\u0007");
  expect(stderr()).toBe("");
});

test("a first check that leaves one item open suggests a drill for it", async () => {
  const { context, stdout } = createTestContext();
  const answer = itemIds.map((id) => `${id}=${id === "review" ? "not-yet" : "yes"}`);
  await runCheck(context, undefined, { answer });
  expect(stdout()).toMatch(/builder-pm practice [a-z-]+\n/);
});
