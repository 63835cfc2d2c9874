import { expect, test } from "vitest";
import { createLoopContext, projectAfter } from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

/** Shuts a candidate down on the days that are typed one after the other. */
async function shutDown(...days: ScriptedAnswer[]) {
  const loop = createLoopContext({
    project: projectAfter("spec", "brief", "review", "handoff"),
    terminal: true,
    answers: [
      { choose: "candidate", startsOn: "throwaway" },
      { type: "Only the join." },
      { type: "Priya" },
      ...days,
    ],
  });
  await loop.run("handoff", { redo: "status" });
  const day = loop.project().answers.handoff?.expiry;
  return { day, said: loop.stderr() };
}

test("a day that is many months away is asked about, and kept with Enter", async () => {
  const { day, said } = await shutDown(
    { type: "July 31" },
    { type: "July 31", startsOn: "July 31" },
  );
  expect(day).toMatchObject({ text: "2027-07-31" });
  expect(said).toContain("That's Jul 31, 2027, 8 months from now. Press Enter to keep it");
});

test("it can be changed instead, and a day within weeks isn't asked about", async () => {
  const { day } = await shutDown({ type: "July 31" }, { type: "December 18" });
  expect(day).toMatchObject({ text: "2026-12-18" });
  const near = await shutDown({ type: "December 18" });
  expect(near.said).not.toContain("months from now");
});
