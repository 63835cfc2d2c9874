import { findRoundClaims, type RoundClaims } from "../../domain/insights/claims.ts";
import {
  findJudgedNumber,
  type JudgmentChange,
  listJudgmentChanges,
  listLastJudgments,
  wasJudgedAtOnce,
} from "../../domain/insights/judgment-changes.ts";
import { isJudging } from "../../domain/library/judging.ts";
import { parseReference } from "../../domain/library/reference.ts";
import { findQuestion, type Step } from "../../domain/library/step.ts";
import { labelOf } from "../../domain/project/drafts.ts";
import type { Judgment } from "../../domain/project/judgment.ts";
import type { Project } from "../../domain/project/project.ts";
import type { GivenJudgment } from "../../domain/project/trace.ts";
import { joinWords } from "../../domain/text/words.ts";
import type { PageView } from "../page/view.ts";
import { describeClaims, wordVerdictOf } from "./claims.ts";
import { formatDay } from "./dates.ts";

/** The title above what {@link listJudging} says. */
export const JUDGING_TITLE = "How this was judged";

type Judged = Pick<JudgmentChange, "round" | "question" | "of">;

/**
 * Lists what a reader should know about the verdicts, the prediction and the decision of a round,
 * in sentences: which of them changed, which nobody was asked for, and whether the project comes
 * from a file. Changes in earlier rounds are in it, unless these rounds say so themselves.
 */
export function listJudging(
  steps: readonly Step[],
  project: Project,
  changesOf: "all-rounds" | "this-round" = "all-rounds",
): string[] {
  const round = project.rounds.length + 1;
  const changes = listJudgmentChanges(steps, project).filter((change) =>
    changesOf === "this-round" ? change.round === round : change.round <= round,
  );
  const claims = findRoundClaims(steps, project);
  const late = claims ? findLateChanges(steps, project, claims, changes) : [];
  const told = new Map(
    late.map(([change, number]) => [number, wordChange(steps, project, change, true)]),
  );
  const others = changes.filter((change) => !late.some(([one]) => one === change));
  return [
    ...(claims ? describeClaims(claims, wordVerdictOf(steps), true, told) : []),
    ...others.filter(({ from }) => from !== null).map((one) => wordChange(steps, project, one)),
    ...describeWays(steps, project),
    ...(wasJudgedAtOnce(steps, project) ? [AT_ONCE] : []),
    ...(project.importedAt
      ? [`The project was imported on ${formatDay(new Date(project.importedAt))}.`]
      : []),
  ];
}

/**
 * Finds the changes that are also known to have come after the report was seen, with the number of
 * the check. One sentence says both, if the check changed once like that.
 */
function findLateChanges(
  steps: readonly Step[],
  project: Project,
  { checks }: RoundClaims,
  changes: readonly JudgmentChange[],
): [JudgmentChange, number][] {
  const round = project.rounds.length + 1;
  const verdicts = changes.filter(
    (change) => change.round === round && findQuestion(steps, change.question)?.verdicts,
  );
  return checks.flatMap(({ number, changedFrom, changedTo }): [JudgmentChange, number][] => {
    const same = verdicts.filter(
      (change) =>
        change.from === changedFrom &&
        change.to === changedTo &&
        findJudgedNumber(steps, project, change) === number,
    );
    const [only, another] = same;
    return only && !another ? [[only, number]] : [];
  });
}

/**
 * Lists the same for below the page of a step that judges or is shared, where no template can leave
 * it out. A larger page that the step is part of says it once, elsewhere.
 */
export function listPageJudging({ step, steps, project, isForOthers }: PageView): string[] {
  const isAbout = step.shared || step.questions.some((question) => isJudging(step, question));
  if (step.writes || isForOthers || !isAbout) return [];
  return listJudging(steps, project);
}

const AT_ONCE =
  "The prediction and the verdicts came less than a minute apart, and nobody was asked for either.";

/** How a change came about, if nobody was asked. */
const byWhat: Readonly<Record<Judgment["via"], string>> = {
  asked: "",
  before: "",
  undo: "by an undo",
  flag: "by a command",
  file: "by a file",
  agent: "by an agent",
};

function wordChange(
  steps: readonly Step[],
  project: Project,
  { from, to, at, via, ...judged }: JudgmentChange,
  isLate = false,
): string {
  const question = findQuestion(steps, judged.question);
  const word = (value: string | null) => {
    const label = question ? labelOf(question, value ?? "") : (value ?? "");
    return question?.verdicts ? label.toLowerCase() : label;
  };
  const round = judged.round <= project.rounds.length ? `In round ${judged.round}, ` : "";
  const name = nameJudged(steps, project, judged);
  const start = round === "" ? name : withoutCapital(name);
  const day = formatDay(new Date(at));
  const by = byWhat[via];
  const subject = `${round}${start} was`;
  if (to === null) return `${subject} ${word(from)} until ${day}${by && ` (changed ${by})`}.`;
  const late = isLate ? ", after seeing the report" : "";
  return `${subject} changed from ${word(from)} to ${word(to)} on ${day}${by && ` (${by})`}${late}.`;
}

/** Names what was judged: "C2", "The prediction" or "The decision". */
function nameJudged(steps: readonly Step[], project: Project, judged: Judged): string {
  const { step: id } = parseReference(judged.question);
  const step = steps.find((candidate) => candidate.id === id);
  if (!findQuestion(steps, judged.question)?.each)
    return step?.predicts ? "The prediction" : "The decision";
  const number = findJudgedNumber(steps, project, judged);
  return number === undefined ? "A check that was removed" : `C${number}`;
}

/** The ways of giving a judgment that a reader should know about. */
const noteworthyWays: Readonly<Record<string, (given: GivenJudgment) => boolean>> = {
  "given by a command, without being asked for": ({ via }) => via === "flag",
  "read from a file, without being asked for": ({ via }) => via === "file",
  "drafted by an agent": ({ via }) => via === "agent",
  // A terminal there may be the person's, or one that the agent has made.
  "asked for in a coding agent's shell": ({ via, inAgentShell }) =>
    via === "asked" && inAgentShell === true,
};

function describeWays(steps: readonly Step[], project: Project): string[] {
  const given = listLastJudgments(steps, project);
  return Object.entries(noteworthyWays).flatMap(([words, isSo]) => {
    const names = given.filter(isSo).map((judged) => nameJudged(steps, project, judged));
    if (names.length === 0) return [];
    const subject = names.length === 1 ? "The answer" : "The answers";
    const were = names.length === 1 ? "was" : "were";
    return [`${subject} for ${joinWords(names.map(withoutCapital))} ${were} ${words}.`];
  });
}

function withoutCapital(name: string): string {
  return name.replace(/^The |^A /, (word) => word.toLowerCase());
}
