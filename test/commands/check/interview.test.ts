import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runCheck } from "../../../src/commands/check/command.ts";
import { createTestContext } from "../../helpers/context.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { finished, halfWay, itemIds, notYet } from "../../helpers/reality-check.ts";
import { answered, runOf } from "../../helpers/samples.ts";
import { openTestStore, readProgress } from "../../helpers/store.ts";

test("a full check asks every item, takes evidence and shows the result", async () => {
  const answers: ScriptedAnswer[] = [
    { choose: "yes" },
    { type: "14 tickets", hint: "Press Enter to skip. Type < to go back" },
    { choose: "partly" },
    { type: "" },
    notYet,
    notYet,
    notYet,
  ];
  const { context, file, stdout, stderr } = createTestContext({ terminal: true, answers });
  await runCheck(context, undefined, {});
  const [run] = readProgress(file).runs;
  expect(run).toMatchObject({ id: "id-1", finishedAt: "2026-11-22T12:00:00.000Z" });
  expect(
    Object.entries(run?.answers ?? {}).map(([id, { answer, evidence }]) => [id, answer, evidence]),
  ).toEqual([
    ["problem", "yes", "14 tickets"],
    ["slice", "partly", undefined],
    ...["spec", "review", "engineer"].map((id) => [id, "not-yet", undefined]),
  ]);
  for (let number = 1; number <= 5; number++) expect(stderr()).toContain(`Question ${number} of 5`);
  expect(stdout()).toContain("You said yes to 1 of 5, partly to 1");
});

test("an agent's draft is shown and kept by Enter", async () => {
  const at = "2026-11-21T12:00:00.000Z";
  const draft = { answer: "yes" as const, evidence: "14 tickets", answeredAt: at };
  const run = { checklist: "reality-check", startedAt: at, finishedAt: at };
  const answers: ScriptedAnswer[] = [
    { choose: "yes", startsOn: "yes" },
    { type: "14 tickets", startsOn: "14 tickets" },
    ...[notYet, notYet, notYet, notYet],
  ];
  const runs = [{ ...run, id: "agent", answers: { problem: { ...draft, via: "agent" as const } } }];
  const saved = { version: 2 as const, runs, projects: [] };
  const { context, file, stdout, stderr } = createTestContext({ terminal: true, saved, answers });
  await runCheck(context, undefined, {});
  expect(stderr()).toContain('Your agent\'s draft: yes, "14 tickets"');
  expect(readProgress(file).runs[1]?.answers.problem).toEqual({
    ...draft,
    answeredAt: "2026-11-22T12:00:00.000Z",
  });
  expect(stdout()).toContain("You said yes to 1 of 5");
  expect(stdout()).not.toContain("Your agent drafted");
});

test("an open check continues at its first open item", async () => {
  const { context, file, stderr } = createTestContext({
    terminal: true,
    saved: halfWay,
    answers: [notYet, notYet, notYet],
  });
  await runCheck(context, undefined, {});
  expect(stderr().match(/Question \d/g)).toEqual(["Question 2", "Question 4", "Question 5"]);
  expect(readProgress(file).runs).toHaveLength(1);
  expect(readProgress(file).runs[0]?.answers.problem).toEqual(answered("yes"));
});

test("a new check asks every item again and shows the old answers", async () => {
  const answers: ScriptedAnswer[] = [
    { choose: "not-yet", startsOn: "partly" },
    notYet,
    notYet,
    notYet,
    notYet,
  ];
  const { context, file, stdout, stderr } = createTestContext({
    terminal: true,
    saved: finished,
    answers,
  });
  await runCheck(context, undefined, {});
  for (const id of itemIds) expect(stderr()).toContain(`Your last answer: partly, "${id} words"`);
  expect(readProgress(file).runs).toMatchObject([finished.runs[0], { id: "id-1" }]);
  expect(stdout()).toContain("Last time (3 weeks ago): yes to 0 of 5");
});

test(`"I'm not sure" shows what good looks like, asks again and is never saved`, async () => {
  const answers: ScriptedAnswer[] = [
    { choose: "not-sure" },
    notYet,
    notYet,
    notYet,
    notYet,
    notYet,
  ];
  const { context, file, stderr } = createTestContext({ terminal: true, answers });
  await runCheck(context, undefined, {});
  expect(stderr()).toContain(
    "What this looks like\n\n  Good:       14 of our 30 support agents copy order numbers",
  );
  expect(stderr()).toContain('  Too vague:  "Everyone wants this."');
  expect(readFileSync(file, "utf8")).not.toContain("not-sure");
});

test("goes back to the first question, which keeps its text on Enter", async () => {
  const answers: ScriptedAnswer[] = [
    { choose: "yes" },
    { type: "14 tickets" },
    { choose: "back" },
    { choose: "partly", startsOn: "yes" },
    {
      type: "",
      startsOn: "14 tickets",
      hint: "Change it, or press Enter to keep it. Type < to go back",
    },
    notYet,
    notYet,
    notYet,
    notYet,
  ];
  const { context, file } = createTestContext({ terminal: true, answers });
  await runCheck(context, undefined, {});
  expect(readProgress(file).runs[0]?.answers.problem).toMatchObject({
    answer: "partly",
    evidence: "14 tickets",
  });
  const first = createTestContext({ terminal: true, answers: [{ choose: "back" }] });
  await expect(runCheck(first.context, undefined, {})).rejects.toThrow(
    "offers yes,partly,not-yet,not-sure, not",
  );
});

test("< at the evidence goes back to the answer and is not saved", async () => {
  const answers: ScriptedAnswer[] = [
    { choose: "yes" },
    { type: "<" },
    { choose: "not-yet" },
    notYet,
    notYet,
    notYet,
    notYet,
  ];
  const { context, file } = createTestContext({ terminal: true, answers });
  await runCheck(context, undefined, {});
  expect(readProgress(file).runs[0]?.answers.problem).toEqual({
    answer: "not-yet",
    answeredAt: "2026-11-22T12:00:00.000Z",
  });
});

test("< at the question about vague evidence goes back to the evidence, and is not saved", async () => {
  const answers: ScriptedAnswer[] = [
    { choose: "partly" },
    { type: "seemed fine" },
    { type: "seemed fine <", asked: "Want to add that?", startsOn: "seemed fine " },
    { type: "<", asked: "What evidence", startsOn: "seemed fine" },
    { choose: "yes", startsOn: "partly" },
    { type: "12 tickets in May", startsOn: "seemed fine" },
  ];
  const { context, file } = createTestContext({ terminal: true, saved: finished, answers });
  await runCheck(context, undefined, { item: "engineer" });
  expect(readProgress(file).runs.at(-1)?.answers.engineer).toMatchObject({
    answer: "yes",
    evidence: "12 tickets in May",
  });
});

test("going on after going back two items shows the one in between", async () => {
  const answers: ScriptedAnswer[] = [
    { choose: "not-yet" },
    { choose: "not-yet" },
    { choose: "back" },
    { choose: "back" },
    { choose: "not-yet", startsOn: "not-yet" },
    { choose: "not-yet", startsOn: "not-yet" },
    notYet,
    notYet,
    notYet,
  ];
  const { context, file } = createTestContext({ terminal: true, answers });
  await runCheck(context, undefined, {});
  expect(Object.keys(readProgress(file).runs[0]?.answers ?? {})).toHaveLength(5);
});

test("asks once before it clears evidence", async () => {
  const cleared: ScriptedAnswer[] = [{ choose: "partly" }, { clear: true, startsOn: "spec words" }];
  for (const choice of ["clear", "keep"]) {
    const kept: ScriptedAnswer[] = choice === "keep" ? [{ type: "" }] : [];
    const answers = [...cleared, { choose: choice, asked: "Clear your answer?" }, ...kept];
    const { context, file } = createTestContext({ terminal: true, saved: finished, answers });
    await runCheck(context, undefined, { item: "spec" });
    const { evidence } = readProgress(file).runs.at(-1)?.answers.spec ?? {};
    expect(evidence).toBe(choice === "keep" ? "spec words" : undefined);
  }
});

test("--item asks one item of a finished check and saves a finished copy", async () => {
  const answers: ScriptedAnswer[] = [
    { choose: "yes", startsOn: "partly" },
    { type: "Mira, 3 June" },
  ];
  const { context, file, stderr } = createTestContext({ terminal: true, saved: finished, answers });
  await runCheck(context, undefined, { item: "review" });
  expect(stderr()).toContain("Question 4 of 5");
  const [old, copy] = readProgress(file).runs;
  expect(old).toEqual(finished.runs[0]);
  expect(copy?.finishedAt).toBeDefined();
  expect(copy?.answers).toMatchObject({
    ...old?.answers,
    review: { answer: "yes", evidence: "Mira, 3 June" },
  });
});

test("--item in an open check asks only that item and leaves the check open", async () => {
  const { context, file } = createTestContext({
    terminal: true,
    saved: halfWay,
    answers: [notYet],
  });
  await runCheck(context, undefined, { item: "problem" });
  expect(readProgress(file).runs).toHaveLength(1);
  expect(readProgress(file).runs[0]).not.toHaveProperty("finishedAt");
  expect(readProgress(file).runs[0]?.answers.problem?.answer).toBe("not-yet");
});

test("keeps an answer saved by another window and doesn't ask it again", async () => {
  const { context, home, file } = createTestContext({
    terminal: true,
    saved: halfWay,
    answers: [notYet, notYet],
  });
  const other = openTestStore(home);
  const meanwhile = () =>
    other.update(({ runs: [run = runOf("a", {})], ...rest }) => ({
      ...rest,
      runs: [{ ...run, answers: { ...run.answers, engineer: answered("partly") } }],
    }));
  const ask: typeof context.ask = (note, work) =>
    context.ask(note, async (prompter) => {
      await meanwhile();
      return work(prompter);
    });
  await runCheck({ ...context, ask }, undefined, {});
  const [run] = readProgress(file).runs;
  expect(readProgress(file).runs).toHaveLength(1);
  expect(Object.keys(run?.answers ?? {}).toSorted()).toEqual(itemIds.toSorted());
  expect(run?.answers.engineer?.answer).toBe("partly");
});
