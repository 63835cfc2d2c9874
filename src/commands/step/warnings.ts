import { hasReportOfNothing } from "../../domain/project/drafts.ts";
import { wasKnownAnswer } from "../../domain/project/known-answers.ts";
import type { Project } from "../../domain/project/project.ts";
import type { SessionQuestion } from "../../domain/project/session-question.ts";

/** Says what to know about an answer before it is kept or changed. */
export function listWarnings(project: Project, question: SessionQuestion): string[] {
  return [
    ...(wasKnownAnswer(project, question) ? [CHANGE_IS_TOLD] : []),
    ...(question.proposed === "agent" ? [AGENT_DRAFT] : []),
    ...(hasReportOfNothing(project, question.question) ? [REPORT_OF_NOTHING] : []),
  ];
}

const REPORT_OF_NOTHING = "The agent's report says: none.";
const CHANGE_IS_TOLD =
  "You've seen what the agent said about it, so the page will say that you changed this.";
const AGENT_DRAFT = "What is filled in below is your agent's draft.";
