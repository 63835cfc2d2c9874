import { type Attempt, readDrillVerdict } from "../../domain/practice/attempt.ts";
import { countOf } from "../../domain/text/words.ts";

const verdictWords = { met: "met", "not-met": "not met", "cannot-tell": "can't tell" };

const sureWords: Readonly<Record<string, string>> = {
  "1": "a guess",
  "2": "fairly sure",
  "3": "sure",
};

/** Lists what a person said about a check, as sentences; none before there is a verdict. */
export function describeOwnFindings(attempt: Attempt, number: number): string[] {
  const verdict = readDrillVerdict(attempt, number);
  if (verdict === undefined) return [];
  const { answers } = attempt;
  const sure = verdict === "cannot-tell" ? undefined : answers[`sure.${number}`]?.text;
  const words = [verdictWords[verdict], ...(sure ? [sureWords[sure] ?? sure] : [])];
  const saw = answers[`saw.${number}`]?.text;
  return [`You said: ${words.join(", ")}.`, ...(saw ? [`You saw: ${saw}`] : [])];
}

/** Says what a person found beyond the checks. */
export function describeElse({ answers }: Attempt): string {
  const text = answers.else?.text;
  return text ? `You wrote: ${text}` : "You wrote nothing.";
}

/** Says how many checks are judged: those with a verdict, and how sure the person is of it. */
export function describeJudged(attempt: Attempt): string {
  const { answers, checks } = attempt;
  const judged = checks.filter((_, at) => {
    const verdict = readDrillVerdict(attempt, at + 1);
    return verdict === "cannot-tell" || (verdict && answers[`sure.${at + 1}`]);
  });
  return `You've judged ${judged.length} of ${countOf(checks.length, "check")}.`;
}
