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
    const title = `${formatDay(new Date(at))}. ${escapeMarkdown(titleOfQuestion(steps, reference))}`;
    const notes = [
      `Because: ${escapeMarkdown(because)}`,
      `Before: ${listOwn(old, now)}`,
      `Now: ${listOwn(now, old)}`,
    ];
    return [listEntry(title), ...notes.map((note) => listEntry(note, { depth: 1 }))].join("\n");
  });
}

/** Names a question: "Spec: Which engineer will you show this to?"; its id if it was removed. */
function titleOfQuestion(steps: readonly Step[], reference: string): string {
  const [stepId = "", questionId = ""] = reference.split(".");
  const step = steps.find(({ id }) => id === stepId);
  const question = findQuestion(steps, reference);
  return `${step?.title ?? stepId}: ${question?.label ?? question?.ask ?? questionId}`;
}

function labelAnswer(steps: readonly Step[], reference: string, text: string): string {
  const question = findQuestion(steps, reference);
  return question ? labelOf(question, text) : text;
}

/** Lists the lines of one version that the other doesn't have; all of it if it has them all. */
function listOwn(texts: readonly string[], others: readonly string[]): string {
  const own = texts.filter((text) => !others.includes(text));
  const listed = own.length > 0 ? own : texts;
  return listed.map(escapeMarkdown).join("; ") || "nothing";
}
