import type { AnswerLine } from "../../domain/project/answer-line.ts";
import { hasReportOfNothing, isReportQuestion } from "../../domain/project/drafts.ts";
import { listNewDrafts } from "../../domain/project/reported-lines.ts";
import type { StepSession } from "../../domain/project/session.ts";
import type { SessionQuestion } from "../../domain/project/session-question.ts";
import { nameStep } from "./command-line.ts";

/**
 * Says what the agent's report has about the answers that were kept from the round before, and how
 * to change them. They were kept while the report was sealed.
 */
export function describeReported(session: StepSession): string[] {
  const kept = session.questions.filter(
    ({ question, isAnswered, before }) =>
      isReportQuestion(question) && isAnswered && before.length > 0,
  );
  return kept.flatMap((answer) => describeReportedAnswer(session, answer));
}

function describeReportedAnswer(
  session: StepSession,
  { question, name, lines, before }: SessionQuestion,
): string[] {
  const label = question.label ?? question.ask;
  const redo = nameStep(session, { redo: name });
  const { steps, project } = session;
  const isNew = ({ text, from }: AnswerLine) => from === "report" && !before.includes(text);
  const added = lines.filter(isNew).map(({ text }) => `  - ${text}`);
  const leftOut = listNewDrafts(steps, project, question, lines).map(({ text }) => `  - ${text}`);
  if (added.length + leftOut.length > 0)
    return [
      ...(added.length > 0 ? [`New under "${label}", from the agent's report:`, ...added] : []),
      ...(leftOut.length > 0
        ? [`The agent's report has more for "${label}", which your page leaves out:`, ...leftOut]
        : []),
      `To confirm or change it: ${redo}`,
    ];
  const standing = lines.filter(({ text }) => text !== "");
  if (standing.length === 0 || !hasReportOfNothing(project, question)) return [];
  return [
    `Under "${label}", the agent's report says: none. Your page still says:`,
    ...standing.map(({ text }) => `  - ${text}`),
    `To change that: ${redo}`,
  ];
}
