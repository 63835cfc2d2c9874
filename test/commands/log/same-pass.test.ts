import { expect, test } from "vitest";
import { runLog } from "../../../src/commands/log/command.ts";
import { createLoopContext, projectAfter, withPasses } from "../../helpers/loop.ts";

const briefed = projectAfter("spec", "brief");
const over = withPasses(briefed, 200, 75);

test("says from the second pass on that each log counts, and adds to the last one if asked", async () => {
  const { context, project, stderr } = createLoopContext({ project: withPasses(briefed, 35) });
  await runLog(context, "looked at it with Priya", { minutes: "10" });
  expect(project().passes).toHaveLength(2);
  expect(stderr()).toContain("Each log counts as one pass. If this one wasn't a new pass:");
  expect(stderr()).toContain("--same-pass");
  const same = createLoopContext({ project: withPasses(briefed, 35) });
  await runLog(same.context, "looked at it with Priya", { minutes: "10", samePass: true });
  expect(same.project().passes).toMatchObject([
    { what: "pass 1; looked at it with Priya", minutes: 45 },
  ]);
  expect(same.stderr()).not.toContain("Each log counts");
});

test("adds to the last pass when the budget is used up, and never to none", async () => {
  const { context, project } = createLoopContext({ project: over });
  await runLog(context, "looked at it", { minutes: "10", samePass: true });
  expect(project().passes).toHaveLength(2);
  const none = createLoopContext({ project: briefed });
  const added = runLog(none.context, "looked at it", { minutes: "10", samePass: true });
  await expect(added).rejects.toThrow("There is no pass to add to yet.");
});
