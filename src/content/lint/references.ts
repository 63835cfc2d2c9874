import { listCountedChoices } from "../../domain/insights/answer-stats.ts";
import { checkKinds } from "../../domain/insights/check-kind.ts";
import { deriveOnce, indexById, listIds } from "../../domain/library/derived.ts";
import { reportDrafts } from "../../domain/library/draft-source.ts";
import type { Library } from "../../domain/library/library.ts";
import { parseReference } from "../../domain/library/reference.ts";
import { SliceFields } from "../../domain/library/slice-fields.ts";
import {
  findQuestion,
  nameShown,
  type Question,
  resolveReference,
  type Step,
} from "../../domain/library/step.ts";
import type { FieldProblem } from "../schema.ts";
import { type Check, checkName, createKindCheck } from "./check.ts";
import { checkAnswers, checkSiblings, checkWhen } from "./siblings.ts";

type Path = FieldProblem["path"];

/** Checks that the items that a slice or a drill trains exist. */
export const checkTrainedItems: Check = ({ entry }, { checklists }) => {
  if (!("trains" in entry)) return [];
  const items = listItemIds(checklists);
  return entry.trains.flatMap((id, index) =>
    checkName(["trains", index], "item", id, items, "checklists"),
  );
};

/** Checks that what a rule teaches exists: an item, a counted choice or a kind of check. */
export const checkTaught = createKindCheck("rules", ({ teaches }, { checklists, steps }) => {
  if (teaches.length === 0) return [];
  const names = [...listItemIds(checklists), ...listReasons(steps), ...checkKinds];
  return teaches.flatMap((name, index) =>
    checkName(["teaches", index], "name", name, names, "steps"),
  );
});

const listItemIds = deriveOnce((checklists: Library["checklists"]) =>
  checklists.flatMap((checklist) => checklist.items.map(({ id }) => id)),
);

const listReasons = deriveOnce((steps: readonly Step[]) =>
  listCountedChoices(steps).map(({ value }) => value),
);

const listTrained = deriveOnce(
  (slices: Library["slices"]) => new Set(slices.flatMap(({ trains }) => trains)),
);

/**
 * Checks that the question that shows an item exists, and that a slice trains every item of the
 * first checklist, so that a slice can be suggested.
 */
export const checkItems = createKindCheck(
  "checklists",
  ({ id, items }, { checklists, slices, steps }) => {
    const trained = listTrained(slices);
    return items.flatMap(({ id: item, shownBy }, index) => {
      const path = ["items", index];
      const untrained = id === checklists[0]?.id && !trained.has(item);
      return [
        ...(typeof shownBy === "object"
          ? checkQuestionReference([...path, "shownBy", "answered"], shownBy.answered, steps)
          : []),
        ...(untrained
          ? [
              {
                path: [...path, "id"],
                message: `no slice trains "${item}"`,
                fix: `add ${item} to the trains field of a slice`,
                needs: "slices" as const,
              },
            ]
          : []),
      ];
    });
  },
);

/** Checks that all references of a step exist and don't come later. */
export const checkSteps = createKindCheck("steps", (step, library) => [
  ...step.questions.flatMap((question, index) =>
    checkQuestionReferences(step, question, index, library),
  ),
  ...checkStepReferences(step, library.steps),
]);

function checkStepReferences(step: Step, steps: readonly Step[]): FieldProblem[] {
  const { id, order, needs = [], locks = [], predicts } = step;
  const checkField = (field: string, names: readonly string[]) =>
    names.flatMap((name, index) => checkStepId([field, index], name, steps));
  const later = needs.flatMap((name, index) => {
    const needed = indexById(steps).get(name);
    return needed && needed.order >= order ? [createOrderProblem(["needs", index], name, id)] : [];
  });
  return [
    ...checkField("needs", needs),
    ...checkField("locks", locks),
    ...later,
    ...checkPrediction(predicts, steps),
    ...checkFileName(step, steps),
  ];
}

/** Checks that a page doesn't become a file that has another meaning in the work folder. */
function checkFileName({ id, writes }: Step, steps: readonly Step[]): FieldProblem[] {
  if (writes === undefined) return [];
  const name = writes.toLowerCase();
  const isTaken = (listWriting(steps).get(name) ?? []).some((other) => other !== id);
  if (!isTaken && !["agents.md", "claude.md", "report.md"].includes(name)) return [];
  const message = `${writes} is already used for something else`;
  return [{ path: ["writes"], message, fix: "choose another name" }];
}

/** Lists the ids of the steps that write each file. */
const listWriting = deriveOnce((steps: readonly Step[]) => {
  const writing = new Map<string, string[]>();
  for (const { id, writes } of steps) {
    if (writes === undefined) continue;
    const ids = writing.get(writes.toLowerCase()) ?? [];
    writing.set(writes.toLowerCase(), ids);
    ids.push(id);
  }
  return writing;
});

function checkPrediction(predicts: Step["predicts"], steps: readonly Step[]): FieldProblem[] {
  if (!predicts) return [];
  const reference = `${predicts.step}.${predicts.question}`;
  const missing = checkQuestionReference(["predicts", "question"], reference, steps);
  if (missing.length > 0) return missing;
  const judged = findQuestion(steps, reference);
  if (judged?.verdicts) return checkAnswers(["predicts"], [predicts.is], judged);
  const message = `"${reference}" has no verdicts`;
  return [{ path: ["predicts", "question"], message, fix: "use a question with verdicts: true" }];
}

function checkQuestionReferences(
  step: Step,
  question: Question,
  index: number,
  { steps }: Library,
): FieldProblem[] {
  const path: Path = ["questions", index];
  const { each, hint, drafts, picks, scores, shows = [] } = question;
  const shown = shows.map(nameShown);
  return [
    ...(each ? checkListReference([...path, "each"], each, step, steps) : []),
    ...(picks ? checkListReference([...path, "picks", "from"], picks.from, step, steps) : []),
    ...checkSiblings(step, question, path),
    ...(hint ? checkHint([...path, "hint"], hint) : []),
    ...(drafts?.from ?? []).flatMap((source, at) => {
      if (typeof source === "string" || isReportPart(source.question)) return [];
      const { question: name, is } = source;
      return [
        ...checkReference([...path, "drafts", `from`, at, "question"], name, step, steps),
        ...checkAnswers([...path, "drafts", `from`, at], is, findQuestion(steps, name)),
      ];
    }),
    ...(scores ? checkScored([...path, "scores"], scores, step, steps) : []),
    ...shown.flatMap((name, at) => checkReference([...path, "shows", at], name, step, steps)),
    ...checkWhen(step, question, index),
  ];
}

function isReportPart(name: string): boolean {
  return reportDrafts.some((part) => part === name);
}

/** Checks that a question that scores a bet names an earlier text. */
function checkScored(path: Path, name: string, step: Step, steps: readonly Step[]): FieldProblem[] {
  const missing = checkReference(path, name, step, steps);
  const isText = (findQuestion(steps, name)?.type ?? "text") === "text";
  if (missing.length > 0 || isText) return missing;
  return [{ path, message: `"${name}" is not a text`, fix: "use a question of type text" }];
}

function checkListReference(
  path: Path,
  name: string,
  step: Step,
  steps: readonly Step[],
): FieldProblem[] {
  const isList = (findQuestion(steps, name)?.type ?? "list") === "list";
  const notList = { path, message: `"${name}" is not a list`, fix: "use a question of type list" };
  return [...checkReference(path, name, step, steps), ...(isList ? [] : [notList])];
}

/** Checks that a hint is a field of the slice. */
function checkHint(path: Path, name: string): FieldProblem[] {
  const [group = "", field = ""] = name.split(".");
  if (group === "slice") return checkName(path, "field of the slice", field, sliceFields);
  return [
    {
      path,
      message: `"${name}" is not a field of the slice`,
      fix: "write slice. followed by a field name",
    },
  ];
}

/** The names allowed after `slice.`. */
export const sliceFields: readonly string[] = [
  ...Object.keys(SliceFields.entries).filter((field) => field !== "own"),
  "body",
];

function checkReference(
  path: Path,
  name: string,
  step: Step,
  steps: readonly Step[],
): FieldProblem[] {
  const now = resolveReference(steps, name);
  if (now !== name) return [{ path, message: `"${name}" is now "${now}"`, fix: `write ${now}` }];
  const missing = checkQuestionReference(path, name, steps);
  const { step: stepId } = parseReference(name);
  const named = indexById(steps).get(stepId);
  return missing.length === 0 && named && named.order > step.order
    ? [createOrderProblem(path, named.id, step.id)]
    : missing;
}

/** Returns a problem if a reference such as `spec.checks` doesn't match a question. */
export function checkQuestionReference(
  path: Path,
  name: string,
  steps: readonly Step[],
): FieldProblem[] {
  const { step: stepId, question: questionId } = parseReference(resolveReference(steps, name));
  const step = indexById(steps).get(stepId);
  if (!step) return checkStepId(path, stepId, steps);
  return checkName(
    path,
    `question of ${stepId}`,
    questionId,
    step.questions.map(({ id }) => id),
  );
}

function checkStepId(path: Path, id: string, steps: readonly Step[]): FieldProblem[] {
  return checkName(path, "step", id, listIds(steps), "steps");
}

/** Returns the problem for a reference to something later in the loop. */
export function createOrderProblem(path: Path, later: string, step: string): FieldProblem {
  const message = `refers to "${later}", which doesn't come before "${step}"`;
  return { path, message, fix: "use an earlier step or change the order" };
}
