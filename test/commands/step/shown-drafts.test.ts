import { expect, test } from "vitest";
import { compileRules } from "../../../src/linter/rules.ts";
import { lintSpecText } from "../../../src/linter/spec.ts";
import { createLoopContext, newProject, sampleAnswers } from "../../helpers/loop.ts";
import { loadRules } from "../../helpers/rules.ts";

const env = { CLAUDECODE: "1" };
const problem = "Clerks retype 40 slot requests every Monday, and two were lost on May 4.";
const checks = sampleAnswers.spec?.checks as string[];

/** An agent that drafted a problem and checks. */
async function draft() {
  const agent = createLoopContext({ project: newProject(), env });
  const answer = [`problem=${problem}`, ...checks.map((check) => `checks=${check}`)];
  await agent.run("spec", { answer });
  return agent;
}

test("the page of an open spec shows drafts, marked as the agent's words", async () => {
  const agent = await draft();
  await agent.run("spec", { print: true });
  expect(agent.stdout()).toContain(`- **Problem:** Draft: ${problem} (your agent's words)`);
  expect(agent.stdout()).toMatch(/- \*\*C1\*\* Draft: For each of the last 3 weeks/);
  expect(agent.project().answers).toEqual({});
});

test("lint reads such a page without the marks", async () => {
  const agent = await draft();
  await agent.run("spec", { print: true });
  const found = lintSpecText(agent.stdout(), compileRules(await loadRules("content/rules"))).map(
    ({ rule }) => rule,
  );
  expect(found).not.toContain("too-few-checks");
  expect(found).not.toContain("no-observable-outcome");
});

test("an agent takes its own draft back, or replaces it", async () => {
  const agent = await draft();
  await agent.run("spec", { answer: ["problem=", "bet=From 42 to 10 minutes"] });
  expect(Object.keys(agent.project().proposed ?? {})).toEqual(["spec.checks", "spec.bet"]);
  expect(agent.stderr()).toContain("Took back your drafts: problem.");
  await agent.run("spec", { answer: ["bet=From 42 to 9 minutes"] });
  expect(agent.project().proposed?.["spec.bet"]?.lines).toEqual(["From 42 to 9 minutes"]);
  const again = agent.run("spec", { answer: ["problem="] });
  await expect(again).rejects.toThrow('You have no draft for "problem". Nothing was saved.');
});

test("a draft from the person's notes isn't an agent's to take back", async () => {
  const proposed = { "spec.problem": { lines: [problem], from: "notes" as const } };
  const { run, bytes } = createLoopContext({ project: newProject({ proposed }), env });
  const before = bytes();
  await expect(run("spec", { answer: ["problem="] })).rejects.toThrow("You have no draft");
  expect(bytes()).toBe(before);
});

test("where nobody can be asked, the spec names the drafts that wait", async () => {
  const agent = await draft();
  await expect(agent.run("spec")).rejects.toThrow(
    "Drafts wait for the person: problem and checks.",
  );
  const person = createLoopContext({ saved: agent.read() });
  await expect(person.run("spec")).rejects.toThrow("Drafts wait for you: Problem and Checks.");
});
