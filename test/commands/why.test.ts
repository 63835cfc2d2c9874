import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runWhy } from "../../src/commands/why.ts";
import type { Progress } from "../../src/domain/progress/progress.ts";
import { createTestContext } from "../helpers/context.ts";
import { library, projectAfter, sampleAnswers } from "../helpers/loop.ts";
import { answered, runOf } from "../helpers/samples.ts";

const kept = projectAfter("spec", "brief", "review", "handoff", "decide");
const answers = {
  problem: answered("yes", { evidence: "14 tickets", day: 20 }),
  slice: answered("partly", { day: 20 }),
  gone: answered("yes", { day: 20 }),
};
const saved: Progress = {
  version: 2,
  runs: [{ ...runOf("a", answers, { day: 20 }), checklist: "reality-check" }],
  projects: [kept],
};
const words = ["why", "--json"];

test("shows what was said about an item, and the answer that shows it", async () => {
  const { context, stdout, stderr } = createTestContext({ saved });
  await runWhy(context, "problem");
  expect(stdout()).toContain("Yes, on Nov 20, 2026: 14 tickets");
  expect(stdout()).toContain("Monday report (script), kept on Nov 6, 2026");
  expect(stdout().replaceAll(/\s+/g, " ")).toContain(sampleAnswers.spec?.evidence);
  expect(stdout()).not.toContain("Next");
  expect(stderr()).toBe("");
});

test("says what would show an item without evidence, and prints one command", async () => {
  const { context, stdout } = createTestContext({ saved });
  await runWhy(context, "engineer");
  expect(stdout()).toContain('A finished project with an answer to "What did the engineer say?"');
  expect(stdout().match(/builder-pm /g)).toHaveLength(1);
  expect(stdout()).toContain("    builder-pm handoff --project script --redo reply");
});

test("names the other question whose answer shows it, too", async () => {
  const { context, stdout } = createTestContext();
  await runWhy(context, "problem");
  expect(stdout().replaceAll(/\s+/g, " ")).toContain(
    'A finished project with an answer to "Where did you see this?", or to "Who does what today, ' +
      'and where does it hurt?" with a number, a date or a source',
  );
});

test("is short for a new person, suggests the check, and saves nothing", async () => {
  const { context, file, stdout } = createTestContext();
  await runWhy(context, "slice");
  expect(stdout()).toContain("Nothing yet.");
  expect(stdout()).toContain("builder-pm check    5 honest questions, about 5 minutes");
  expect(stdout().trimEnd().split("\n").length).toBeLessThan(15);
  expect(existsSync(file)).toBe(false);
});

test("lists every item with its evidence if none is named", async () => {
  const { context, stdout, stderr } = createTestContext({ saved, terminal: true });
  await runWhy(context);
  const names = library.checklists[0]?.items.map(({ label }) => label) ?? [];
  expect([...stdout().matchAll(/^ {11}([a-z]+)(?=:|$)/gm)].map(([, id]) => id)).toEqual(names);
  expect(stdout()).toContain('           discovery: "42 minutes by stopwatch on 2 November');
  expect(stdout().match(/Monday report/g)).toHaveLength(1);
  expect(stdout()).toMatch(
    /- Monday report \(script\), kept on .*: discovery, scoping, specs\s+and\s+reviews/,
  );
  expect(stderr()).toBe(`\n  See one: builder-pm why ${names[0]}\n`);
});

test("shows a removed item under its id", async () => {
  const { context, stdout } = createTestContext({ saved });
  await runWhy(context, "gone");
  expect(stdout()).toMatch(
    /yes {6}gone {2}you said so\n\n {2}This item was removed from the checklist/,
  );
});

test("suggests the closest item or checklist for an unknown one", async () => {
  const { context } = createTestContext({ saved });
  await expect(runWhy(context, "probelm")).rejects.toMatchObject({
    message: 'There is no item "probelm".',
    fix: "Did you mean discovery? Use discovery, scoping, specs, reviews, handoffs or gone.",
    exitCode: 2,
  });
  await expect(runWhy(context, "problem", "reality")).rejects.toMatchObject({
    message: 'There is no checklist "reality".',
    exitCode: 2,
  });
});

test("--json prints one document with the items and their full evidence", async () => {
  const one = createTestContext({ saved, words });
  await runWhy(one.context, "problem");
  const { item, ...rest } = JSON.parse(one.stdout());
  expect(rest).toEqual({ version: 1, checklist: "reality-check" });
  expect(item).toMatchObject({
    id: "problem",
    answer: "yes",
    evidence: "14 tickets",
    level: "shown",
    wouldShow: null,
    nextStep: null,
    shownBy: [
      {
        project: "script",
        title: "Monday report",
        closed: { as: "done", at: kept.closed?.at },
        answer: [sampleAnswers.spec?.evidence],
      },
    ],
  });
  const all = createTestContext({ saved, words });
  await runWhy(all.context);
  const { items } = JSON.parse(all.stdout());
  expect(items).toHaveLength(5);
  expect(items[0]).toEqual(item);
});

test("typed text can't control the terminal, and nothing changes", async () => {
  const title = "\u001b]0;x\u0007";
  const { context, file, stdout } = createTestContext({
    saved: { ...saved, projects: [{ ...kept, title }] },
  });
  const before = readFileSync(file, "utf8");
  await runWhy(context, "problem");
  await runWhy(context);
  expect(stdout()).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("takes the name that screens have for an item, and says which answers lack evidence", async () => {
  const checked = {
    problem: answered("yes"),
    slice: answered("partly", { evidence: "2 hours" }),
    review: answered("not-yet"),
  };
  const run = { ...runOf("a", checked), checklist: "reality-check" };
  const { context, stdout } = createTestContext({ saved: { ...saved, runs: [run], projects: [] } });
  await runWhy(context, "Scoping");
  expect(stdout()).toMatch(
    /partly {3}What I build is small and has a clear end\. {2}with evidence\n/,
  );
  await runWhy(context);
  expect(stdout()).toContain("           discovery: no evidence yet (");
  expect(stdout()).toContain("           reviews: answered on ");
});
