import type { Checklist, Item } from "../library/checklist.ts";
import { type Question, resolveReference, type Step } from "../library/step.ts";
import { labelOf } from "../project/drafts.ts";
import { findAnswer, type Project, textsOf } from "../project/project.ts";
import { listRounds } from "../project/rounds.ts";
import { type BetScore, findLastBetScore } from "./bet-score.ts";
import { type Forecast, readForecast } from "./forecast.ts";
import { findProjectEvidence } from "./level.ts";
import { listEarlierResults, type ProjectResult } from "./project-results.ts";

/** An answer on the portfolio page, in the words a person sees. */
export interface PortfolioAnswer {
  question: Question;
  texts: string[];
  /** True for the choice that closed the project. */
  closes: boolean;
}

/** What the portfolio page shows about one closed project. */
export interface PortfolioEntry {
  project: Project;
  /** The answers before the step that closes a project, and in it. */
  before: PortfolioAnswer[];
  closing: PortfolioAnswer[];
  /**
   * The items that the project shows, each with the answer that is the evidence, if it is one.
   */
  shown: { item: Item; texts: string[] }[];
  /** Its last prediction with a result, else the one it had when it was closed. */
  forecast: Forecast | undefined;
  /** How the rounds before the last one came out. */
  earlier: ProjectResult[];
  /** What became of its bet, the last time that someone said. */
  score: (BetScore & { round: number }) | undefined;
}

/** Lists the closed projects for the portfolio, the last closed first. */
export function listPortfolio(
  { items }: Pick<Checklist, "items">,
  steps: readonly Step[],
  projects: readonly Project[],
): PortfolioEntry[] {
  const closedProjects = projects.filter(({ closed }) => closed);
  const sorted = closedProjects.toSorted(
    (a, b) => Date.parse(b.closed?.at ?? "") - Date.parse(a.closed?.at ?? ""),
  );
  return sorted.map((project) => describeClosedProject(items, steps, project));
}

function describeClosedProject(
  items: readonly Item[],
  steps: readonly Step[],
  project: Project,
): PortfolioEntry {
  const projects = [project];
  return {
    project,
    before: listAnswersBefore(steps, project),
    closing: steps.slice(-1).flatMap((step) => readPortfolioAnswers(step, project)),
    shown: items.flatMap((item) =>
      findProjectEvidence(item.shownBy, steps, projects).map(({ texts }) => ({ item, texts })),
    ),
    forecast:
      listRounds(project)
        .map((then) => readForecast(steps, then))
        .findLast((forecast) => forecast?.actual !== undefined) ?? readForecast(steps, project),
    earlier: listEarlierResults(steps, project),
    score: findLastBetScore(steps, project),
  };
}

/** Lists the answers that the portfolio shows before the step that closes a project. */
export function listAnswersBefore(steps: readonly Step[], project: Project): PortfolioAnswer[] {
  return steps.slice(0, -1).flatMap((step) => readPortfolioAnswers(step, project));
}

/** Names what the portfolio shows about a project, in the words of placeholders: `spec.problem`. */
export function listPortfolioFacts(
  { shown, forecast, score }: PortfolioEntry,
  steps: readonly Step[],
): string[] {
  const answered = listPortfolioQuestions(steps);
  const evidence = shown.flatMap(({ item: { shownBy } }) =>
    typeof shownBy === "object" ? [resolveReference(steps, shownBy.answered)] : [],
  );
  const bet = score ? [score.question.scores ?? "", ...(score.result ? ["score"] : [])] : [];
  return [...answered, ...evidence, ...bet, ...(forecast ? ["prediction"] : [])];
}

/** Names the questions whose answers the portfolio shows. */
export function listPortfolioQuestions(steps: readonly Step[]): string[] {
  return steps.flatMap(({ id, questions }) =>
    questions.flatMap((question) => (question.portfolio ? [`${id}.${question.id}`] : [])),
  );
}

function readPortfolioAnswers(step: Step, project: Project): PortfolioAnswer[] {
  return step.questions.flatMap((question) => {
    if (!question.portfolio || question.scores) return [];
    const given = textsOf(findAnswer(project, `${step.id}.${question.id}`)).filter(
      (text) => text !== "",
    );
    if (given.length === 0) return [];
    const closes = (question.choices ?? []).some(
      ({ value, closes }) => closes && given.includes(value),
    );
    return [{ question, texts: given.map((text) => labelOf(question, text)), closes }];
  });
}
