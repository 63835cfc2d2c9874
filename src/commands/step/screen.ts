import type { Context } from "../../context.ts";
import type { SessionQuestion } from "../../domain/project/session-question.ts";
import type { Reveal } from "./agent-claims.ts";
import { createConfirmation } from "./confirm.ts";
import type { Interviewer } from "./interview.ts";
import type { StepWork } from "./work.ts";

/** Creates what offers the proposed answers on one screen. */
export function createScreen(context: Context, reveal: Reveal) {
  const { confirm, reopen, listPicked } = createConfirmation(context);
  return {
    confirmProposed: (work, question, past, tools) => {
      reveal.show(work.session);
      return confirm(work, question, past, tools);
    },
    reopenScreen: ({ session }, question) => {
      const at = reopen(question);
      return session.questions.find(({ name }) => name === at);
    },
    listPicked: ({ session }, past) => listPicked(session, past),
  } satisfies Partial<Interviewer<StepWork, SessionQuestion>>;
}
