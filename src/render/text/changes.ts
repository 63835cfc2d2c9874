import { parseReference } from "../../domain/library/reference.ts";
import { findQuestion, type Step } from "../../domain/library/step.ts";
import { labelOf } from "../../domain/project/drafts.ts";
import type { Project } from "../../domain/project/project.ts";
import { formatDay } from "./dates.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";

/**
 * Renders the changes after the brief as markdown entries: the date, the question, the reason, the
 * old text and the new text.
 */
export function renderChanges(steps: readonly Step[], { amendments }: Project): string[] {
  return amendments.map(({ step, question, before, after, because, at }) => {
    const reference = `${step}.${question}`;
    const label = (text: string) => labelAnswer(steps, reference, text);
    const [old, now] = [before.map(label), after.map(label)];
    const [lost, added] = [without(old, now), without(now, old)];
    // Where lines were only added or only removed, both lists in full are clearer.
    const isSwap = lost.length > 0 && added.length > 0;
    const about = escapeMarkdown(titleOfQuestion(steps, reference));
    const title = `${formatDay(new Date(at))}. ${about}`;
    const notes = [
      `Because: ${escapeMarkdown(because)}`,
      `Before: ${joinTexts(isSwap ? lost : old)}`,
      `Now: ${joinTexts(isSwap ? added : now)}`,
    ];
    return [listEntry(title), ...notes.map((note) => listEntry(note, { depth: 1 }))].join("\n");
  });
}

/** Names a question: "Spec: Which engineer will you show this to?"; its id if it was removed. */
function titleOfQuestion(steps: readonly Step[], reference: string): string {
  const named = parseReference(reference);
  const step = steps.find(({ id }) => id === named.step);
  const question = findQuestion(steps, reference);
  return `${step?.title ?? named.step}: ${question?.label ?? question?.ask ?? named.question}`;
}

function labelAnswer(steps: readonly Step[], reference: string, text: string): string {
  const question = findQuestion(steps, reference);
  return question ? labelOf(question, text) : text;
}

function without(texts: readonly string[], others: readonly string[]): string[] {
  return texts.filter((text) => !others.includes(text));
}

function joinTexts(texts: readonly string[]): string {
  if (texts.length < 2) return texts.map(escapeMarkdown).join("") || "nothing";
  return texts.map((text) => escapeMarkdown(text.replace(/\.$/, ""))).join("; ");
}
