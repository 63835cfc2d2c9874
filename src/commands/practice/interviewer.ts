import type { Context } from "../../context.ts";
import type { AskedDrillQuestion, DrillSession } from "../../domain/practice/drill-session.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import type { TypedByName } from "../../domain/project/unfinished.ts";
import { quote } from "../../domain/text/words.ts";
import { StoppedError } from "../../errors.ts";
import { renderAsking } from "../../render/text/asking.ts";
import {
  describeElse,
  describeJudged,
  describeOwnFindings,
} from "../../render/text/drill-answers.ts";
import { renderPlanted } from "../../render/text/practice.ts";
import type { Store } from "../../store/contract.ts";
import { createChange } from "../shared/change.ts";
import { type Interviewer, interview } from "../step/interview.ts";
import type { InterviewQuestion } from "../step/interview-question.ts";
import { saveSession } from "./save.ts";

type Asked = AskedDrillQuestion & InterviewQuestion;

/** Asks the open questions of a drill one by one. Returns the session at the end. */
export async function askDrill(
  context: Context,
  store: Store,
  start: DrillSession,
): Promise<DrillSession> {
  const prepare = (asked: AskedDrillQuestion | undefined): Asked | undefined =>
    asked && { ...asked, prompt: asked.about ? asked.question.ask : undefined };
  let shown: string | undefined;
  let isResumed = true;
  let last: { session: DrillSession; name: string } | undefined;
  let ahead: ReadonlySet<string> = new Set();
  const show = (session: DrillSession, asked: Asked) => {
    last = { session, name: asked.name };
    const text = asked.about?.text;
    // Someone who stopped in the middle of a check sees it again.
    if (asked.isFirst || text !== shown) showDrillQuestion(context, session, { asked, isResumed });
    shown = text;
    isResumed = false;
  };
  const interviewer: Interviewer<DrillSession, Asked> = {
    findNext: (session, past) => {
      ahead = past.ahead;
      return prepare(session.findNext(ahead));
    },
    findBefore: (session, asked) => prepare(session.findBefore(asked)),
    show,
    settle: async (_session, _asked, text) => ({ text, marks: [] }),
    save: (session, { name }, lines) => saveReply(context, store, session, { name, lines }),
    keepTyped: async (session, typed) => printTyped(context, session, typed),
    describeStop: describeStoppedDrill,
  };
  try {
    return await interview(context, start, interviewer);
  } catch (error) {
    if (error instanceof StoppedError && last) await keepReopened(store, last, ahead);
    throw error;
  }
}

/** Saves which answers the person went back to and has yet to give again. */
async function keepReopened(
  store: Store,
  { session, name }: { session: DrillSession; name: string },
  ahead: ReadonlySet<string>,
): Promise<void> {
  const { answers } = session.attempt;
  const names = [name, ...ahead].filter((each) => answers[each] !== undefined);
  if (names.length === 0) return;
  await saveSession(store, session, (current) => current.askAgain([...new Set(names)]));
}

function saveReply(
  context: Context,
  store: Store,
  session: DrillSession,
  { name, lines }: { name: string; lines: readonly AnswerLine[] },
): Promise<DrillSession> {
  const { now, via = "asked", inAgentShell = false } = createChange(context);
  const text = lines[0]?.text ?? "";
  return saveSession(store, session, (current) =>
    current.answer(name, text, { now, via, inAgentShell }).finish(now, { asksAll: true }),
  );
}

/** Shows a check above its verdict, and what was planted above the question about it. */
function showDrillQuestion(
  context: Context,
  session: DrillSession,
  { asked, isResumed }: { asked: Asked; isResumed: boolean },
): void {
  const { kind } = asked.about ?? {};
  if (kind === "check") showDrillCheck(context, session, asked);
  else if (kind === "planted") showPlanted(context, session, { about: asked.about, isResumed });
  else {
    const total = countNumbered(session);
    const place = { number: total, total };
    context.stderr.show(renderAsking, { ...BARE, question: asked.question, place });
  }
}

/** A number for each check, and the last one for whatever else is wrong. */
function countNumbered({ attempt }: Pick<DrillSession, "attempt">): number {
  return attempt.checks.length + 1;
}

/** What most questions of a drill are shown without. */
const BARE = { place: undefined, hints: [], before: [] };

function showDrillCheck(
  { stderr }: Context,
  { attempt, questions }: DrillSession,
  { about, isFirst }: Asked,
): void {
  const { number = 0, text = "" } = about ?? {};
  // Its prompt says what is asked about a check.
  const question = questions.find(
    (each) => each.isFirst && each.about?.number === number,
  )?.question;
  if (!question) return;
  stderr.show(renderAsking, {
    ...BARE,
    above: isFirst ? [] : describeOwnFindings(attempt, number),
    question,
    entry: { id: String(number), number, text },
    place: { number, total: countNumbered({ attempt }) },
  });
}

function showPlanted(
  { stderr }: Context,
  { drill, attempt }: DrillSession,
  { about, isResumed }: { about: Asked["about"]; isResumed: boolean },
): void {
  const { number = 0, text = "" } = about ?? {};
  const total = attempt.planted?.length ?? 0;
  stderr.show(renderPlanted, {
    what: text,
    // It may have changed since.
    where: drill.planted.find(({ what }) => what === text)?.where,
    place: total > 1 ? `Also planted, ${number} of ${total}` : "Also planted",
    // Otherwise they have just written it.
    wrote: isResumed ? describeElse(attempt) : undefined,
  });
}

/** Prints what was typed and isn't saved as a command. */
function printTyped({ stderr }: Context, { drill }: DrillSession, typed: TypedByName): void {
  for (const [name, { draft }] of typed) {
    if (!draft) continue;
    stderr.line("What you were typing isn't saved yet. To save it:");
    stderr.line(`  builder-pm practice ${drill.id} --answer ${name}=${quote(draft)}`);
  }
}

function describeStoppedDrill({ drill, attempt }: DrillSession): string {
  const isStarted = Object.keys(attempt.answers).length > 0;
  const saved = isStarted
    ? `Your answers are saved. ${describeJudged(attempt)}`
    : "No answer is saved yet.";
  return `Stopped. ${saved} To continue: builder-pm practice ${drill.id}`;
}
