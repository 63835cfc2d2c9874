import type { Context } from "../../context.ts";
import { wordScoring } from "../../domain/insights/bet-score.ts";
import type { Question } from "../../domain/library/step.ts";
import { describeNamed } from "../../domain/progress/progress.ts";
import { type AnswerLine, confirmLines } from "../../domain/project/answer-line.ts";
import { describeWrittenPage } from "../../domain/project/answer-problem.ts";
import { labelOf } from "../../domain/project/drafts.ts";
import { splitJoined } from "../../domain/project/joined-choices.ts";
import { findPlace, type QuestionPlace } from "../../domain/project/question-place.ts";
import type { StepSession } from "../../domain/project/session.ts";
import type { SessionQuestion } from "../../domain/project/session-question.ts";
import { listTyped, type TypedByName } from "../../domain/project/unfinished.ts";
import { cleanReason } from "../../domain/text/clean.ts";
import type { Prompter } from "../../prompts/prompter.ts";
import {
  renderAsking,
  renderIntro,
  renderNotice,
  renderReplaced,
  renderUnsaved,
} from "../../render/text/asking.ts";
import { describeShown } from "../../render/text/shown-answers.ts";
import { leaveEvidence, markEvidence, settleLine } from "../shared/answer-lint.ts";
import { createChange } from "../shared/change.ts";
import { askWithoutBack } from "../shared/going-back.ts";
import { createReveal, openAfterLastCheck, type Reveal } from "./agent-claims.ts";
import { describeNewScore } from "./answer-notes.ts";
import type { StepWords } from "./command-line.ts";
import { type Interviewer, interview, type Past, type Tools } from "./interview.ts";
import { createPictureHooks } from "./pictures/hooks.ts";
import { assertChangeable, assertOpen, assertTurn } from "./preconditions.ts";
import { findQuestionBefore, listRedone } from "./redone.ts";
import { keepTypedLine, replaceLine } from "./redone-line.ts";
import { createScreen } from "./screen.ts";
import { describeStop } from "./stop-words.ts";
import { listWarnings } from "./warnings.ts";
import { answerOrThrow, MissingReasonError, type StepWork, saveStep } from "./work.ts";

/**
 * Asks the open questions of a step one by one, or the one that is named to be asked again. Returns
 * the work at the end.
 */
export async function askStep(
  context: Context,
  work: StepWork,
  options: StepWords,
): Promise<StepWork> {
  const { step, project } = work.session;
  const round = project.rounds.length + 1;
  if (options.redo === undefined) {
    if (round > 1) context.stderr.show(renderNotice, `Round ${round} of "${project.title}"`);
    if (step.intro) context.stderr.show(renderIntro, step.intro);
  }
  const reveal = createReveal(context, work.session);
  const asked = await interview(
    context,
    work,
    createStepInterviewer(context, work.session, options, reveal),
  );
  // After the last verdict, no other question may follow that would show it.
  reveal.show(asked.session);
  return asked;
}

function createStepInterviewer(
  context: Context,
  before: StepSession,
  options: StepWords,
  reveal: Reveal,
): Interviewer<StepWork, SessionQuestion> {
  const { redo, because, redoneLine: line } = options;
  let typedReason: string | undefined;
  let last: QuestionPlace | undefined;
  return {
    findNext: ({ session }, { typed, done, ahead }: Past) =>
      redo === undefined
        ? session.questions.find(({ isOpen, name }) => isOpen || typed.has(name) || ahead.has(name))
        : listRedone(before, session, options).find(({ name }) => !done.has(name)),
    findBefore: ({ session }, question) =>
      redo === undefined ? findQuestionBefore(session, question) : undefined,
    ...(redo === undefined ? createScreen(context, reveal) : {}),
    show: ({ session }, question) => {
      reveal.show(session);
      const { steps, step, project } = session;
      const named = describeNamed(session.progress, project);
      const { name } = question;
      const place = redo === undefined ? findPlace(project, step, { name, last }) : undefined;
      last = place ?? last;
      const worded = wordScoring(steps, project, withoutExample(question));
      context.stderr.show(renderAsking, {
        ...question,
        question: worded.question,
        above: [
          ...worded.above,
          ...describeShown(steps, project, question.question, context.now(), named),
          ...listWarnings(project, question),
        ],
        isDrafted: question.proposed === "drafts" && question.lines.length > 0,
        before: isInPrompt(question) ? [] : question.before,
        place,
      });
    },
    ...createPictureHooks(context),
    settle: ({ session }, { question }, text, keepDraft, tools) => {
      const find =
        redo === undefined ? leaveEvidence(tools.find, session.step, question) : tools.find;
      return settleLine({ ...tools, find }, question, text, keepDraft);
    },
    save: (before, question, given, tools) => {
      const lines = line ? replaceLine(before.session, question, line, given) : given;
      return saveAsked(before, question, lines, tools, {
        given: cleanReason(because),
        keepDraft: (text) => {
          typedReason = cleanReason(text);
        },
      });
    },
    keepTyped: (before, typed) =>
      keepTyped(context, before, line ? keepTypedLine(before.session, typed, line) : typed),
    describeStop: ({ session }, typed) =>
      describeStop(session, typed, {
        ...{ ...options, because: because ?? typedReason },
        isUnchanged: session.project === before.project,
      }),
  };
}

/** Returns true if the answer of the round before is what the prompt starts with. */
function isInPrompt({ question, lines, before }: SessionQuestion): boolean {
  const shown = lines.map(({ text }) => text);
  return question.type !== "select" && JSON.stringify(shown) === JSON.stringify(before);
}

/** Good lines to pick from stand in place of the example. */
function withoutExample({ asked, candidates }: SessionQuestion): Question {
  const { example, ...rest } = asked;
  return candidates.length === 0 && example !== undefined ? asked : rest;
}

/** The reason for a change: as it was given, or as it is typed when asked for. */
interface Reasons {
  given: string | undefined;
  /** Called with what was typed if the person stops. */
  keepDraft: (text: string) => void;
}

/** Saves an answer to a step that is locked only with a reason, which is asked for. */
async function saveAsked(
  before: StepWork,
  question: SessionQuestion,
  given: readonly AnswerLine[],
  { context, prompter, find }: Tools,
  reasons: Reasons,
): Promise<StepWork> {
  const own = confirmLines(given);
  const lines = await markEvidence(find, before.session.step, question.question, own);
  let replaced: string[] = [];
  const save = (because: string | undefined) =>
    saveStep(before, (session) => {
      assertTurn(session);
      assertChangeable(session, true);
      replaced = listReplaced(before.session, session, question, lines);
      const change = { ...createChange(context), because };
      const answered = splitJoined(session.step, question, lines).reduce(
        (now, part) => answerOrThrow(now, part.instance, part.lines, change),
        session,
      );
      return openAfterLastCheck(answered, change);
    });
  const saveAndTell = async (because: string | undefined) => {
    const saved = await save(because);
    if (replaced.length > 0) context.stderr.show(renderReplaced, replaced);
    for (const line of describeNewScore(before.session, saved.session))
      context.stderr.show(renderNotice, `${line} To change it, go back with <.`);
    return saved;
  };
  try {
    return await saveAndTell(reasons.given);
  } catch (error) {
    if (!(error instanceof MissingReasonError)) throw error;
  }
  const reason = await askReason(prompter, before.session, reasons.keepDraft);
  try {
    const saved = await saveAndTell(reason);
    const isKept = saved.session.project.amendments.some((change) => change.because === reason);
    if (!isKept) context.stderr.show(renderUnsaved, [reason]);
    return saved;
  } catch (error) {
    context.stderr.show(renderUnsaved, [reason]);
    throw error;
  }
}

/** Lists what another window answered meanwhile, and an answer takes the place of. */
function listReplaced(
  before: StepSession,
  now: StepSession,
  question: SessionQuestion,
  lines: readonly AnswerLine[],
): string[] {
  const listTexts = (session: StepSession) => session.linesOf(question).map(({ text }) => text);
  const known = new Set([...listTexts(before), ...lines.map(({ text }) => text)]);
  return listTexts(now)
    .filter((text) => text !== "" && !known.has(text))
    .map((text) => labelOf(question.asked, text));
}

async function askReason(
  prompter: Prompter,
  session: StepSession,
  keepDraft: Reasons["keepDraft"],
): Promise<string> {
  for (;;) {
    const words = await askWithoutBack(prompter, {
      message: `${describeWrittenPage(session)}. Why does this change now?`,
      hint: "One sentence. The old text and your reason are kept",
      keepDraft,
    });
    const reason = cleanReason(words);
    if (reason !== undefined) return reason;
  }
}

/** Saves what was typed and not answered. Prints it if it can't be saved. */
async function keepTyped(context: Context, work: StepWork, typed: TypedByName): Promise<void> {
  try {
    await saveStep(work, (session) => {
      assertTurn(session);
      assertOpen(session, [...typed.keys()]);
      assertChangeable(session, true);
      return session.keepTyped(typed);
    });
  } catch (error) {
    context.stderr.show(renderUnsaved, listTyped(typed));
    throw error;
  }
}
