import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Project, textsOf } from "../../../src/domain/project/project.ts";
import {
  createLoopContext,
  entriesAt,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

const [empty = "", twice = ""] = entriesAt(projectAfter("spec"), "spec.edges").map(
  ({ text }) => text,
);
const briefed = projectAfter("spec", "brief");
const reviewed = projectAfter("spec", "brief", "review");

test.each([
  { given: ["1"], held: [empty] },
  { given: ["2", "1"], held: [twice, empty] },
  { given: ["none"], held: [] },
  { given: [empty], held: [empty] },
])("--answer held=$given picks lines of the list of edge cases", async ({ given, held }) => {
  const { run, project } = createLoopContext({ project: briefed });
  await run("review", { answer: given.map((number) => `held=${number}`) });
  expect(textsOf(project().answers.review?.held)).toEqual(held);
});

test.each([{ given: ["3"] }, { given: ["0"] }, { given: ["Empty"] }, { given: ["1", "none"] }])(
  "rejects --answer held=$given and saves nothing",
  async ({ given }) => {
    const { run, bytes } = createLoopContext({ project: briefed });
    const before = bytes();
    await expect(
      run("review", { answer: given.map((number) => `held=${number}`) }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('isn\'t an answer to "Edge cases that held".'),
      fix: "Use numbers from 1 to 2, or none.",
      exitCode: 2,
    });
    expect(bytes()).toBe(before);
  },
);

test("where nobody can be asked, the error shows how to pick", async () => {
  const { run } = createLoopContext({ project: briefed });
  await expect(run("review", { redo: "held" })).rejects.toMatchObject({
    fix: 'Answer with flags instead: builder-pm review --answer "Edge cases that held=1"',
  });
});

test.each([
  { written: [2], held: [twice] },
  { written: ["1", 2], held: [empty, twice] },
  { written: "none", held: [] },
])("an answers file picks $written", async ({ written, held }) => {
  const { run, project, home } = createLoopContext({ project: briefed });
  const file = join(home, "review.json");
  writeFileSync(file, JSON.stringify({ held: written }));
  await run("review", { answers: file });
  expect(textsOf(project().answers.review?.held)).toEqual(held);
});

test.each([
  { given: "2", held: [2] },
  { given: "none", held: [] },
  { given: undefined, held: null },
])("review --json and decide --json say what held: $held", async ({ given, held }) => {
  const loop = createLoopContext({ project: briefed });
  if (given) await loop.run("review", { answer: [`held=${given}`] });
  for (const step of ["review", "decide"]) {
    const { run, stdout } = createLoopContext({ saved: loop.read() });
    await run(step, { json: true });
    expect(JSON.parse(stdout())).toMatchObject({ held });
  }
});

test("the page says of each edge case whether it held", async () => {
  const { run, stdout } = createLoopContext({ project: reviewed });
  await run("review", { print: true });
  expect(stdout()).toContain(
    `## Edge cases\n\n- ${empty} (didn't hold)\n- ${twice} (held)\n\n## How I tried`,
  );
});

test("a review without edge cases doesn't ask about them", async () => {
  const { edges: _, ...answers } = briefed.answers.spec ?? {};
  const project = { ...briefed, answers: { ...briefed.answers, spec: answers } };
  const { run, stdout } = createLoopContext({ project });
  await run("review", { json: true });
  const { questions } = JSON.parse(stdout());
  expect(questions.map(({ id }: { id: string }) => id)).not.toContain("held");
});

test("a changed edge case is asked about again, and isn't mentioned until then", async () => {
  const change = { answer: ["edges.1=Empty: one line says so"], because: "Shorter" };
  const flags = createLoopContext({ project: reviewed });
  await flags.run("spec", change);
  const printed = createLoopContext({ saved: flags.read() });
  await printed.run("review", { print: true });
  expect(printed.stdout()).toContain(`- Empty: one line says so\n- ${twice} (held)\n`);

  const answers: ScriptedAnswer[] = [{ mark: ["Empty: one line says so", twice] }];
  const asked = createLoopContext({ terminal: true, saved: flags.read(), answers });
  await asked.run("review");
  expect(asked.stdout()).toContain(`- Empty: one line says so (held)\n- ${twice} (held)\n`);
});

test("a later round offers what held, unless an edge case has changed", async () => {
  const decided = takeStep(projectAfter("spec", "brief", "review", "handoff"), "decide", {
    ...sampleAnswers.decide,
    verdict: "revise",
  });
  const second = createLoopContext({ project: decided });
  await second.run("brief", { answer: ["prediction=3"] });
  const review = ["verdict.2=met", "verdict.3=met", "saw.2=x", "saw.3=y"];
  const kept = createLoopContext({ saved: second.read() });
  await kept.run("review", { answer: review });
  expect(textsOf(kept.project().answers.review?.held)).toEqual([twice]);

  await second.run("spec", { answer: ["edges.2=Run twice: one file"], because: "Shorter" });
  const changed = createLoopContext({ saved: second.read() });
  await changed.run("review", { answer: review });
  expect(changed.project().finished).toHaveProperty("review");
  expect(changed.stdout()).toContain(
    `- ${empty} (didn't hold, from round 1)\n- Run twice: one file\n`,
  );
});

/** In round 2, after the first edge case was changed: before, only the second one held. */
async function openRoundTwo() {
  const decided = takeStep(projectAfter("spec", "brief", "review", "handoff"), "decide", {
    ...sampleAnswers.decide,
    verdict: "revise",
  });
  const { run, read } = createLoopContext({
    project: takeStep(decided, "brief", { prediction: 3 }),
  });
  await run("spec", { answer: ["edges.1=Empty: one line says so"], because: "Shorter" });
  return createLoopContext({ saved: read() });
}

const judged = ["verdict.2=met", "verdict.3=met", "saw.2=x", "saw.3=y"];

test.each([
  { given: [], page: `- Empty: one line says so\n- ${twice} (held, from round 1)\n` },
  { given: ["held=1"], page: `- Empty: one line says so (held)\n- ${twice} (held)\n` },
  { given: ["held=2"], page: `- Empty: one line says so (didn't hold)\n- ${twice} (held)\n` },
  {
    given: ["held=none"],
    page: `- Empty: one line says so (didn't hold)\n- ${twice} (didn't hold)\n`,
  },
])("a script keeps what held and wasn't changed: $given", async ({ given, page }) => {
  const { run, stdout } = await openRoundTwo();
  await run("review", { answer: [...judged, ...given] });
  expect(stdout()).toContain(page);
});

test("a script is told what was kept, and how to change it", async () => {
  const { run, stderr, project } = await openRoundTwo();
  await run("review", { answer: [...judged, "held=1"] });
  expect(stderr()).toContain(
    `Kept from before, because the text is the same (held): "${twice}". If that isn't so ` +
      'anymore, run it again: builder-pm review --answer "Edge cases that held=1"\n',
  );
  const before = stderr().length;
  await run("review", { answer: ["held=1"] });
  expect(textsOf(project().answers.review?.held)).toEqual(["Empty: one line says so"]);
  expect(stderr().slice(before)).not.toContain("Kept from before");
});

test("a third round doesn't take what wasn't tried for what didn't hold", async () => {
  const { run, read } = await openRoundTwo();
  await run("review", { answer: judged });
  const { handoff, decide } = sampleAnswers;
  const reviewed = takeStep(read().projects[0] as Project, "handoff", handoff ?? {}, 9);
  const again = takeStep(reviewed, "decide", { ...decide, verdict: "revise" }, 10);
  const third = createLoopContext({ project: takeStep(again, "brief", { prediction: 3 }, 11) });
  await third.run("review", { answer: ["tried=Last year's dates."] });
  expect(third.stdout()).toContain(`- Empty: one line says so\n- ${twice} (held, from round 1)\n`);
});

test("rejects a pick from a list that is empty, and takes none", async () => {
  const { edges: _, ...answers } = briefed.answers.spec ?? {};
  const project = { ...briefed, answers: { ...briefed.answers, spec: answers } };
  const { run } = createLoopContext({ project });
  await expect(run("review", { answer: ["held=1"] })).rejects.toMatchObject({
    message: '"Edge cases that held" isn\'t asked here, because "Edge cases" is empty.',
    exitCode: 2,
  });
  await run("review", { answer: ["held=none"] });
});

test("says which answer belongs to another choice", async () => {
  const { run, stderr } = createLoopContext({ project: reviewed });
  await run("handoff", { answer: ["engineer=Mira", "owner=Priya"] });
  expect(stderr()).toContain(
    '"owner" is saved, but the page doesn\'t show it: it belongs to status=reference or candidate.\n',
  );
});
