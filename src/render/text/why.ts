import type { ItemEvidence } from "../../domain/insights/item-evidence.ts";
import { findLockTime, type Proof } from "../../domain/insights/level.ts";
import { labelOfAnswer } from "../../domain/library/checklist.ts";
import type { Step } from "../../domain/library/step.ts";
import { findFirstPass } from "../../domain/project/first-pass.ts";
import { countOf, shorten } from "../../domain/text/words.ts";
import { hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";
import { renderItems, renderNextStep } from "./checklist-summary.ts";
import { formatDay } from "./dates.ts";
import { describeBudget, describeEnding } from "./project.ts";
import { describeAnswer } from "./question.ts";

/** What stands behind one item, with the steps whose questions it is told in. */
export interface WhyView {
  backing: ItemEvidence;
  steps: readonly Step[];
}

/** What stands behind every item of a checklist. */
export interface WhyListView {
  title: string;
  backings: readonly ItemEvidence[];
}

// So many of each fit on a page of 40 lines; older ones are counted.
const MAX_SHOWN = 3;
const LONGEST = { saved: 400, earlier: 120, proof: 240 };

/**
 * The page about one item: what was said and when, which projects show it or what would, and what
 * leads there.
 */
export function renderWhy({ backing, steps }: WhyView, options: RenderOptions): string {
  const { item, saved, proofs, nextStep } = backing;
  const { theme, width } = options;
  const action = saved && saved.answer !== "yes" && item ? [indent(item.next, width)] : [];
  return stack([
    renderItems([backing], options),
    item ? [] : indent("This item has left the checklist. What you answered is kept.", width),
    [`  ${theme.heading("What you said")}`, ...renderSaid(backing, width)],
    proofs.length > 0
      ? [`  ${theme.heading("What shows it")}`, ...renderProofs(backing, steps, options)]
      : item && [`  ${theme.heading("What would show it")}`, ...renderWanted(backing, options)],
    nextStep && [`  ${theme.heading("Next")}`, ...action, renderNextStep(nextStep, options)],
  ]);
}

/** Every item with its mark and its level, and below it where that comes from. */
export function renderWhyList({ title, backings }: WhyListView, options: RenderOptions): string {
  const items = renderItems(backings, options);
  const sources = backings.map((backing) =>
    options.theme.faint(indent(describeSource(backing), options.width, 6)),
  );
  return stack([
    `  ${options.theme.heading(title)}`,
    items.map((item, index) => `${item}\n${sources[index]}`),
  ]);
}

function renderSaid({ saved, earlier }: ItemEvidence, width: number): string[] {
  if (!saved) return ["  Nothing yet."];
  const describe = (said: typeof saved, longest: number) =>
    hang(
      "  ",
      `${formatDay(new Date(said.answeredAt))}, ${shorten(describeAnswer(said), longest)}`,
      width,
    );
  return [
    describe(saved, LONGEST.saved),
    ...earlier.slice(0, MAX_SHOWN).map((said) => describe(said, LONGEST.earlier)),
    ...describeRest(earlier.length, "older answer"),
  ];
}

function renderProofs(
  { item, proofs }: ItemEvidence,
  steps: readonly Step[],
  { theme, width }: RenderOptions,
): string[] {
  const shown = proofs.slice(0, MAX_SHOWN).flatMap((proof) => {
    const { id, title } = proof.project;
    const words =
      item?.shownBy === "withinBudget"
        ? describeBudget(proof.project)
        : describeProof(proof, steps);
    return [
      indent(`${title} (${id}), ${describeEnding(proof.project)}`, width),
      theme.faint(indent(words, width, 4)),
    ];
  });
  return [...shown, ...describeRest(proofs.length, "more project")];
}

function describeProof({ project, texts }: Proof, steps: readonly Step[]): string {
  if (texts.length > 0) return `"${shorten(texts.join("; "), LONGEST.proof)}"`;
  const locked = findLockTime(steps, project);
  const passed = findFirstPass(steps, project);
  if (!locked || !passed) return "";
  const [lockDay, passDay] = [formatDay(locked), formatDay(passed)];
  return `Locked on ${lockDay}, before the first pass ${passDay === lockDay ? "that day" : `on ${passDay}`}.`;
}

function renderWanted({ wanted }: ItemEvidence, { theme, width }: RenderOptions): string[] {
  if (!wanted) return [indent("No project can show this item: it rests on what you say.", width)];
  return [
    indent(wanted, width),
    theme.faint(
      indent("It counts when there was at least one pass. A killed project counts too.", width),
    ),
  ];
}

function describeRest(total: number, noun: string): string[] {
  return total > MAX_SHOWN ? [`  And ${countOf(total - MAX_SHOWN, noun)}.`] : [];
}

function describeSource({ id, saved, proofs }: ItemEvidence): string {
  const [newest] = proofs;
  if (newest) {
    const others = proofs.length > 1 ? ` and ${proofs.length - 1} more` : "";
    return `${id}: shown by ${newest.project.title} (${newest.project.id})${others}`;
  }
  if (!saved) return `${id}: not answered yet`;
  return `${id}: you said ${labelOfAnswer(saved.answer).toLowerCase()} on ${formatDay(new Date(saved.answeredAt))}`;
}
