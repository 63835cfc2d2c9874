import { indexById } from "../../domain/library/derived.ts";
import { ownWords } from "../../domain/library/judging.ts";
import type { Question, Step } from "../../domain/library/step.ts";
import type { FieldProblem } from "../schema.ts";
import { createKindCheck } from "./check.ts";

const stepFields = ["needs", "locks", "predicts", "shared", "writes"] as const;

/** Checks that what a pack says about judging, and about who a page is for, is what is used. */
export const checkJudging = createKindCheck("steps", (step, { steps }) => {
  const used = indexById(steps).get(step.id);
  if (step.from === undefined || !used) return [];
  const findIn = ({ questions }: Step, wanted: Question) =>
    questions.find(({ id }) => id === wanted.id);
  const missing = used.questions.filter((question) => !findIn(step, question));
  const found = [
    ...stepFields.flatMap((field) => compareField([field], step[field], used[field])),
    ...missing.map(({ id }) => ({
      path: ["questions"],
      message: `a team's step can't leave out "${id}", so the built-in question is asked`,
    })),
    ...step.questions.flatMap((question, index) =>
      compareQuestion(index, question, findIn(used, question)),
    ),
  ];
  const fix = `copy it from: builder-pm content show step ${step.id}`;
  return found.map((problem) => ({ fix, ...problem }));
});

/** A problem with something that is built in, which can be copied. */
type Found = Omit<FieldProblem, "fix"> & { fix?: string };

function compareQuestion(index: number, own: Question, used = own): Found[] {
  const fields = Object.keys({ ...own, ...used }) as (keyof Question)[];
  return fields
    .filter((field) => !ownWords.includes(field))
    .flatMap((field) => compareField(["questions", index, field], own[field], used[field]));
}

function compareField(path: FieldProblem["path"], own: unknown, used: unknown): Found[] {
  if (toText(own) === toText(used)) return [];
  if (used === undefined)
    return [{ path, message: "isn't used, because a team's step can't add it", fix: "remove it" }];
  return [{ path, message: "a team's step can't change this, so it stays as it is built in" }];
}

/** Returns the same text for lists of the same ids: their order has no meaning. */
function toText(value: unknown): string | undefined {
  const isIds = Array.isArray(value) && value.every((entry) => typeof entry === "string");
  return JSON.stringify(isIds ? value.toSorted() : value);
}
