import type { Context } from "../../context.ts";
import type { Step } from "../../domain/library/step.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import type { SessionQuestion } from "../../domain/project/session-question.ts";
import { validateAnswer } from "../../domain/project/validate-answer.ts";
import {
  listProposalRows,
  type ProposalRow,
  renderProposals,
} from "../../render/text/proposals.ts";
import { lintLines, markEvidence } from "../shared/answer-lint.ts";
import type { Past, Tools } from "./interview.ts";
import type { StepWork } from "./work.ts";

/** A proposed answer that the person keeps, with the marks of the linter. */
export interface ConfirmedAnswer {
  question: SessionQuestion;
  lines: readonly AnswerLine[];
}

type SaveAll = (work: StepWork, answers: readonly ConfirmedAnswer[]) => Promise<StepWork>;

/**
 * Creates the function that offers all proposed answers of a step on one screen. Each is offered
 * once; those that the person wants to change are asked for afterwards, one by one.
 */
export function createConfirmation(context: Context, saveAll: SaveAll) {
  const offered = new Set<string>();
  return async (work: StepWork, { typed }: Past, tools: Tools): Promise<StepWork | undefined> => {
    const { session } = work;
    const [next] = session.open;
    const proposed = session
      .listProposed({ now: context.now(), createId: context.createId })
      .filter((question) => isKeepable(question) && !typed.has(question.name))
      .filter(({ name }) => !offered.has(name));
    if (!proposed.some(({ name }) => name === next?.name)) return undefined;
    for (const { name } of proposed) offered.add(name);
    const lint = (question: SessionQuestion) => lintProposed(session.step, question, tools);
    const answers = await Promise.all(proposed.map(lint));
    const rows = listProposalRows(answers);
    context.stderr.show(renderProposals, rows);
    const changed = await tools.prompter.multi({
      message: "Press Enter to keep all of this, or pick what you want to change:",
      choices: rows.map(({ label }, index) => ({ value: String(index), label })),
    });
    return saveAll(work, listKept(answers, rows, changed));
  };
}

/** Returns true if an answer can be kept as it is: notes may have too few lines for a list. */
function isKeepable({ question, lines }: SessionQuestion): boolean {
  const texts = lines.map(({ text }) => text);
  return validateAnswer(question, texts, { subject: "This" }) === undefined;
}

async function lintProposed(step: Step, question: SessionQuestion, { find }: Tools) {
  const texts = question.lines.map(({ text }) => text);
  const { lines, findings } = await lintLines(find, question.question, texts);
  const isMarked = question.lines.some(({ marks }) => marks.length > 0);
  const kept = isMarked ? question.lines : lines;
  return { question, lines: await markEvidence(find, step, question.question, kept), findings };
}

function listKept(
  answers: readonly ConfirmedAnswer[],
  rows: readonly ProposalRow[],
  changed: readonly string[],
): ConfirmedAnswer[] {
  const left = new Set(changed.flatMap((index) => rows[Number(index)]?.names ?? []));
  return answers.filter(({ question }) => !left.has(question.name));
}
