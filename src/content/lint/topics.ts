import { findByAnyId } from "../../domain/library/id.ts";
import type { Library } from "../../domain/library/library.ts";
import type { FieldProblem } from "../schema.ts";
import { checkKind, checkNames } from "./check.ts";

/** What a step, a choice or a rule offers to read is a topic of the guide. */
export const checkStepTopics = checkKind("steps", ({ guide, questions }, library) => [
  ...checkTopic(["guide"], guide, library),
  ...questions.flatMap(({ choices = [] }, index) =>
    choices.flatMap((choice, at) =>
      checkTopic(["questions", index, "choices", at, "guide"], choice.guide, library),
    ),
  ),
]);

/** The same for a rule. */
export const checkRuleTopics = checkKind("rules", ({ guide }, library) =>
  checkTopic(["guide"], guide, library),
);

function checkTopic(
  path: FieldProblem["path"],
  topic: string | undefined,
  { guide }: Library,
): FieldProblem[] {
  if (topic === undefined || findByAnyId(guide, topic)) return [];
  const ids = guide.map(({ id }) => id);
  return checkNames(path, "topic of the guide", topic, ids).map((problem) => ({
    ...problem,
    needs: "guide",
  }));
}
