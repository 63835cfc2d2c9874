import { expect, test } from "vitest";
import { emptyProgress } from "../../../src/domain/progress/progress.ts";
import { findLostProject } from "../../../src/domain/progress/traces.ts";
import { newProject, progressWith, projectAfter, steps } from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

const day = (number: number) => noon(number).toISOString();
const judged = projectAfter("spec", "brief", "review");

test.each([
  { what: "without a judgment", project: newProject(), madeAt: 1, isLost: false },
  { what: "with one", project: judged, madeAt: 1, isLost: true },
  {
    what: "that the import brought which is undone",
    project: { ...judged, importedAt: day(20) },
    madeAt: 20,
    isLost: false,
  },
  {
    what: "that was here before an import",
    project: { ...judged, importedAt: day(20) },
    madeAt: 1,
    isLost: true,
  },
  {
    what: "that was judged since its import",
    project: { ...judged, importedAt: day(2) },
    madeAt: 2,
    isLost: true,
  },
])("an undo that takes away a project $what: refused $isLost", ({ project, madeAt, isLost }) => {
  const before = progressWith(project);
  const lost = findLostProject(steps, before, emptyProgress, day(madeAt));
  expect(lost).toBe(isLost ? project : undefined);
});
