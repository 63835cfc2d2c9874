import type { Rule } from "../../domain/library/rule.ts";
import type { Slice } from "../../domain/library/slice.ts";
import type { Step } from "../../domain/library/step.ts";
import type { Project } from "../../domain/project/project.ts";
import type { ShownFacts } from "./shown-facts.ts";
import type { PictureView } from "./value.ts";

/** Finds the pictures of a check, by its id, in a round of a project. */
export type FindPictures = (then: Project, checkId: string) => readonly PictureView[];

/** The page of a step. The slice is undefined if it was removed from the content. */
export interface PageView {
  step: Step;
  steps: readonly Step[];
  project: Project;
  slice: Slice | undefined;
  /** The rules of the linter, to say what an answer was kept in spite of. */
  rules?: readonly Rule[] | undefined;
  /** True if the page is part of one for someone else. */
  isForOthers?: boolean | undefined;
  /** What needn't be said again. What the page says is added. */
  shown?: ShownFacts | undefined;
  findPictures?: FindPictures | undefined;
}
