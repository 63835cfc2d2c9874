import type { Entry, SavedValue } from "../../domain/project/project.ts";
import { joinWords, lowerFirst } from "../../domain/text/words.ts";
import type { PageView } from "./view.ts";

/** Says what the linter asked about an answer that was kept; nothing on a page for someone else. */
export function describeMarks(
  { step, rules = [], isForOthers = step.shared }: PageView,
  saved: SavedValue | Entry,
  from: unknown = saved.from,
): string[] {
  const ids = ((saved.marks ?? []) as string[]).filter((mark) => mark !== "empty");
  if (ids.length === 0 || isForOthers) return [];
  const titles = ids.flatMap((id) => rules.find((rule) => rule.id === id)?.title ?? []);
  const names = joinWords(titles.map(lowerFirst));
  const wording = from === "notes" ? "from your notes" : "your wording";
  return [names === "" ? wording : `${wording}; worth a second look: ${names}`];
}
