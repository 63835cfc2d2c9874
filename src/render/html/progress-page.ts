import { countChanges } from "../../domain/insights/answer-stats.ts";
import { rateClaims } from "../../domain/insights/claim-rate.ts";
import { listParkedByProject } from "../../domain/insights/parked.ts";
import {
  listAnswersBefore,
  listPortfolio,
  listPortfolioQuestions,
  type PortfolioEntry,
} from "../../domain/insights/portfolio.ts";
import { capitalize, countOf, joinWords } from "../../domain/text/words.ts";
import type { ItemLine } from "../page/checklist-lines.ts";
import { describeRemovedItem, listItemLines, listTimedCounts } from "../page/checklist-lines.ts";
import { listPortfolioLines, type PortfolioFact } from "../page/portfolio-facts.ts";
import { findProjectContent, listByState, type ProgressPageView } from "../page/progress-view.ts";
import { outlineProject } from "../page/project-outline.ts";
import { describeClaimRate } from "../text/claim-rate.ts";
import { describeChange } from "../text/history.ts";
import { countEndings } from "../text/project.ts";
import { chartChecks, chartPace, chartPractice, chartResults, chartSums } from "./charts.ts";
import { renderDocument } from "./document.ts";
import { type Hole, type Html, html, tidyLines, typed } from "./html.ts";
import {
  bullets,
  chip,
  endingChip,
  factList,
  sectionOf,
  stateChip,
  typedParagraph,
} from "./parts.ts";
import { fold, showOutline } from "./project.ts";

/** Renders the progress page for a lead as HTML. */
export function renderProgressHtml(view: ProgressPageView): Html {
  const { summary, steps, projects, gone = [], practice } = view;
  const portfolio = listPortfolio(summary.checklist, steps, projects);
  const drills = chartPractice(practice);
  const isEmpty =
    projects.length === 0 && !drills && summary.completion.answered + gone.length === 0;
  return renderDocument({
    title: "Builder PM progress",
    header: html`<p class="eyebrow">Builder PM</p><h1>Progress</h1>
      ${isEmpty ? EMPTY : describeDecided(portfolio, projects.length)}`,
    main: [
      portfolio.length > 0 ? showPortfolio(portfolio) : undefined,
      showOpenProjects(view),
      showRecurring(view),
      showParked(view),
      drills && sectionOf("Judging practice", drills),
      showChecklist(view, portfolio),
      showDetails(view, portfolio),
    ],
  });
}

const EMPTY = html`<p class="lead">Nothing is finished yet. This page will show each small thing that
  was built: the problem, what was shown, the decision and the lesson.</p>
  <p>To begin: <code>builder-pm check</code></p>`;

function describeDecided(portfolio: readonly PortfolioEntry[], count: number): Hole {
  if (portfolio.length > 0)
    return html`<p class="lead">${capitalize(countEndings(portfolio.map(({ project }) => project)))}.</p>`;
  return count > 0
    ? html`<p class="lead">${countOf(count, "project")} in progress, none decided yet.</p>`
    : undefined;
}

function showPortfolio(portfolio: readonly PortfolioEntry[]): Html {
  return html`<section class="wide"><h2>Portfolio</h2>${portfolio.map(showPortfolioEntry)}</section>`;
}

function showPortfolioEntry(entry: PortfolioEntry): Html {
  const { project } = entry;
  const lines = listPortfolioLines(entry).filter(
    ({ kind }) => kind !== "decision" || !project.closed,
  );
  const problem = lines.filter(({ kind }) => kind === "before");
  const shown = lines.filter(({ kind }) => kind === "shown");
  const facts = lines.filter((line) => ![...problem, ...shown].includes(line));
  return html`<article class="entry">
    <header><h3 dir="auto">${tidyLines(project.title)}</h3><p>${endingChip(project)}</p></header>
    ${problem.flatMap(({ texts }) => texts.map((text) => typedParagraph(text, "lead")))}
    ${factList(facts.map(showPortfolioFact))}
    ${shown.map(({ label, texts }) => fold(label, bullets(texts.map(typed))))}
    </article>`;
}

function showPortfolioFact({ label, texts, notes }: PortfolioFact) {
  const words = texts.map((text, index) => [index > 0 ? "; " : "", typed(text)]);
  return {
    name: label,
    value: [words, notes.map((note) => [" ", chip(capitalize(note), "plain")])],
  };
}

function showOpenProjects({ steps, projects }: ProgressPageView): Hole {
  const open = projects.filter(({ closed }) => !closed);
  if (open.length === 0) return undefined;
  const entries = open.map((project) => {
    const done = steps.filter(({ id }) => project.finished[id]).map(({ title }) => title);
    const problem = listAnswersBefore(steps, project).flatMap(({ texts }) => texts);
    return html`<article class="entry">
      <header><h3 dir="auto">${tidyLines(project.title)}</h3><p>${stateChip(project)}</p></header>
      ${problem.map((text) => typedParagraph(text, "lead"))}
      ${factList([{ name: "Steps done", value: done.join(", ") || "none yet" }])}
      </article>`;
  });
  return html`<section class="wide"><h2>In progress</h2>${entries}</section>`;
}

function showRecurring({ steps, projects }: ProgressPageView): Hole {
  const claimed = describeClaimRate(rateClaims(steps, projects));
  const changes = countChanges(projects).filter(({ count }) => count > 1);
  const changed = joinWords(changes.map((change) => describeChange(change, steps)));
  const blocks = [
    chartResults(steps, projects),
    claimed === "" ? undefined : html`<p>${claimed}</p>`,
    chartSums(steps, projects),
    changed === "" ? undefined : html`<p>Changed after the brief: ${changed}.</p>`,
    chartPace(steps, projects),
  ];
  const isAny = blocks.some(
    (block) => block !== undefined && !(Array.isArray(block) && block.length === 0),
  );
  const title = projects.length > 1 ? "What keeps coming back" : "Expected and found";
  return isAny ? sectionOf(title, blocks) : undefined;
}

function showParked({ projects }: ProgressPageView): Hole {
  const parked = listParkedByProject({ projects });
  if (parked.length === 0) return undefined;
  const facts = parked.map(({ project, ideas }) => ({
    name: typed(project.title),
    value: ideas.map((idea, index) => [index > 0 ? "; " : "", typed(idea)]),
  }));
  return sectionOf("Parked ideas", factList(facts));
}

function showChecklist(view: ProgressPageView, portfolio: readonly PortfolioEntry[]): Html {
  const { summary, gone = [] } = view;
  const items = listItemLines({ summary, portfolio });
  const isStarted = listTimedCounts(summary).length > 0;
  const isAsked = isStarted || items.some(({ isAnswered, strength }) => isAnswered || strength);
  return sectionOf(summary.checklist.title, [
    isStarted ? undefined : html`<p>Not taken yet. It asks whether each of these is true:</p>`,
    chartChecks(summary),
    isAsked
      ? html`<ul class="items">${items.map((item) => showChecklistItem(item, isStarted))}</ul>`
      : bullets(items.map(({ title }) => title)),
    gone.length > 0
      ? [
          html`<h3>Answers to items that were removed</h3>`,
          bullets(gone.map(describeRemovedItem).map(typed)),
        ]
      : undefined,
  ]);
}

function showChecklistItem(item: ItemLine, isStarted: boolean): Html {
  const { title, isYes, isAnswered, answer, strength, evidence } = item;
  const tone = isYes ? "good" : isAnswered ? "open" : "plain";
  const isShown = isAnswered || strength !== "" || isStarted;
  return html`<li><p><b>${title}</b></p>
    ${isShown ? html`<p>${chip(answer, tone)} <span class="quiet">${strength}</span></p>` : undefined}
    ${evidence === "" ? undefined : typedParagraph(evidence)}</li>`;
}

function showDetails(view: ProgressPageView, portfolio: readonly PortfolioEntry[]): Hole {
  const projects = listByState(view.projects, portfolio);
  if (projects.length === 0) return undefined;
  const names = listPortfolioQuestions(view.steps.slice(0, -1));
  const entries = new Map(portfolio.map((entry) => [entry.project, entry]));
  const folds = projects.map((project) => {
    const above = { portfolio: entries.get(project), names };
    const outline = outlineProject({ ...findProjectContent(view, project), above });
    const body = [bullets(outline.facts.map(typed)), showOutline(outline, 3)];
    return fold(html`Details: ${typed(outline.title)}`, body);
  });
  return html`<section class="wide"><h2>Project by project</h2>${folds}</section>`;
}
