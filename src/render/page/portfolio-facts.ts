import { describeBetOutcome } from "../../domain/insights/bet-score.ts";
import { describeCarried } from "../../domain/insights/forecast.ts";
import type { PortfolioAnswer, PortfolioEntry } from "../../domain/insights/portfolio.ts";
import type { ProjectResult } from "../../domain/insights/project-results.ts";
import { countOf, joinWords } from "../../domain/text/words.ts";
import { formatDay } from "../text/dates.ts";
import { describeEnding } from "../text/project.ts";

/** A line about a finished project: what it is about, and what a person said or what came of it. */
export interface PortfolioFact {
  kind: "before" | "result" | "shown" | "decision" | "closing" | "bet" | "score";
  label: string;
  texts: readonly string[];
  notes: readonly string[];
}

/**
 * Lists what a lead reads about a finished project: the problem, what was shown, the decision with
 * its reason and lesson, and what became of the bet.
 */
export function listPortfolioLines(entry: PortfolioEntry): PortfolioFact[] {
  const { project, before, closing, shown, forecast, earlier, score } = entry;
  const isDecided = closing.some(({ closes }) => closes);
  return [
    ...before.map((answer) => describePortfolioAnswer(answer, project, "before")),
    ...(forecast ? [describeResult(forecast)] : []),
    ...earlier.map((result) => ({
      ...fact("result", `Round ${result.round}`),
      texts: [describeRoundResult(result)],
    })),
    ...(shown.length > 0 ? [describeShownItems(entry)] : []),
    ...(isDecided ? [] : [{ ...fact("decision", "Decision"), texts: [describeEnding(project)] }]),
    ...closing.map((answer) => describePortfolioAnswer(answer, project, "closing")),
    ...(score ? describeBetLines(score, project) : []),
  ];
}

function fact(kind: PortfolioFact["kind"], label: string): PortfolioFact {
  return { kind, label, texts: [], notes: [] };
}

function describePortfolioAnswer(
  { question, texts, closes }: PortfolioAnswer,
  { closed }: PortfolioEntry["project"],
  kind: "before" | "closing",
): PortfolioFact {
  return {
    ...fact(closes ? "decision" : kind, question.label ?? question.ask),
    texts,
    notes: closes && closed ? [formatDay(new Date(closed.at))] : [],
  };
}

function describeResult(forecast: NonNullable<PortfolioEntry["forecast"]>): PortfolioFact {
  const { actual, total, expected } = forecast;
  const checks = countOf(total, "check");
  const words =
    actual === undefined
      ? `not reviewed (expected ${expected} of ${checks} to be met)`
      : `${actual} of ${checks} met (expected ${expected})${describeCarried(forecast)}`;
  return { ...fact("result", "Result"), texts: [words] };
}

/** Says how an earlier round came out: "2 of 4 checks met (expected 4); overclaimed on C2". */
export function describeRoundResult({ met, expected, total, overclaimed }: ProjectResult): string {
  const names = joinWords(overclaimed.map((number) => `C${number}`));
  const over = names === "" ? "" : `; the agent overclaimed on ${names}`;
  return `${met} of ${countOf(total, "check")} met (expected ${expected})${over}`;
}

/** A bet, the number now, and what that makes of the bet if both can be read. */
function describeBetLines(
  { bet, text, question, result, round }: NonNullable<PortfolioEntry["score"]>,
  { rounds }: PortfolioEntry["project"],
): PortfolioFact[] {
  const notes = [
    ...(result ? [describeBetOutcome(result)] : []),
    ...(round <= rounds.length ? [`from round ${round}`] : []),
  ];
  return [
    ...(bet === "" ? [] : [{ ...fact("bet", "Bet"), texts: [bet] }]),
    { ...fact("score", question.label ?? question.ask), texts: [text], notes },
  ];
}

/** The items that a project shows. Evidence that stands above isn't repeated. */
function describeShownItems({ shown, before }: PortfolioEntry): PortfolioFact {
  const said = new Set(before.flatMap(({ texts }) => texts));
  const texts = shown.map(({ item: { title }, texts: all }) => {
    const evidence = all.filter((text) => !said.has(text)).join("; ");
    return evidence ? `${title.replace(/\.$/, "")}: ${evidence}` : title;
  });
  return { ...fact("shown", "What it shows"), texts };
}
