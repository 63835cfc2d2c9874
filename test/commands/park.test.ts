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

test("says how to start a project where an idea can't be parked", async () => {
  const { context, project, stdout } = createLoopContext({ project: projectAfter("decide") });
  expect(project().closed).toBeDefined();
  await runPark(context, undefined, {});
  expect(stdout()).toContain("To start one:\n    builder-pm start");
  expect(stdout()).not.toContain("builder-pm park");
  await expect(runPark(context, "A chart", {})).rejects.toMatchObject({
    message: 'No project is open. "Monday report" (script) is finished.',
    fix:
      "Start another one: builder-pm start\n" +
      'Or start with this idea: builder-pm start "A chart"',
  });
});

test("park alone lists the parked ideas by project, and says how to start or park one", async () => {
  const { context, stdout } = createLoopContext({ project: projectAfter("spec") });
  await runPark(context, undefined, {});
  expect(stdout()).toBe(
    "  No ideas are parked. What you park here waits for later.\n\n" +
      '  To park one:\n    builder-pm park "..."\n',
  );
  await runPark(context, "Send it by itself", {});
  await runPark(context, "A chart", {});
  await runPark(context, undefined, { project: "script" });
  expect(stdout().slice(stdout().indexOf("Parked while"))).toBe(
    'Parked while you worked on "Monday report"\n  - Send it by itself\n  - A chart\n\n' +
      '  To start one:\n    builder-pm start "Send it by itself" --anyway\n\n' +
      '  To park one:\n    builder-pm park "..."\n',
  );
  await expect(runPark(context, undefined, { project: "x" })).rejects.toMatchObject({
    exitCode: 2,
  });
});
