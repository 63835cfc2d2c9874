import type { Library } from "../../domain/library/library.ts";
import { SliceFields } from "../../domain/library/slice.ts";
import { choicesOf, findQuestion, type Question, type Step } from "../../domain/library/step.ts";
import type { FieldProblem } from "../schema.ts";
import { checkKind, checkNames } from "./check.ts";

type Path = FieldProblem["path"];

/** What a slice trains is an item. */
export const checkTrains = checkKind("slices", ({ trains }, { checklists }) => {
  const items = checklists.flatMap((checklist) => checklist.items.map(({ id }) => id));
  return trains.flatMap((id, index) =>
    checkNames(["trains", index], "item", id, items).map((problem) => ({
      ...problem,
      needs: "checklists" as const,
    })),
  );
});

/**
 * What shows an item is a question; the items of the first checklist are trained by a slice, so
 * that one can be suggested.
 */
export const checkItems = checkKind(
  "checklists",
  ({ id, items }, { checklists, slices, steps }) => {
    const trained = slices.flatMap(({ trains }) => trains);
    return items.flatMap(({ id: item, shownBy }, index) => {
      const path = ["items", index];
      const untrained = id === checklists[0]?.id && !trained.includes(item);
      return [
        ...(typeof shownBy === "object"
          ? checkQuestionReference([...path, "shownBy", "answered"], shownBy.answered, steps)
          : []),
        ...(untrained
          ? [
              {
                path: [...path, "id"],
                message: `no slice trains "${item}"`,
                fix: `add ${item} to the trains of a slice`,
                needs: "slices" as const,
              },
            ]
          : []),
      ];
    });
  },
);

/** Every place of a step that names something names what is there, and nothing that comes later. */
export const checkSteps = checkKind("steps", (step, library) => [
  ...step.questions.flatMap((question, index) =>
    checkQuestionLinks(step, question, index, library),
  ),
  ...checkStepNames(step, library.steps),
]);

function checkStepNames(
  { id, order, needs = [], locks = [], predicts }: Step,
  steps: readonly Step[],
): FieldProblem[] {
  const ids = steps.map((step) => step.id);
  const named = (field: string, names: readonly string[]) =>
    names.flatMap((name, index) =>
      checkNames([field, index], "step", name, ids).map((problem) => ({
        ...problem,
        needs: "steps" as const,
      })),
    );
  const later = needs.flatMap((name, index) => {
    const needed = steps.find((step) => step.id === name);
    return needed && needed.order >= order ? [checkOrder(["needs", index], name, id)] : [];
  });
  return [
    ...named("needs", needs),
    ...named("locks", locks),
    ...later,
    ...checkPrediction(predicts, steps),
  ];
}

function checkPrediction(predicts: Step["predicts"], steps: readonly Step[]): FieldProblem[] {
  if (!predicts) return [];
  const reference = `${predicts.step}.${predicts.question}`;
  const missing = checkQuestionReference(["predicts", "question"], reference, steps);
  if (missing.length > 0) return missing;
  const judged = findQuestion(steps, reference);
  if (judged?.verdicts) return checkAnswers(["predicts"], [predicts.is], judged, "is");
  const message = `"${reference}" gives no verdicts`;
  return [{ path: ["predicts", "question"], message, fix: "name a question with verdicts: true" }];
}

function checkQuestionLinks(
  step: Step,
  question: Question,
  index: number,
  { steps }: Library,
): FieldProblem[] {
  const path: Path = ["questions", index];
  const { each, hint, drafts } = question;
  return [
    ...(each ? checkReference([...path, "each"], each, step, steps) : []),
    ...(each && findQuestion(steps, each) && findQuestion(steps, each)?.type !== "list"
      ? [
          {
            path: [...path, "each"],
            message: `"${each}" is no list`,
            fix: "name a question of the type list",
          },
        ]
      : []),
    ...(hint ? checkField([...path, "hint"], hint) : []),
    ...(drafts?.from ?? []).flatMap(({ question: name, is }, at) => [
      ...checkReference([...path, "drafts", `from`, at, "question"], name, step, steps),
      ...checkAnswers([...path, "drafts", `from`, at], is, findQuestion(steps, name), "is"),
    ]),
    ...checkWhen(step, question, index),
  ];
}

function checkWhen({ questions }: Step, { when, each }: Question, index: number): FieldProblem[] {
  if (!when) return [];
  const path: Path = ["questions", index, "when"];
  const before = questions.slice(0, index);
  const missing = checkNames(
    [...path, "question"],
    "earlier question of this step",
    when.question,
    before.map(({ id }) => id),
  );
  const named = before.find(({ id }) => id === when.question);
  if (!named) return missing;
  if (named.each && named.each !== each) {
    const message = `"${when.question}" is asked for each line of a list, and this question is not`;
    return [{ path: [...path, "question"], message, fix: `add each: ${named.each}` }];
  }
  return checkAnswers(path, when.is, named, "is");
}

/** A hint is a field of the slice. */
function checkField(path: Path, name: string): FieldProblem[] {
  const [group = "", field = ""] = name.split(".");
  if (group === "slice") return checkNames(path, "field of the slice", field, sliceFields);
  return [
    {
      path,
      message: `"${name}" is no field of the slice`,
      fix: "write slice. and the name of a field",
    },
  ];
}

/** The names that may stand after `slice.`. */
export const sliceFields: readonly string[] = [...Object.keys(SliceFields.entries), "body"];

function checkReference(
  path: Path,
  name: string,
  step: Step,
  steps: readonly Step[],
): FieldProblem[] {
  const missing = checkQuestionReference(path, name, steps);
  const named = steps.find(({ id }) => name.startsWith(`${id}.`));
  return missing.length === 0 && named && named.order > step.order
    ? [checkOrder(path, named.id, step.id)]
    : missing;
}

/** A problem for a reference such as `spec.checks` that names no question. */
export function checkQuestionReference(
  path: Path,
  name: string,
  steps: readonly Step[],
): FieldProblem[] {
  const [stepId = "", questionId = ""] = name.split(".");
  const step = steps.find(({ id }) => id === stepId);
  const ids = steps.map(({ id }) => id);
  if (!step)
    return checkNames(path, "step", stepId, ids).map((problem) => ({
      ...problem,
      needs: "steps" as const,
    }));
  return checkNames(
    path,
    `question of ${stepId}`,
    questionId,
    step.questions.map(({ id }) => id),
  );
}

/** A problem for something that is only known later in the loop. */
export function checkOrder(path: Path, later: string, step: string): FieldProblem {
  const message = `names "${later}", which does not come before "${step}"`;
  return { path, message, fix: "name an earlier step, or change the order" };
}

function checkAnswers(
  path: Path,
  is: readonly string[],
  question: Question | undefined,
  field: string,
): FieldProblem[] {
  if (!question) return [];
  const values = choicesOf(question).map(({ value }) => value);
  return is.flatMap((value, index) =>
    checkNames(
      is.length > 1 ? [...path, field, index] : [...path, field],
      `answer to "${question.id}"`,
      value,
      values,
    ),
  );
}
