import { expect, test } from "vitest";
import { createLoopContext, projectAfter, sampleAnswers, takeStep } from "../../helpers/loop.ts";

const FIRST = "Tomas, November 5: use Temporal.";
const SECOND = "Tomas, November 20: fine now.";

/** Returns a project in its second round, judged again, whose engineer replied in the first. */
function inSecondRound() {
  const handed = projectAfter("spec", "brief", "review", "handoff");
  const replied = takeStep(handed, "handoff", { reply: FIRST }, 6);
  const revised = takeStep(replied, "decide", { ...sampleAnswers.decide, verdict: "revise" }, 7);
  return ["brief", "review", "handoff"].reduce(
    (project, id) => takeStep(project, id, sampleAnswers[id] ?? {}, 8),
    revised,
  );
}

async function print(step: string, project: ReturnType<typeof inSecondRound>) {
  const { run, stdout } = createLoopContext({ project });
  await run(step, { print: true });
  return stdout();
}

test("the handoff of a later round has the reply of the one before", async () => {
  const project = inSecondRound();
  expect(await print("handoff", project)).toContain(`After the previous round: ${FIRST}`);
  const both = await print("handoff", takeStep(project, "handoff", { reply: SECOND }, 9));
  expect(both).toContain(`After the previous round: ${FIRST}\n\n${SECOND}`);
});

test("so does its decision", async () => {
  const decided = takeStep(inSecondRound(), "decide", sampleAnswers.decide ?? {}, 9);
  expect(await print("decide", decided)).toContain(`After the previous round: ${FIRST}`);
});

test("a reply of an earlier round isn't asked for at the end", async () => {
  const { run, stderr } = createLoopContext({ project: inSecondRound() });
  await run("decide", { answer: ["verdict=keep", "because=b", "learned=l"] });
  expect(stderr()).toContain("is finished: kept");
  expect(stderr()).not.toContain("What did the engineer say?");
});
