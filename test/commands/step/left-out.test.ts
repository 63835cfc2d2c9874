import { expect, test } from "vitest";
import { createLoopContext, projectAfter, sampleAnswers, takeStep } from "../../helpers/loop.ts";
import { judge, proudReport, withReport } from "../../helpers/reports.ts";

const WORDS = "Also in the agent's report, but not in this answer:";
const FAKED = "The exchange rate never changes";

const kept = {
  ...{ engineer: "Mira", faked: [FAKED], packages: ["pandas 2.2"] },
  run: ["Run `python report.py` in the folder."],
  questions: ["Is the order number unique across shops?"],
};

/** Returns the project after a handoff that keeps what the report says, but for `changes`. */
function handOff(changes: Record<string, unknown> = {}) {
  const { unasked = ["A settings file for currencies"], ...rest } = changes;
  const judged = judge(withReport(projectAfter("spec", "brief")), ["met", "met", "met"]);
  const reviewed = takeStep(judged, "review", { unasked }, 5);
  return takeStep(reviewed, "handoff", { ...sampleAnswers.handoff, ...kept, ...rest }, 6);
}

async function print(project: ReturnType<typeof handOff>, step = "handoff", options = {}) {
  const { run, stdout } = createLoopContext({ project });
  await run(step, { print: true, ...options });
  return stdout();
}

test("an answer that keeps what the report says has nothing about it", async () => {
  expect(await print(handOff())).not.toContain(WORDS);
  const added = handOff({ faked: ["the exchange rate  never changes. Nor does VAT."] });
  expect(await print(added)).not.toContain(WORDS);
});

test("what the report says and a person took out stands on the page", async () => {
  const { run, stdout } = createLoopContext({ project: handOff() });
  await run("handoff", { answer: ["faked="] });
  expect(stdout()).toContain(`## What's faked\n\nNothing\n\n${WORDS}\n\n- ${FAKED}\n`);
});

test("so does what they put in other words", async () => {
  const page = await print(handOff({ faked: ["Some rates"] }));
  expect(page).toContain(`- Some rates\n\n${WORDS}\n\n- ${FAKED}\n`);
});

test.each([
  ["run", "Run `python report.py`"],
  ["packages", "pandas 2.2"],
  ["questions", "Is the order number unique across shops?"],
  ["unasked", "A settings file for currencies"],
])("an emptied answer to %s leaves its trace", async (name, line) => {
  const page = await print(handOff({ [name]: [] }));
  expect(page).toContain(`${WORDS}\n\n- ${line}`);
});

test("every page and format has the trace", async () => {
  const project = handOff({ faked: [], unasked: [] });
  const html = await print(project, "handoff", { format: "html" });
  expect(html).toContain(WORDS.replace("'", "&#39;"));
  expect(html).toContain(FAKED);
  expect(await print(project, "handoff", { format: "text" })).toContain(FAKED);
  expect(await print(project, "review")).toContain("A settings file for currencies");
});

test("JSON names what is left out, for each question that drafts from the report", async () => {
  const { run, stdout } = createLoopContext({ project: handOff({ faked: [] }) });
  await run("handoff", { print: true, json: true });
  const { questions } = JSON.parse(stdout()) as {
    questions: { id: string; leftOut?: string[] }[];
  };
  const leftOut = (id: string) => questions.find((each) => each.id === id)?.leftOut;
  expect(leftOut("faked")).toEqual([FAKED]);
  expect(leftOut("run")).toEqual([]);
  expect(leftOut("engineer")).toBeUndefined();
});

test("a brief says nothing of it: an agent has nothing to do about it", async () => {
  const revised = takeStep(
    handOff({ unasked: [] }),
    "decide",
    { ...sampleAnswers.decide, verdict: "revise" },
    7,
  );
  const brief = await print(takeStep(revised, "brief", { prediction: 3 }, 8), "brief");
  expect(brief).not.toContain("left out");
  expect(brief).not.toContain("A settings file");
});

test.each([
  ["The exchange rates never change", false],
  ["VAT is fixed; the exchange rate never changes", false],
  ["The exchange rate changes", true],
  ["The rate", true],
  ["The exchange rate is fixed and changes in 3 days", true],
])("compares %j with the report by its words", async (faked, isLeftOut) => {
  const page = await print(handOff({ faked: [faked] }));
  expect(page.includes(WORDS)).toBe(isLeftOut);
});

test("a line for which other drafts left no room stands on the page", async () => {
  const lines = ["Check the encoding", "Who runs it?", "Is VAT in it?", "Is 4 right?", "And 5?"];
  const report = proudReport.replace(
    /- Is the order.*/,
    lines.map((line) => `- ${line}`).join("\n"),
  );
  const briefed = withReport(projectAfter("spec", "brief"), report);
  const judged = judge(briefed, ["not-met", "cannot-tell", "met"]);
  const { run, project } = createLoopContext({ project: judged });
  const flags = ["personal-data", "open-link", "can-act"].map((flag) => `red-flags=${flag}`);
  await run("review", { answer: ["unasked=A settings file for currencies", ...flags] });
  await run("handoff", { answer: ["engineer=Mira", `faked=${FAKED}`] });
  expect(await print(project())).toContain(
    `${WORDS}\n\n- The agent says: "Check the encoding." What do you think?\n` +
      "- Who runs it?\n- Is VAT in it?\n- (and 2 more)\n\n## ",
  );
});
