import { deriveForBoth, deriveOnce } from "../../domain/library/derived.ts";
import { findQuestion, type Step } from "../../domain/library/step.ts";
import { findAnswer, type Project } from "../../domain/project/project.ts";
import { listPlaceholders } from "../../domain/text/template.ts";
import { type FilledPage, fillPage } from "./filled-page.ts";
import { resolvePlaceholder } from "./resolve.ts";
import { type ShownFacts, showOnce } from "./shown-facts.ts";
import { isNothingShown, NOTHING, type PageValue } from "./value.ts";
import type { PageView } from "./view.ts";

/** The page of a step as a part of the page of its project, with a title. */
export interface StepPart {
  title: string;
  page: FilledPage;
}

/** What the pages of all steps and rounds of a project have in common. */
export interface OpenStepParts extends Pick<PageView, "steps" | "slice" | "findPictures"> {
  /** What the page of the project says already. */
  shown: ShownFacts;
  /** Says what a placeholder stands for in a round of the project. */
  resolve: (then: Project, name: string) => PageValue;
}

/** Opens the pages of the steps of a project. */
export function openStepParts(
  content: Pick<PageView, "steps" | "slice" | "findPictures">,
): OpenStepParts {
  const { steps, slice, findPictures } = content;
  const known = deriveOnce((_then: Project) => new Map<string, PageValue>());
  // For others, a placeholder stands for the same on the page of every step.
  const step = steps.find(({ writes }) => !writes);
  const resolve = (project: Project, name: string) => {
    if (!step) return NOTHING;
    const values = known(project);
    const page = { step, steps, slice, findPictures, project, isForOthers: true };
    const value = values.get(name) ?? resolvePlaceholder(page, name);
    values.set(name, value);
    return value;
  };
  return { steps, slice, findPictures, shown: new Map(), resolve };
}

/** Notes the first value that each placeholder has in one of these rounds as shown. */
export function noteShown(
  { steps, shown, resolve }: OpenStepParts,
  rounds: readonly Project[],
  names: readonly string[],
): void {
  for (const name of new Set(names)) {
    for (const project of rounds) {
      const value = resolve(project, name);
      showOnce(shown, steps, name, value, project.rounds.length + 1);
      if (!isNothingShown(value)) break;
    }
  }
}

/**
 * Lists the pages of the steps with an answer, with only what wasn't shown yet. Leaves out a list
 * that a later page shows line by line, and the changes, which have a part of their own.
 */
export function listStepParts(
  parts: OpenStepParts,
  project: Project,
  answers: Project["answers"],
): StepPart[] {
  const { steps, slice, shown, findPictures, resolve } = parts;
  const pages = steps.filter((step) => !step.writes && answers[step.id]);
  const covered = pages
    .flatMap((step) => listCovered(steps, step))
    .filter(({ ifAnswered }) => !ifAnswered || findAnswer(project, ifAnswered))
    .flatMap(({ names }) => names);
  noteShown(parts, [project], ["changes", ...covered]);
  return pages.flatMap((each) => {
    const step = withOwnBody(steps, each);
    const page = fillPage(
      { step, steps, slice, project, shown, isForOthers: true, findPictures },
      (name) => resolve(project, name),
    );
    return page.template.trim().includes("\n") ? [{ title: step.title, page }] : [];
  });
}

/** Lists what the placeholders of a page also show: the lines of the list they are about. */
const listCovered = deriveForBoth((steps: readonly Step[], { body }: Step) =>
  listPlaceholders(body).flatMap((name): { names: string[]; ifAnswered?: string }[] => {
    const [group = "", field] = name.split(".");
    const step = steps.find(({ id }) => id === group);
    const list = step?.questions.find(({ each }) => each)?.each ?? "";
    if (field === "each") return [{ names: [list, `${group}.failed`] }];
    const picks = findQuestion(steps, name)?.picks;
    return picks ? [{ names: [picks.from, `${name}.yes`, `${name}.no`], ifAnswered: name }] : [];
  }),
);

/**
 * Returns a step whose template leaves out the lines about later steps and earlier rounds: their
 * pages follow.
 */
const withOwnBody = deriveForBoth((steps: readonly Step[], step: Step): Step => {
  const later = steps.filter(({ order }) => order > step.order).map(({ id }) => id);
  const isLeft = (line: string) =>
    listPlaceholders(line).some((name) => [...later, "last"].includes(name.split(".")[0] ?? ""));
  const own = step.body.split("\n").filter((line) => !isLeft(line));
  return { ...step, body: own.join("\n") };
});
