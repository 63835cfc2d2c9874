import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lintContent } from "../../src/content/lint.ts";
import { loadLibrary } from "../../src/content/load.ts";
import { isJudging } from "../../src/domain/library/judging.ts";
import { findQuestion, type Step } from "../../src/domain/library/step.ts";
import { root } from "../helpers/context.ts";
import { steps as shippedSteps } from "../helpers/loop.ts";
import { createPack } from "../helpers/packs.ts";
import { createTempFolder } from "../helpers/temp.ts";

const shipped = { folder: join(root, "content") };

/** Creates a team's folder with these steps, each written as front matter. */
function createStepPack(files: Record<string, string>): string {
  const steps = Object.entries(files).map(([id, matter]) => [
    `steps/${id}.md`,
    `---\ntitle: Ours\nsummary: ours\n${matter}\n---\n\nOurs.\n`,
  ]);
  return createPack(Object.fromEntries(steps));
}

async function loadSteps(...packs: string[]): Promise<readonly Step[]> {
  const { steps, problems } = await loadLibrary(shipped, ["steps"], { packs });
  expect(problems).toEqual([]);
  return steps;
}

/** Lists what carries judgment: who judges, what is locked, and what comes before. */
function listPowers(steps: readonly Step[]): unknown[] {
  return steps
    .map(({ id, needs, locks, predicts, shared, writes, questions, ...step }) => ({
      ...{ id, locks, predicts, shared, writes },
      needs: locks || id === "review" ? needs : undefined,
      judging: questions
        .filter((question) => isJudging({ ...step, id, predicts, questions } as Step, question))
        .map(({ ask: _, label: __, help: ___, example: ____, choices = [], ...powers }) => ({
          ...powers,
          choices: choices
            .map(({ value, closes, reopens }) => `${value} ${closes} ${reopens}`)
            .toSorted(),
        })),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const other = "questions: [{ id: mood, ask: How was it?, type: text }]";
const asks = (question: string) => `questions: [{ ask: Well?, ${question} }]`;
const met = "choices: [{ value: met, label: Fine }]";
const keep = "choices: [{ value: keep, label: Keep it }]";

/** What a team's folder could try. */
const packs: Record<string, Record<string, string>> = {
  "steps without their questions": {
    brief: `order: 20\n${other}`,
    review: `order: 30\n${other}`,
    handoff: `order: 40\n${other}`,
    decide: `order: 50\n${other}`,
  },
  "questions of another type": {
    brief: `order: 20\n${asks("id: prediction, type: text")}`,
    review: `order: 30\n${asks("id: verdict, type: text")}`,
    decide: `order: 50\n${asks("id: verdict, type: text")}`,
  },
  "questions that aren't asked, or answer themselves": {
    brief: `order: 20\n${asks('id: prediction, type: number, optional: true, default: "0"')}`,
    review: `order: 30\n${asks(`id: verdict, type: select, default: met, same: true, later: true, ${met}`)}`,
    decide: `order: 50\n${asks(`id: verdict, type: select, default: keep, names: [Decision], ${keep}`)}`,
  },
  "choices with another meaning": {
    decide: `order: 50\n${asks("id: verdict, type: select, choices: [{ value: revise, label: Go on, closes: done }, { value: kill, label: Stop, reopens: true }]")}`,
  },
  "another prediction": {
    brief: `order: 20\npredicts: { step: review, question: verdict, is: not-met }\nquestions: [{ id: mood, ask: How many?, type: number }, { id: prediction, ask: How many?, type: number }]`,
  },
  "another order": {
    brief: `order: 45\n${other}`,
    review: `order: 5\n${other}`,
    decide: `order: 1\n${other}`,
  },
  "pages for another reader": {
    brief: `order: 20\nshared: false\n${other}`,
    review: `order: 30\nwrites: REVIEW.md\n${other}`,
    handoff: `order: 40\nwrites: HANDOFF.md\n${other}`,
  },
};

const claims: Record<string, Record<string, string>> = {
  verdicts: {
    again: `order: 36\n${asks(`id: verdict, type: select, each: spec.checks, verdicts: true, ${met}`)}`,
  },
  "a prediction": {
    guess: `order: 5\npredicts: { step: review, question: verdict, is: met }\n${asks("id: prediction, type: number")}`,
  },
  "a lock": { sign: `order: 5\nlocks: [sign]\n${other}` },
  "an end": {
    sign: `order: 35\n${asks("id: end, type: select, choices: [{ value: end, label: End, closes: done }, { value: again, label: Again, reopens: true }]")}`,
  },
  "more verdicts and an end in the review": {
    review: `order: 30\nlocks: [review]\npredicts: { step: review, question: verdict, is: met }\nquestions: [{ id: mood, ask: How many?, type: number }, { id: mine, ask: Met?, type: select, each: spec.checks, verdicts: true, choices: [{ value: met, label: Met, closes: done }] }]`,
  },
};

test.each(Object.keys(packs))("a team's folder with %s leaves judging as it is", async (name) => {
  const pack = createStepPack(packs[name] ?? {});
  expect(listPowers(await loadSteps(pack))).toEqual(listPowers(shippedSteps));
  expect(listPowers(await loadSteps(pack, createStepPack(packs[name] ?? {})))).toEqual(
    listPowers(shippedSteps),
  );
});

test.each(Object.keys(claims))("no other step of a team's folder gets %s", async (name) => {
  const ids = shippedSteps.map(({ id }) => id);
  const steps = await loadSteps(createStepPack(claims[name] ?? {}));
  expect(listPowers(steps.filter(({ id }) => ids.includes(id)))).toEqual(listPowers(shippedSteps));
  for (const step of steps.filter(({ id }) => !ids.includes(id))) {
    expect([step.locks, step.predicts]).toEqual([undefined, undefined]);
    expect(step.questions.filter((question) => isJudging(step, question))).toEqual([]);
  }
});

test("a team may word a question that judges, move it, and add questions and choices", async () => {
  const pack = createStepPack({
    review:
      "order: 30\nquestions: [{ id: mood, ask: How was it?, type: text }, " +
      "{ id: verdict, ask: Does it work?, type: select, help: Try it., choices: " +
      "[{ value: cannot-tell, label: No idea }, { value: partly, label: In part }, " +
      "{ value: met, label: It works, hint: twice }] }]",
    decide:
      "order: 50\nquestions: [{ id: verdict, ask: And now?, type: select, choices: " +
      "[{ value: pause, label: Pause, closes: done }] }]",
  });
  const steps = await loadSteps(pack);
  const review = steps.find(({ id }) => id === "review");
  expect(Object.values(review ?? {})).not.toContain(undefined);
  expect(review?.questions.map(({ id }) => id)).toEqual(["mood", "verdict"]);
  const verdict = findQuestion(steps, "review.verdict");
  expect(verdict).toMatchObject({ ask: "Does it work?", help: "Try it.", each: "spec.checks" });
  expect(verdict?.choices).toMatchObject([
    { value: "cannot-tell", label: "No idea" },
    { value: "partly", label: "In part" },
    { value: "met", label: "It works", hint: "twice" },
    { value: "not-met", label: "Not met" },
  ]);
  expect(findQuestion(steps, "decide.verdict")?.choices).toMatchObject([
    { value: "pause", closes: "done" },
    { value: "keep", closes: "done" },
    { value: "revise", reopens: true },
    { value: "hand-over", closes: "handed-over" },
    { value: "kill", closes: "killed" },
  ]);
});

async function lint(pack: string): Promise<string[]> {
  const { problems } = await lintContent({ shipped, dir: pack, more: () => () => [] });
  return problems.map(
    ({ file, line, field, message, fix }) =>
      `${file.slice(pack.length + 1)}:${line}: ${field}: ${message} (${fix})`,
  );
}

test("content lint says what of a step isn't used", async () => {
  const pack = createStepPack({
    ...packs["another prediction"],
    review: `order: 30\nshared: true\n${other}`,
    sign: "order: 35\nlocks: [spec]\nquestions: [{ id: mood, ask: Well?, type: text }]",
  });
  const found = (await lint(pack)).filter((line) => line.includes("a team's step"));
  const change = "a team's step can't change this, so it stays as it is built in";
  const copy = (id: string) => `copy it from: builder-pm content show step ${id}`;
  expect(found).toEqual([
    ...["locks", "needs", "shared", "writes"].map(
      (field) => `steps/brief.md:1: ${field}: ${change} (${copy("brief")})`,
    ),
    `steps/brief.md:5: predicts: ${change} (${copy("brief")})`,
    `steps/brief.md:6: questions.2.min: ${change} (${copy("brief")})`,
    `steps/review.md:1: needs: ${change} (${copy("review")})`,
    "steps/review.md:6: questions: a team's step can't leave out \"verdict\", so the built-in " +
      `question is asked (${copy("review")})`,
    "steps/sign.md:5: locks: isn't used, because a team's step can't add it (remove it)",
  ]);
});

test("content lint finds nothing in a copy of the built-in steps", async () => {
  const pack = createTempFolder();
  cpSync(join(shipped.folder, "steps"), join(pack, "steps"), { recursive: true });
  const file = join(pack, "steps/review.md");
  const text = readFileSync(file, "utf8").replace("Is this check met?", "Does it hold?");
  writeFileSync(file, text);
  expect(await lint(pack)).toEqual([]);
});
