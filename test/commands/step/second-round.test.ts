import { expect, test } from "vitest";
import { runStatus } from "../../../src/commands/status.ts";
import { textsOf } from "../../../src/domain/project/project.ts";
import {
  createLoopContext,
  eachAt,
  projectAfter,
  sampleAnswers,
  sampleChecks,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

const revised = takeStep(projectAfter("spec", "brief", "review", "handoff"), "decide", {
  ...sampleAnswers.decide,
  verdict: "revise",
});
const second = takeStep(revised, "brief", { prediction: 3 });

/** What is asked about the checks that weren't met, or couldn't be judged. */
const left: ScriptedAnswer[] = [
  { choose: "met" },
  { type: "It stopped and named shop." },
  { choose: "met" },
  { type: "A real Monday took 8 minutes." },
];

async function openChanged() {
  const { run, read } = createLoopContext({ project: second });
  await run("spec", { answer: ["checks.1=For 3 weeks, all values match."], because: "Shorter" });
  return read();
}

test("a met check whose text is unchanged only has to be confirmed", async () => {
  const answers: ScriptedAnswer[] = [
    {
      mark: [],
      asked: "Is this still so in the new version? Press Enter to keep all of this",
    },
    ...left,
  ];
  const { run, project, stdout, stderr } = createLoopContext({
    terminal: true,
    project: second,
    answers,
  });
  await run("review");
  expect(stderr()).toContain('Round 2 of "Monday report"');
  expect(stderr()).toMatch(
    /C1: For each of the last 3 weeks.*\n(?:.*\n)? {2}- Met\n {2}- Ran it on/,
  );
  expect(stderr()).toContain("  Same as before. Run the new version first.\n");
  expect(stdout()).toMatch(
    /\*\*C1 met \(from round 1\):\*\*[\s\S]*\*\*C2 met:\*\*[\s\S]*\*\*C3 met:\*\*/,
  );
  expect(stdout().replace(/\s+/g, " ")).toContain(
    "to be met; 3 were, 1 of them carried over from round 1.",
  );
  const page = stdout().replace(/\s+/g, " ");
  expect(page).toContain("(didn't hold, from round 1)");
  expect(page).toContain("; 1 of 2 edge cases held (from round 1).");
  expect(page).toContain("A settings file for other currencies (from round 1)");
  expect(page).toContain("It uses my own login, or an admin's (from round 1)");
  expect(project().answers.review).toMatchObject({
    tried: { text: sampleAnswers.review?.tried },
    unasked: { entries: [{ text: "A settings file for other currencies" }] },
    "red-flags": { entries: [{ text: "own-login" }] },
  });
});

test("a met check whose text has changed is asked about again", async () => {
  const asked: ScriptedAnswer[] = [{ choose: "met" }, { type: "Ran it for 3 weeks." }, ...left];
  const { run, project, stderr } = createLoopContext({
    terminal: true,
    saved: await openChanged(),
    answers: [...asked, { mark: [] }],
  });
  await run("review");
  expect(stderr()).toContain("C1: For 3 weeks, all values match.");
  expect(stderr().replace(/\s+/g, " ")).toContain(
    `You said last round about "${sampleChecks[0]}" - Met`,
  );
  expect(eachAt(project(), "review.saw")).toContainEqual(
    expect.objectContaining({ text: "Ran it for 3 weeks." }),
  );
});

test("a verdict that is given again is of this round, even if the words stay", async () => {
  const { run, project, stdout } = createLoopContext({
    terminal: true,
    project: second,
    answers: [{ mark: ["0"] }, { choose: "met" }, { type: "" }, ...left],
  });
  await run("review");
  expect(stdout()).toContain("**C1 met:**");
  expect(stdout()).toMatch(/18 of 18[^*]*\(from round 1\)/);
  expect(JSON.stringify(project().answers.review)).not.toMatch(/verdict[^}]*fromRound/);
});

test("a third round says from which round a verdict is, without words too", async () => {
  const review = { ...sampleAnswers.review, saw: ["", "It failed.", "It took 9 minutes."] };
  const first = takeStep(projectAfter("spec", "brief"), "review", review);
  const third = [4, 6].reduce((before, day) => {
    const again = takeStep(before, "decide", { ...sampleAnswers.decide, verdict: "revise" }, day);
    const briefed = takeStep(again, "brief", { prediction: 3 }, day + 1);
    const open = { verdict: [null, "met", "met"], saw: [null, "It stopped.", "8 minutes."] };
    return day === 4 ? takeStep(briefed, "review", open, day + 1) : briefed;
  }, first);
  const { run, stdout, project } = createLoopContext({ project: third });
  await run("review", { answer: ["tried=An empty file."] });
  expect(stdout()).toMatch(/C1 met \(from round 1\)[\s\S]*C2 met \(from round 2\)/);
  expect(stdout()).toContain("3 were, all of them carried over from earlier rounds.");
  expect(project().finished).toHaveProperty("review");
});

const rest = ["verdict.2=met", "saw.2=It stopped.", "verdict.3=met", "saw.3=8 minutes."];

test("a script answers only the rest, and the step is finished", async () => {
  const { run, project, stderr, stdout } = createLoopContext({ project: second });
  await run("review", { json: true });
  expect(JSON.parse(stdout()).open).toEqual(["verdict.2", "saw.2", "verdict.3", "saw.3"]);
  await run("review", { answer: rest });
  expect(stderr()).not.toContain("Still open");
  expect(project().finished).toHaveProperty("review");
  expect(eachAt(project(), "review.verdict").map(({ text }) => text)).toEqual([
    ...["met", "met", "met"],
  ]);
  expect(project().answers.review).toMatchObject({ tried: { text: sampleAnswers.review?.tried } });
});

test("a script has to judge a check whose text has changed", async () => {
  const { run, project, stderr } = createLoopContext({ saved: await openChanged() });
  await run("review", { answer: rest });
  expect(stderr()).toContain("Still open: Verdict (C1) and What I saw (C1).");
  expect(project().finished).not.toHaveProperty("review");
});

test("the handoff of a later round is one screen", async () => {
  const { run, project, stdout } = createLoopContext({
    terminal: true,
    project: takeStep(second, "review", sampleAnswers.review ?? {}, 8),
    answers: [{ mark: [] }],
  });
  await run("handoff");
  expect(stdout()).toContain("For: Mira from the billing team");
  expect(project().answers.handoff).toMatchObject({
    engineer: { text: sampleAnswers.handoff?.engineer },
    faked: { entries: [{ text: "The exchange rate is fixed at 1.08" }] },
    status: { text: "throwaway" },
  });
});

const candidate = {
  ...sampleAnswers.handoff,
  status: "candidate",
  "not-asking": "No review.",
  owner: "Tomas",
  expiry: "2026-12-18",
};

test.each<{ name: string; answers: ScriptedAnswer[]; owner: string | undefined }>([
  { name: "still apply", answers: [{ choose: "reference" }], owner: "Tomas" },
  { name: "don't apply anymore", answers: [{ choose: "throwaway" }], owner: undefined },
  {
    name: "were picked too",
    answers: [{ choose: "reference" }, { type: "Ana", startsOn: "Tomas" }],
    owner: "Ana",
  },
])("what was kept on the screen isn't asked again where its answers $name", async (given) => {
  const first = takeStep(projectAfter("spec", "brief", "review"), "handoff", candidate);
  const again = takeStep(first, "decide", { ...sampleAnswers.decide, verdict: "revise" });
  const judged = takeStep(
    takeStep(again, "brief", { prediction: 3 }),
    "review",
    sampleAnswers.review ?? {},
    8,
  );
  const picked = given.answers.length > 1 ? ["5", "7"] : ["5"];
  const { run, project } = createLoopContext({
    terminal: true,
    project: judged,
    answers: [{ mark: picked, asked: "Press Enter to keep all of this" }, ...given.answers],
  });
  await run("handoff");
  const owner = project().answers.handoff?.owner;
  expect(owner && textsOf(owner)).toEqual(given.owner && [given.owner]);
});

test("a later round keeps the person's own questions, and changes only the drafts", async () => {
  const { handoff, review } = sampleAnswers;
  const asked = { ...handoff, questions: ["Who may see the export?", "Is C3 worth a Monday?"] };
  const first = takeStep(projectAfter("spec", "brief", "review"), "handoff", asked);
  const again = takeStep(first, "decide", { ...sampleAnswers.decide, verdict: "revise" });
  const flagged = { ...review, "red-flags": ["own-login", "open-link"] };
  const judged = takeStep(takeStep(again, "brief", { prediction: 3 }), "review", flagged, 8);
  const { run, project } = createLoopContext({ project: judged });
  await run("handoff");
  const questions = project().answers.handoff?.questions as { entries: { text: string }[] };
  expect(questions.entries.map(({ text }) => text)).toEqual([
    "Who may see the export?",
    "Is C3 worth a Monday?",
    "Anyone with the link can open it. Is that a problem here?",
  ]);
});

test("the brief says which checks of the round before aren't checks anymore", async () => {
  const { run, stdout } = createLoopContext({ project: revised });
  const [first = "", , third = ""] = [...sampleChecks];
  const checks = [first, third, "Three files open without an error in 5 seconds."];
  await run("spec", {
    answer: checks.map((line) => `checks=${line}`),
    because: "C2 never happens",
  });
  await run("brief", { answer: ["prediction=3"] });
  expect(stdout()).toContain("- **Not a check anymore, not met:** With one column renamed");
  expect(stdout()).toContain("- **C2 can't tell:** Making the report takes 10 minutes");
});

test("the page says what was seen in the round before", async () => {
  const { run, stdout } = createLoopContext({ project: second });
  await run("review", { answer: rest });
  expect(stdout()).toMatch(
    /C1 met \(from round 1\).*\n.*Ran it on 2, 9 and 16 November.*reports\.\n/,
  );
  expect(stdout()).toMatch(/What I saw: It stopped\.\n/);
});

test("after a change, the edge cases that held and are still there are ticked", async () => {
  const edges = ["Empty: one line says so", "Run twice: the same report, not a second copy"];
  const changed = createLoopContext({ project: second });
  await changed.run("spec", { answer: edges.map((line) => `edges=${line}`), because: "Shorter" });
  const { run } = createLoopContext({
    terminal: true,
    saved: changed.read(),
    answers: [{ mark: [] }, ...left, { mark: [edges[1] ?? ""], startsOn: [edges[1] ?? ""] }],
  });
  await run("review");
});

test("the status says which round it is", async () => {
  const later = createLoopContext({ project: second });
  await runStatus(later.context);
  expect(later.stdout()).toContain("Project: Monday report (script), round 2\n");
  const first = createLoopContext({ project: projectAfter("spec") });
  await runStatus(first.context);
  expect(first.stdout()).toContain("Project: Monday report (script)\n");
});
