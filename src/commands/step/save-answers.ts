import type { Context } from "../../context.ts";
import { findAskedQuestion } from "../../domain/library/step.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import type { DraftSource } from "../../domain/project/proposed.ts";
import { hasOpenEntry } from "../../domain/project/question-instance.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { cleanReason } from "../../domain/text/clean.ts";
import {
  createAnswerLinter,
  lintAnswers,
  markEvidence,
  printFindings,
} from "../shared/answer-lint.ts";
import { createChange } from "../shared/change.ts";
import { createReveal } from "./agent-claims.ts";
import { printAnswerNotes } from "./answer-notes.ts";
import { applyAnswers } from "./flags.ts";
import { type NamedAnswers, parseAnswers } from "./named-answers.ts";
import type { FilledFromNotes } from "./notes.ts";
import { assertChangeable, assertOpen, assertTurn } from "./preconditions.ts";
import { type StepWork, saveStep } from "./work.ts";

/** What belongs to the answers of one call. */
interface SaveOptions {
  /** Why something changes after the brief. */
  because?: string | undefined;
  proposed?: NamedAnswers | undefined;
  open?: FilledFromNotes["open"] | undefined;
  unplaced?: readonly string[] | undefined;
  /** The answers that flags gave, as they are typed; the others come from a file. */
  answer?: readonly string[] | undefined;
}

/** Keeps what notes or an agent say as answers that a person has yet to confirm. */
export function propose(
  work: StepWork,
  { proposed, open = [], unplaced }: Pick<FilledFromNotes, "proposed"> & Partial<FilledFromNotes>,
  from: DraftSource = "notes",
): Promise<StepWork> {
  return saveStep(work, (session) => {
    assertTurn(session);
    assertOpen(session, [...proposed.keys()]);
    assertChangeable(session, true);
    return proposeOpen(session.propose(proposed, from, unplaced), open);
  });
}

/** Keeps the questions that notes leave open as drafts for the steps that ask for them. */
function proposeOpen(session: StepSession, open: FilledFromNotes["open"] = []): StepSession {
  return open
    .reduce(
      (now, { step, id, lines }) => now.inStep(step).propose(new Map([[id, lines]]), "notes"),
      session,
    )
    .inStep(session.step);
}

/**
 * Saves answers that flags, a file or notes gave, with the marks of the linter. `proposed` is what
 * notes say: a line of it that is kept as it is remembers where it comes from.
 */
export async function saveAnswers(
  context: Context,
  work: StepWork,
  answers: NamedAnswers,
  { because, proposed = new Map(), open = [], unplaced, answer = [] }: SaveOptions,
): Promise<StepWork> {
  const { step, steps } = work.session;
  const find = createAnswerLinter(context);
  const findQuestion = (name: string) => findAskedQuestion(steps, step, name)?.question;
  const linted = await lintAnswers(find, answers, findQuestion);
  const lines = new Map<string, readonly AnswerLine[]>();
  for (const answer of linted) {
    const asked = { id: findQuestion(answer.name)?.id ?? "" };
    lines.set(answer.name, await markEvidence(find, step, asked, answer.lines));
  }
  const change = { ...createChange(context, "file"), because: cleanReason(because) };
  const flags = new Set(parseAnswers(answer).keys());
  const saved = await saveStep(work, (session) => {
    assertTurn(session);
    assertChangeable(session, true);
    const noted = proposeOpen(session.propose(proposed, "notes", unplaced), open);
    const answered = applyAnswers(noted, lines, change, flags);
    // Whoever is asked for the rest sees the claims after that.
    const isOpen = hasOpenEntry(answered.project, answered.step);
    return isOpen ? answered : answered.openReports();
  });
  for (const { name, findings } of linted) printFindings(context, name, findings);
  printAnswerNotes(context, work.session, saved.session, lines);
  // A page that is printed shows it.
  const isPrinted = context.json || saved.session.missing.length === 0;
  if (!isPrinted) createReveal(context, work.session).show(saved.session);
  const { amendments } = saved.session.project;
  if (change.because && amendments.length === work.session.project.amendments.length)
    context.stderr.line("--because is only for changes after the brief, so it wasn't saved.");
  return saved;
}
