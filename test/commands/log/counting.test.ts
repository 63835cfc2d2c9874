import { expect, test } from "vitest";
import { runLog } from "../../../src/commands/log/command.ts";
import { createLoopContext, projectAfter, withPasses } from "../../helpers/loop.ts";

test("says from the second pass on that each log counts", async () => {
  const briefed = projectAfter("spec", "brief");
  const { context, stderr } = createLoopContext({ project: withPasses(briefed, 35) });
  await runLog(context, "looked at it with Priya", { minutes: "10" });
  expect(stderr()).toContain(
    "Each log counts as one pass. If this one wasn't one: builder-pm undo",
  );
  const first = createLoopContext({ project: briefed });
  await runLog(first.context, "first pass runs", { minutes: "35" });
  expect(first.stderr()).not.toContain("Each log counts");
});
