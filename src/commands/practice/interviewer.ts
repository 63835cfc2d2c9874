import type { Context } from "../../context.ts";
import type { AskedDrillQuestion, DrillSession } from "../../domain/practice/drill-session.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import type { TypedByName } from "../../domain/project/unfinished.ts";
import { countOf, quote } from "../../domain/text/words.ts";
import { renderAsking } from "../../render/text/asking.ts";
import { renderPlanted } from "../../render/text/practice.ts";
import type { Store } from "../../store/contract.ts";
import { createChange } from "../shared/change.ts";
import { type Interviewer, type InterviewQuestion, interview } from "../step/interview.ts";
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
  const interviewer: Interviewer<DrillSession, Asked> = {
    findNext: (session, { ahead }) => prepare(session.findNext(ahead)),
    findBefore: (session, asked) => prepare(session.findBefore(asked)),
    show: (session, asked) => showDrillQuestion(context, session, asked),
    settle: async (_session, _asked, text) => ({ text, marks: [] }),
    save: (session, { name }, lines) => saveReply(context, store, session, { name, lines }),
    keepTyped: async (session, typed) => printTyped(context, session, typed),
    describeStop: describeStoppedDrill,
  };
  return interview(context, start, interviewer);
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
  { stderr }: Context,
  { drill, attempt }: DrillSession,
  { question, about, isFirst }: Asked,
): void {
  const { number = 0, kind, text = "" } = about ?? {};
  // What was planted may have changed since.
  const planted = drill.planted.find(({ what }) => what === text);
  if (kind === "planted" && planted) {
    const total = attempt.planted?.length ?? 0;
    const place = total > 1 ? `Also planted, ${number} of ${total}` : "Also planted";
    stderr.show(renderPlanted, { planted, place });
    return;
  }
  if (!isFirst) return;
  stderr.show(renderAsking, {
    question,
    entry: kind === "check" ? { id: String(number), number, text } : undefined,
    place: kind === "check" ? { number, total: attempt.checks.length } : undefined,
    hints: [],
    before: [],
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
  const count = Object.keys(attempt.answers).length;
  const saved = count === 1 ? "1 answer is saved" : `${countOf(count, "answer")} are saved`;
  return `Stopped. ${saved}. To continue: builder-pm practice ${drill.id}`;
}
