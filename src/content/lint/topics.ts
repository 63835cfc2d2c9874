import { deriveOnce, listIds } from "../../domain/library/derived.ts";
import type { Library } from "../../domain/library/library.ts";
import type { FieldProblem } from "../schema.ts";
import { checkName, createKindCheck } from "./check.ts";

/** Checks that the guide topics of steps and their choices exist. */
export const checkStepTopics = createKindCheck("steps", ({ guide, questions }, library) => [
  ...checkTopic(["guide"], guide, library),
  ...questions.flatMap(({ choices = [] }, index) =>
    choices.flatMap((choice, at) =>
      (["guide", "lesson"] as const).flatMap((field) =>
        checkTopic(["questions", index, "choices", at, field], choice[field], library),
      ),
    ),
  ),
]);

/** Checks that the guide topics of the items of a checklist exist. */
export const checkItemTopics = createKindCheck("checklists", ({ items }, library) =>
  items.flatMap(({ lesson }, index) => checkTopic(["items", index, "lesson"], lesson, library)),
);

/** Checks that the guide topic of a rule exists. */
export const checkRuleTopics = createKindCheck("rules", ({ guide }, library) =>
  checkTopic(["guide"], guide, library),
);

/** Checks that the guide topics of what is wrong in a drill exist. */
export const checkDrillTopics = createKindCheck("drills", ({ truth, planted }, library) => [
  ...truth.flatMap(({ guide }, at) => checkTopic(["truth", at, "guide"], guide, library)),
  ...planted.flatMap(({ guide }, at) => checkTopic(["planted", at, "guide"], guide, library)),
]);

const listAnyIds = deriveOnce(
  (guide: Library["guide"]) => new Set(guide.flatMap(({ id, was = [] }) => [id, ...was])),
);

function checkTopic(
  path: FieldProblem["path"],
  topic: string | undefined,
  { guide }: Library,
): FieldProblem[] {
  if (topic === undefined || listAnyIds(guide).has(topic)) return [];
  return checkName(path, "topic of the guide", topic, listIds(guide), "guide");
}
