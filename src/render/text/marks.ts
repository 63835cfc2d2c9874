import type { Rule } from "../../domain/library/rule.ts";
import type { Step } from "../../domain/library/step.ts";
import type { Entry, SavedValue } from "../../domain/project/project.ts";
import { joinWords } from "../../domain/text/words.ts";

/** The page that an answer stands on. */
interface MarkedPage {
  step: Step;
  safe: (text: string) => string;
  rules?: readonly Rule[] | undefined;
  isForOthers?: boolean | undefined;
}

/** Says what the linter asked about an answer that was kept; "" on a page for someone else. */
export function describeMarks(page: MarkedPage, saved: SavedValue | Entry): string {
  const { step, safe, rules = [], isForOthers = step.shared } = page;
  const ids = ((saved.marks ?? []) as string[]).filter((mark) => mark !== "empty");
  if (ids.length === 0 || isForOthers) return "";
  const titles = ids.flatMap((id) => rules.find((rule) => rule.id === id)?.title ?? []);
  const names = joinWords(titles.map((title) => `"${safe(title)}"`));
  return names === "" ? " (your wording)" : ` (your wording; worth a second look: ${names})`;
}
