import type { ItemEvidence } from "../../domain/insights/item-evidence.ts";
import type { ProjectEvidence } from "../../domain/insights/level.ts";
import { labelOfAnswer, takesEvidence } from "../../domain/library/checklist.ts";
import { labelOfItem } from "../../domain/library/item-label.ts";
import type { Step } from "../../domain/library/step.ts";
import type { SavedAnswer } from "../../domain/progress/progress.ts";
import { findFirstPass, findLockTime } from "../../domain/project/first-pass.ts";
import { countOf, joinWords, shorten } from "../../domain/text/words.ts";
import { hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";
import { ITEM_MARGIN, renderItems } from "./checklist-summary.ts";
import { formatDay } from "./dates.ts";
import { renderNextStep } from "./next-step.ts";
import { describeBudget, describeEnding } from "./project.ts";

/** The evidence for one item, and the steps with the questions that gave it. */
export interface WhyView {
  evidence: ItemEvidence;
  steps: readonly Step[];
}

/** The evidence for every item of a checklist. */
export interface WhyListView {
  title: string;
  entries: readonly ItemEvidence[];
  steps: readonly Step[];
}

// These fit on a page of 40 lines; the rest is only counted.
const MAX_SHOWN = 3;
const MAX_LENGTH = { saved: 400, earlier: 120, evidence: 240, listed: 120 };

/**
 * Renders the evidence for one item: the answers, the projects that show it or what would, and the
 * next step.
 */
export function renderWhy({ evidence, steps }: WhyView, options: RenderOptions): string {
  const { item, saved, projectEvidence, nextStep } = evidence;
  const { theme, width } = options;
  const action = saved && saved.answer !== "yes" && item ? [indent(item.next, width)] : [];
  return stack([
    renderItems([evidence], options),
    item
      ? []
      : indent("This item was removed from the checklist. Your answers are still saved.", width),
    [`  ${theme.heading("What you said")}`, ...renderAnswers(evidence, width)],
    projectEvidence.length > 0
      ? [`  ${theme.heading("What shows it")}`, ...renderProjectEvidence(evidence, steps, options)]
      : item && [`  ${theme.heading("What would show it")}`, ...renderWanted(evidence, options)],
    nextStep && [`  ${theme.heading("Next")}`, ...action, renderNextStep(nextStep, options)],
  ]);
}

/** Renders every item with its answer and level, and the source of the evidence below. */
export function renderWhyList(
  { title, entries, steps }: WhyListView,
  options: RenderOptions,
): string {
  const { theme, width } = options;
  const items = renderItems(entries, options);
  const sources = entries.map((evidence) => {
    const words = describeSource(evidence, steps);
    const name = labelOfItem(evidence.item ?? evidence);
    const source = words ? `${name}: ${words}` : name;
    return theme.faint(indent(source, width, ITEM_MARGIN));
  });
  return stack([
    `  ${theme.heading(title)}`,
    items.map((item, index) => `${item}\n${sources[index]}`),
    renderSources(entries, width),
  ]);
}

function renderAnswers({ saved, draft, earlier }: ItemEvidence, width: number): string[] {
  const renderOne = (given: SavedAnswer, limit: number) => {
    const answer = `${labelOfAnswer(given.answer)}, on ${formatDay(new Date(given.answeredAt))}`;
    const evidence = given.evidence ? `: ${shorten(given.evidence, limit)}` : "";
    return hang("  ", answer + evidence, width);
  };
  const drafted = draft && renderOne(draft, MAX_LENGTH.saved).trimStart();
  return [
    saved ? renderOne(saved, MAX_LENGTH.saved) : "  Nothing yet.",
    ...(drafted ? [hang("  ", `Your agent's draft, not counted: ${drafted}`, width)] : []),
    ...earlier.slice(0, MAX_SHOWN).map((given) => renderOne(given, MAX_LENGTH.earlier)),
    ...describeRest(earlier.length, "older answer"),
  ];
}

function renderProjectEvidence(
  { item, projectEvidence }: ItemEvidence,
  steps: readonly Step[],
  { theme, width }: RenderOptions,
): string[] {
  const shownRows = projectEvidence.slice(0, MAX_SHOWN).flatMap((shown) => {
    const { id, title } = shown.project;
    const words = nameShownBy(item, shown, steps);
    return [
      indent(`${title} (${id}), ${describeEnding(shown.project)}`, width),
      theme.faint(indent(words, width, 4)),
    ];
  });
  return [...shownRows, ...describeRest(projectEvidence.length, "more project")];
}

function nameShownBy(
  item: ItemEvidence["item"],
  shown: ProjectEvidence,
  steps: readonly Step[],
  most = MAX_LENGTH.evidence,
): string {
  return item?.shownBy === "withinBudget"
    ? describeBudget(shown.project)
    : describeProjectEvidence(shown, steps, most);
}

function describeProjectEvidence(
  { project, texts }: ProjectEvidence,
  steps: readonly Step[],
  most: number,
): string {
  if (texts.length > 0) return `"${shorten(texts.join("; "), most)}"`;
  const locked = findLockTime(steps, project);
  const passed = findFirstPass(steps, project);
  if (!locked || !passed) return "";
  const [lockDay, passDay] = [formatDay(locked), formatDay(passed)];
  const when = passDay === lockDay ? "the same day" : `on ${passDay}`;
  return `Locked on ${lockDay}, before the first pass ${when}.`;
}

function renderWanted({ wanted }: ItemEvidence, { theme, width }: RenderOptions): string[] {
  if (!wanted) return [indent("No project can show this item. Only your answer counts.", width)];
  return [
    indent(wanted, width),
    theme.faint(
      indent("The project needs at least one pass. A project that you killed counts too.", width),
    ),
  ];
}

function describeRest(total: number, noun: string): string[] {
  return total > MAX_SHOWN ? [`  And ${countOf(total - MAX_SHOWN, noun)}.`] : [];
}

/** Says in a few words what the evidence is. The mark above says what the answer is. */
function describeSource({ item, saved, projectEvidence }: ItemEvidence, steps: readonly Step[]) {
  const [newest] = projectEvidence;
  const words = newest && nameShownBy(item, newest, steps, MAX_LENGTH.listed);
  if (words) return words;
  if (!saved) return "";
  const day = formatDay(new Date(saved.answeredAt));
  const { evidence } = saved;
  if (evidence) return `"${shorten(evidence, MAX_LENGTH.listed)}" (${day})`;
  return takesEvidence(saved.answer) ? `no evidence yet (${day})` : `answered on ${day}`;
}

/** Names each project once, with the items that it is evidence for. */
function renderSources(entries: readonly ItemEvidence[], width: number): string[] {
  const projects = new Map<string, { name: string; items: string[] }>();
  for (const { id, item, projectEvidence } of entries) {
    const label = labelOfItem(item ?? { id });
    for (const { project } of projectEvidence) {
      const name = `${project.title} (${project.id}), ${describeEnding(project)}`;
      const known = projects.get(project.uid) ?? { name, items: [] };
      projects.set(project.uid, { name, items: [...new Set([...known.items, label])] });
    }
  }
  const rows = [...projects.values()].map(({ name, items }) =>
    hang("  - ", `${name}: ${joinWords(items)}`, width),
  );
  const shown = [...rows.slice(0, MAX_SHOWN), ...describeRest(rows.length, "more project")];
  return rows.length > 0 ? ["  Projects that show it", ...shown] : [];
}
