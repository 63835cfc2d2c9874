import { expect, test } from "vitest";
import { runProjectsRename } from "../../../src/commands/projects.ts";
import { runUndo } from "../../../src/commands/undo.ts";
import { renameProject, sayShownBy } from "../../../src/domain/progress/rename.ts";
import { createLoopContext, newProject, progressWith } from "../../helpers/loop.ts";
import { answered, runOf } from "../../helpers/samples.ts";

const first = newProject();
const evidence = `12 of 12 (${sayShownBy(first.title)})`;
const runs = [runOf("a", { problem: answered("yes", { evidence }), slice: answered("not-yet") })];
const saved = { ...progressWith(first), runs };

test("a renamed project has its new name in the evidence, too", async () => {
  const { context, read, stderr } = createLoopContext({ saved });
  await runProjectsRename(context, "script", "Costs $& more");
  expect(read().runs[0]?.answers.problem?.evidence).toBe(
    '12 of 12 (Shown by the project "Costs $& more")',
  );
  await runUndo(context);
  expect(read().runs).toEqual(runs);
  expect(stderr()).toContain(`Undid: renaming "${first.title}" to "Costs $& more" (just now).`);
});

test("evidence that may be of another project of that name stays", () => {
  const other = newProject({ id: "script-2", uid: "uid-2" });
  const both = { ...progressWith(first, other), runs };
  expect(renameProject(both, first, "New").runs).toEqual(runs);
});
