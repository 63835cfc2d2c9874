import { countChanges, type Sum, sumAnswers } from "../../domain/insights/answer-stats.ts";
import { rateClaims } from "../../domain/insights/claim-rate.ts";
import { listParkedByProject, type ParkedIdeas } from "../../domain/insights/parked.ts";
import { listPortfolio } from "../../domain/insights/portfolio.ts";
import type { Step } from "../../domain/library/step.ts";
import type { Project } from "../../domain/project/project.ts";
import { countTimes, joinWords } from "../../domain/text/words.ts";
import { stack } from "../layout.ts";
import {
  findProjectContent,
  listByState,
  type ProgressPageView,
  type ProjectContent,
} from "../page/progress-view.ts";
import { describeClaimRate } from "./claim-rate.ts";
import { describeChange } from "./history.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";
import { renderPortfolio } from "./portfolio.ts";
import { describeExtras, describePracticeFully } from "./practice-line.ts";
import { renderProjectSections } from "./project-sections.ts";
import { renderChecklistSection } from "./reality-check.ts";

/**
 * Renders the progress page for a lead as markdown that pastes everywhere: headings, bold and
 * lists. Decisions come first, and details last.
 */
export function renderProgressPage(view: ProgressPageView): string {
  const { summary, steps, projects, gone = [], practice } = view;
  const portfolio = listPortfolio(summary.checklist, steps, projects);
  const drills = practice ? [...describePracticeFully(practice), ...describeExtras(practice)] : [];
  const isEmpty =
    projects.length + drills.length === 0 && summary.completion.answered + gone.length === 0;
  return stack([
    "# Builder PM progress",
    ...(isEmpty ? [EMPTY] : []),
    ...renderPortfolio(portfolio),
    ...renderRecurring(steps, projects),
    ...renderParkedIdeas(listParkedByProject({ projects })),
    ...(drills.length > 0 ? ["## Judging practice", drills.join(" ")] : []),
    ...renderChecklistSection({ summary, portfolio, gone }),
    ...listByState(projects, portfolio).flatMap((project) =>
      renderProjectSections({
        ...findProjectContent(view, project),
        above: { portfolio: portfolio.find((entry) => entry.project === project) },
      }),
    ),
  ]);
}

const EMPTY =
  "Nothing to show yet. Your decisions and your answers to the reality check will be here. " +
  "To begin: builder-pm check";

/** Renders one project as a page of its own. */
export function renderProjectPage(view: ProjectContent, project: Project): string {
  const [title = "", ...sections] = renderProjectSections(findProjectContent(view, project));
  return stack([
    title.replace(/^## /, "# "),
    ...sections.map((section) => section.replace(/^##(#+ )/gm, "#$1")),
  ]);
}

/** Renders what happened more than once over all projects; nothing if nothing did. */
function renderRecurring(steps: readonly Step[], projects: readonly Project[]): string[] {
  const changes = countChanges(projects).filter(({ count }) => count > 1);
  const changed = joinWords(changes.map((change) => escapeMarkdown(describeChange(change, steps))));
  const claimed = describeClaimRate(rateClaims(steps, projects));
  const lines = [
    ...(claimed === "" ? [] : [listEntry(`**Claims and results:** ${escapeMarkdown(claimed)}`)]),
    ...sumAnswers(steps, projects).flatMap(renderSum),
    ...(changes.length > 0 ? [listEntry(`**Changed after the brief:** ${changed}`)] : []),
  ];
  return lines.length > 0 ? ["## What keeps coming back", lines.join("\n")] : [];
}

function renderSum({ ask, answers }: Sum): string[] {
  if (!answers.some(({ count }) => count > 1)) return [];
  const counts = answers.map(
    ({ label, count }) => `${escapeMarkdown(label)}, ${countTimes(count)}`,
  );
  return [listEntry(`**${escapeMarkdown(ask)}** ${counts.join("; ")}`)];
}

function renderParkedIdeas(parked: readonly ParkedIdeas[]): string[] {
  if (parked.length === 0) return [];
  const lines = parked.map(({ project, ideas }) =>
    listEntry(`**${escapeMarkdown(project.title)}:** ${ideas.map(escapeMarkdown).join("; ")}`),
  );
  return ["## Parked ideas", lines.join("\n")];
}
