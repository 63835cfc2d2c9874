import type { Context } from "../../context.ts";
import { findRoundClaims, type RoundClaims } from "../../domain/insights/claims.ts";
import { describeForecast, readForecast } from "../../domain/insights/forecast.ts";
import { findClaimedQuestion } from "../../domain/library/claimed-question.ts";
import { hasOpenEntry } from "../../domain/project/question-instance.ts";
import { findReport } from "../../domain/project/report-state.ts";
import type { Change } from "../../domain/project/save-answer.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { listJudgedChecks } from "../../render/page/judged-checks.ts";
import { renderReveal, wordVerdictOf } from "../../render/text/claims.ts";
import { printChangedPage } from "../shared/changed-page.ts";
import { pickUpReport } from "../shared/report-intake.ts";
import { nameStep } from "./command-line.ts";
import { type StepWork, toProjectState } from "./work.ts";

/** Takes in a new report before the step that judges what it claims. */
export async function takeInNewReport(context: Context, work: StepWork): Promise<StepWork> {
  const { steps, step, project } = work.session;
  if (findClaimedQuestion(steps)?.step.id !== step.id) return work;
  await printChangedPage(context, toProjectState(work));
  const state = await pickUpReport(context, toProjectState(work));
  const isMissing = !state && !findReport(project) && hasOpenEntry(project, step);
  if (isMissing && !project.closed) context.hint(`  ${HAND_IN}`);
  const session = state && work.session.reopen(state.progress);
  return session ? { ...work, session } : work;
}

const HAND_IN = "If your agent reported in its chat, hand that in first: builder-pm report";

/** Opens the report for a person who is asked: once no question about a check is open anymore. */
export function openAfterLastCheck(session: StepSession, change: Change): StepSession {
  const { project, step } = session;
  return hasOpenEntry(project, step) ? session : session.openReports(change);
}

/** Shows what the agent claimed beside the verdicts. */
export interface Reveal {
  /** Shows it as soon as the report is open, and again after a verdict was changed. */
  show(session: StepSession): void;
}

/** Creates what shows the claims after the last check is judged. `before` is the start. */
export function createReveal(context: Context, before: StepSession): Reveal {
  let shown = readJudged(before)?.verdicts;
  return {
    show: (session) => {
      const { claims, verdicts } = readJudged(session) ?? {};
      if (!claims || verdicts === shown) return;
      const isAgain = shown !== undefined;
      shown = verdicts;
      const { steps, project } = session;
      const forecast = readForecast(steps, project);
      context.stderr.show(renderReveal, {
        claims,
        wordVerdict: wordVerdictOf(steps),
        seen: listSeen(session),
        forecast: forecast ? describeForecast(forecast) : "",
        isAgain,
      });
      // Whoever changes a verdict knows the command.
      if (isAgain) return;
      context.stderr.line("To read the whole report: builder-pm report --show");
      context.stderr.line(describeWayToChange(session, claims));
    },
  };
}

/** Lists what the person typed about each check, by its number. */
function listSeen(page: StepSession): ReadonlyMap<number, string> {
  const checks = listJudgedChecks(page, page.step.id);
  return new Map(
    checks.flatMap(({ notes }, index): [number, string][] => {
      const typed = notes.find(({ isTyped }) => isTyped);
      return typed ? [[index + 1, typed.text]] : [];
    }),
  );
}

/** Says how to change a verdict in one step: one that the claims put in doubt, if there is one. */
function describeWayToChange(session: StepSession, { checks }: RoundClaims): string {
  const { number = 1 } = checks.find(({ isOverclaim }) => isOverclaim) ?? checks[0] ?? {};
  const redo = nameStep(session, { redo: `C${number}` });
  return checks.length > 1
    ? `To change a verdict, for example on C${number}: ${redo}`
    : `To change your verdict: ${redo}`;
}

/** Reads the claims with the verdicts as one text; undefined while a check is being judged. */
function readJudged({ steps, project, open }: StepSession) {
  const claims = findRoundClaims(steps, project);
  if (!claims || open.some(({ entry }) => entry)) return undefined;
  return { claims, verdicts: claims.checks.map(({ verdict }) => verdict).join(" ") };
}
