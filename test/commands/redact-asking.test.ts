import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runRedact } from "../../src/commands/redact.ts";
import { createLoopContext, newProject, sampleAnswers, takeStep } from "../helpers/loop.ts";

const mail = "priya@acme.com";
const problem = `${mail} joins two exports by hand.`;
const written = takeStep(newProject(), "spec", { ...sampleAnswers.spec, problem });

test.each([
  { choose: "no", isKept: true },
  { choose: "yes", isKept: false },
])("asks a person before it takes out what they named: $choose", async ({ choose, isKept }) => {
  const { context, file, stderr } = createLoopContext({
    terminal: true,
    project: written,
    answers: [{ choose, asked: "Take it out for good? Undo can't help then." }],
  });
  await runRedact(context, ["1"]);
  expect(stderr()).toContain("1. ");
  expect(readFileSync(file, "utf8").includes(mail)).toBe(isKept);
  expect(stderr().includes("Nothing was changed.")).toBe(isKept);
});

test("says that nothing was changed where nothing was marked", async () => {
  const { context, stderr } = createLoopContext({
    terminal: true,
    project: written,
    answers: [{ mark: [] }],
  });
  await runRedact(context, []);
  expect(stderr()).toContain("Nothing was changed.");
});
