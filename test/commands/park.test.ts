import { expect, test } from "vitest";
import { runPark } from "../../src/commands/park.ts";
import { createLoopContext, projectAfter } from "../helpers/loop.ts";
import { noon } from "../helpers/samples.ts";

test("park saves an idea with the project", async () => {
  const { context, project, stderr } = createLoopContext({ project: projectAfter("spec") });
  await runPark(context, " send it by itself ", {});
  expect(project().parked).toEqual([{ idea: "send it by itself", at: noon(22).toISOString() }]);
  expect(stderr()).toContain('Parked for later in "Monday report".');
  await expect(runPark(context, "  ", {})).rejects.toMatchObject({ exitCode: 2 });
});
