import { readConsequence } from "../../domain/insights/bet-consequence.ts";
import { describeBetResult, readBetScore } from "../../domain/insights/bet-score.ts";
import {
  describeForecast,
  listMissedChecks,
  readForecast,
} from "../../domain/insights/forecast.ts";
import { findPrediction } from "../../domain/library/judging.ts";
import { writeRedo } from "../../domain/library/question-name.ts";
import {
  choicesOf,
  findReferenced,
  nameShown,
  type Picks,
  type Question,
  type Step,
} from "../../domain/library/step.ts";
import { quoteSentence } from "../../domain/project/drafts.ts";
import { findAnswer, type Project, textsOf } from "../../domain/project/project.ts";
import { listPickedLines } from "../../domain/project/question-instance.ts";
import { findDueStop } from "../../domain/project/stop-rule.ts";
import { joinWords, shorten } from "../../domain/text/words.ts";
import { nameKeptRound } from "../page/kept-round.ts";
import { describeDueStop } from "./due-stop.ts";

/** The longest answer that is shown in full. */
const MAX_SHOWN = 300;

/**
 * Says what a question shows of earlier answers, one line for each: a stop rule that has come due,
 * a prediction or a bet with its result, and otherwise the words of the answer. Leaves out what has
 * no answer. `named` is the option that names the project in a command.
 */
export function describeShown(
  steps: readonly Step[],
  project: Project,
  { shows = [] }: Question,
  now: Date,
  named = "",
): string[] {
  return shows.flatMap((shown) => {
    const reference = nameShown(shown);
    if (typeof shown !== "string") {
      const given = textsOf(findAnswer(project, shown.after));
      if (!given.some((answer) => shown.is.includes(answer))) return [];
      return describeBefore(steps, project, reference, named);
    }
    const line =
      describeWhatBecame(steps, project, reference, now) ??
      describeWords(steps, project, reference);
    return line === undefined ? [] : [line];
  });
}

/** Says an answer that another one made matter, what it means, and how to change it in time. */
function describeBefore(
  steps: readonly Step[],
  project: Project,
  reference: string,
  named: string,
): string[] {
  const { step, question } = findReferenced(steps, reference) ?? {};
  const words = describeWords(steps, project, reference);
  if (!step || !question || words === undefined) return [];
  const [text] = textsOf(findAnswer(project, reference));
  const hint = choicesOf(question).find(({ value }) => value === text)?.hint;
  const change = `To change it first: ${writeRedo(step, question)}${named}`;
  return [hint ? `${words} (${hint}).` : words, change];
}

/** Says what has become of an answer; undefined if nothing is known about that. */
function describeWhatBecame(
  steps: readonly Step[],
  project: Project,
  reference: string,
  now: Date,
): string | undefined {
  const { step, question } = findReferenced(steps, reference) ?? {};
  const due = question?.stops && findDueStop(steps, project, now);
  if (due) return describeDueStop(due);
  const isPrediction = step && question && findPrediction(step) === question;
  const forecast = isPrediction ? readForecast(steps, project) : undefined;
  if (forecast) return describeForecast(forecast) + describeMissed(steps, project);
  const score = readBetScore(steps, project);
  if (!score?.result || score.question.scores !== reference) return undefined;
  const then = readConsequence(score.bet, score.result.outcome);
  const words = then && quoteSentence(shorten(then, MAX_SHOWN));
  const said = words ? ` Your bet says: ${words}` : "";
  return describeBetResult(score.result) + said;
}

/** Names the checks that weren't met: " Not met: C2. Can't tell: C3." */
function describeMissed(steps: readonly Step[], project: Project): string {
  const missed = listMissedChecks(steps, project);
  const verdicts = [...new Set(missed.map(({ verdict }) => verdict))];
  return verdicts
    .map((verdict) => {
      const same = missed.filter((check) => check.verdict === verdict);
      return ` ${verdict}: ${joinWords(same.map(({ number }) => `C${number}`))}.`;
    })
    .join("");
}

function describeWords(
  steps: readonly Step[],
  project: Project,
  reference: string,
): string | undefined {
  const question = findReferenced(steps, reference)?.question;
  if (question?.picks) return describeUnpicked(steps, project, reference, question.picks);
  const texts = textsOf(findAnswer(project, reference)).filter((text) => text !== "");
  if (!question || texts.length === 0) return undefined;
  const choices = choicesOf(question);
  const words = texts.map((text) => choices.find(({ value }) => value === text)?.label ?? text);
  return `${question.label ?? question.ask}: ${shorten(words.join("; "), MAX_SHOWN)}`;
}

/** Names the lines that weren't picked, which are what a decision has to know. */
function describeUnpicked(
  steps: readonly Step[],
  project: Project,
  reference: string,
  picks: Picks,
): string | undefined {
  const value = findAnswer(project, reference);
  const failed = value ? listPickedLines(project, picks, value, "no") : [];
  if (!value || failed.length === 0) return undefined;
  const list = findReferenced(steps, picks.from)?.question.label ?? "Lines";
  const joined = failed.map((text) => text.replace(/\.$/, "")).join("; ");
  return `${list} that ${picks.no}${nameKeptRound(value)}: ${shorten(joined, MAX_SHOWN)}`;
}
