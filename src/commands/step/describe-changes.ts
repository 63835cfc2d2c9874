import { describeUnreadableBet } from "../../domain/insights/bet-score.ts";
import { isPredictionOver } from "../../domain/insights/forecast.ts";
import { nameAnswerInFlags, nameInFlags, writeRedo } from "../../domain/library/question-name.ts";
import type { Question, Step } from "../../domain/library/step.ts";
import { describeNamed, findCurrentProject } from "../../domain/progress/progress.ts";
import { countBudget } from "../../domain/project/budget.ts";
import {
  describeReason,
  entriesOf,
  findAnswer,
  type Project,
} from "../../domain/project/project.ts";
import { readAnswerSource } from "../../domain/project/proposed.ts";
import { listRounds } from "../../domain/project/rounds.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { findRuleDay } from "../../domain/project/stop-rule.ts";
import { DAY, joinWords, quotePath } from "../../domain/text/words.ts";
import { formatDay } from "../../render/text/dates.ts";
import { describeEnding, describeUsed } from "../../render/text/project.ts";
import { describeReported } from "./describe-reported.ts";
import { nameRedoable } from "./redone.ts";

/** Describes what else changed: a cut, text the agent hasn't seen, the end, or another round. */
export function describeChanges({ project: old }: StepSession, after: StepSession): string[] {
  const { project, step, steps } = after;
  const lines: string[] = [];
  if (project.grants.length > old.grants.length)
    lines.push("You cut scope, so you get one more pass.");
  const brief = steps.find(({ locks }) => locks?.includes(step.id));
  if (project.amendments.length > old.amendments.length && brief && project.finished[brief.id])
    lines.push(describeOutdated(after, brief));
  if (project.finished[step.id] && !old.finished[step.id])
    lines.push(
      ...[...describeLater(after), ...describeReported(after)],
      ...[...describeThin(after), ...describeUnscorable(after)],
    );
  if (project.closed && !old.closed) lines.push(...describeEnd(after));
  if (project.rounds.length > old.rounds.length) {
    const named = describeNamed(after.progress, project);
    lines.push(`To print this page again: builder-pm ${step.id} --print${named}`);
    lines.push(describeRound(after));
    lines.push(`The budget carries over: ${describeUsed(countBudget(project))} used so far.`);
  }
  return lines;
}

/** Says how the project ended, to whom its page goes, and which project is the current one now. */
function describeEnd(after: StepSession): string[] {
  const { project, progress } = after;
  const current = findCurrentProject(progress);
  return [
    `"${project.title}" (${project.id}) is finished: ${describeEnding(project)}.`,
    ...describeHandingOver(after),
    ...(current ? [`Your current project is now "${current.title}" (${current.id}).`] : []),
  ];
}

/** Says how to print the page that goes to whoever takes the project over. */
function describeHandingOver({ project, progress, steps, step }: StepSession): string[] {
  const page = steps.findLast(({ id, shared }) => shared && id !== step.id && project.finished[id]);
  if (project.closed?.as !== "handed-over" || !page) return [];
  const named = describeNamed(progress, project);
  const command = `builder-pm ${page.id} --print${named} > ${page.id.toUpperCase()}.md`;
  return [`Now give the ${page.title.toLowerCase()} to whoever takes it over: ${command}`];
}

/** Says how to give the answers that a step takes on any later day. */
function describeLater({ project, progress, step }: StepSession): string[] {
  const named = describeNamed(progress, project);
  return step.questions.flatMap((question) =>
    question.later && !isGiven(project, step, question)
      ? [describeAdding(step, question, named)]
      : [],
  );
}

function isGiven(project: Project, step: Step, { id }: Question): boolean {
  return findAnswer(project, `${step.id}.${id}`) !== undefined;
}

function describeAdding(step: Step, question: Question, named: string): string {
  return `${question.ask} Add it any day: ${writeRedo(step, question)}${named}`;
}

/** Says how to add to lists of which notes had only one line. */
function describeThin({ project, progress, step }: StepSession): string[] {
  const thin = step.questions.filter(({ id }) => {
    const answer = findAnswer(project, `${step.id}.${id}`);
    return readAnswerSource(answer) === "notes" && entriesOf(answer).length === 1;
  });
  const [first, ...others] = thin.map((question) => quotePath(nameInFlags(question)));
  if (first === undefined) return [];
  const labels = joinWords(thin.map(({ label, ask }) => `"${label ?? ask}"`));
  const has = others.length > 0 ? "have one line each" : "has one line";
  const or = others.length > 0 ? ` (or ${joinWords(others, "or")})` : "";
  return [
    `${labels} ${has}, from your notes. To add more: ` +
      `builder-pm ${step.id} --redo ${first}${describeNamed(progress, project)}${or}`,
  ];
}

/** Says how to write a bet that can't be scored, while it can be changed without a reason. */
function describeUnscorable({ project, progress, step, steps }: StepSession): string[] {
  const unreadable = describeUnreadableBet(steps, project);
  const [stepId, id] = unreadable?.reference.split(".") ?? [];
  if (!unreadable || stepId !== step.id) return [];
  const typed = quotePath(nameAnswerInFlags(step, id ?? ""));
  const redo = `builder-pm ${stepId} --redo ${typed}${describeNamed(progress, project)}`;
  return [`${unreadable.words}: ${redo}`];
}

/** A slice takes hours: a day that is further away was most likely meant to be another one. */
const FAR_DAYS = 180;

/**
 * Says which day a stop rule names, if that is far away: "Nov 29" is next year on Nov 30. Only to
 * someone who can be asked: what a program reads doesn't depend on the day.
 */
export function describeFarStop(
  { project: old }: StepSession,
  after: StepSession,
  { canAsk }: { canAsk: boolean },
): string[] {
  const { project, progress, step, steps } = after;
  const stop = step.questions.find(({ stops }) => stops);
  const end = project.finished[step.id];
  if (!canAsk || !stop || end === undefined || old.finished[step.id]) return [];
  const day = findRuleDay(steps, project);
  if (!day || day.getTime() - Date.parse(end) < FAR_DAYS * DAY) return [];
  const redo = `${writeRedo(step, stop)}${describeNamed(progress, project)}`;
  return [`Your stop rule comes due on ${formatDay(day)}. If you mean an earlier day: ${redo}`];
}

/** Says how to change an answer of a step that is finished; nothing if none can be changed. */
export function describeRedo({ project, progress, step, redoable }: StepSession): string[] {
  // Those that can be answered on any later day have a line of their own.
  const now = redoable.filter(({ question }) => !question.later);
  const [first, ...others] = nameRedoable(now).map(quotePath);
  if (first === undefined || project.closed || isPredictionOver(project, step)) return [];
  const or = others.length > 0 ? ` (or ${joinWords(others, "or")})` : "";
  const options = `${describeReason(project, step.id)}${describeNamed(progress, project)}`;
  return [`To change an answer or add to it: builder-pm ${step.id} --redo ${first}${options}${or}`];
}

/** Says how the agent gets to see a change after the brief. */
function describeOutdated({ project, progress }: StepSession, { id, writes }: Step): string {
  const named = describeNamed(progress, project);
  return writes && project.folder?.files?.[writes]
    ? `${writes} is out of date now. Write it again: builder-pm ${id}${named}`
    : `Give your agent the new text: builder-pm ${id} --print${named}`;
}

const COPY_SAMPLES = "Copy any sample files that your agent needs into the folder.";

/** Returns what a person says to the agent first. The guide says the same. */
export function wordFirstPrompt(file: string): string {
  return `Read ${file}. Start with the plan that it asks for.`;
}

/** Says how to save a finished page that goes to someone else as a file, unless that was done. */
export function describeSaving(
  { project: old }: StepSession,
  after: StepSession,
  isSaved: boolean,
): string[] {
  const { project, progress, step } = after;
  const isNew = project.finished[step.id] !== undefined && old.finished[step.id] === undefined;
  if (!isNew || isSaved || !step.shared || step.writes) return [];
  const named = describeNamed(progress, project);
  const file = `${step.id.toUpperCase()}.md`;
  return [`To save this page as a file: builder-pm ${step.id} --print${named} > ${file}`];
}

/**
 * Describes what to do with a page that is for an agent, in two parts: before the next step, which
 * is to log what the agent did, and after it.
 */
export function describeWayOn(session: StepSession): [first: string[], last: string[]] {
  const { project, progress, step, steps } = session;
  const { folder } = project;
  const judging = steps.find(({ questions }) => questions.some(({ verdicts }) => verdicts));
  const isDue = step.writes && project.finished[step.id] && !project.closed;
  if (!isDue || !judging || project.finished[judging.id]) return [[], []];
  const isWritten = folder?.files?.[step.writes ?? ""] !== undefined;
  const first = isWritten
    ? [
        ...(project.rounds.length === 0 ? [COPY_SAMPLES] : []),
        `In your coding agent, open the folder ${folder.path}`,
        `Then say: "${wordFirstPrompt(step.writes ?? "")}"`,
      ]
    : ["Give this page to your coding agent, and let it build."];
  const named = describeNamed(progress, project);
  const judge = `builder-pm ${judging.id}${named}`;
  const last = isWritten
    ? [`After that: ${judge} (it takes in the agent's REPORT.md)`]
    : [`To hand in what your agent reports: builder-pm report${named}`, `After that: ${judge}`];
  return [first, last];
}

/** After the decision, names what can still be answered in a finished step: an engineer's reply. */
export function describeOpenReply({ project, progress, step, steps }: StepSession): string[] {
  if (!project.closed || step !== steps.at(-1)) return [];
  const named = describeNamed(progress, project);
  return steps.flatMap((each) =>
    each.questions.flatMap((question) => {
      const isAnswered = listRounds(project).some((then) => isGiven(then, each, question));
      const isOpen = question.later && project.finished[each.id] && !isAnswered;
      return isOpen ? [describeAdding(each, question, named)] : [];
    }),
  );
}

/** Says which round starts. The next step says how to go into it with a better spec. */
function describeRound({ project }: StepSession): string {
  const round = project.rounds.length + 1;
  if (round > 2)
    return (
      `This is round ${round}. A sharper brief often helps more than another pass, and so does ` +
      "stopping for a good reason."
    );
  return "Round 2 of this project starts here.";
}
