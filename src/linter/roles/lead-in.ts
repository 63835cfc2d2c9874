import { skipBullet } from "../marks.ts";
import type { Block } from "./blocks.ts";
import { findForm, findStepWord } from "./form.ts";
import { joinParts, type Part } from "./part.ts";
import { classifyHeading, isPlainTitle, type Section } from "./section.ts";

/** The most of a line that is read to find out what it is. */
export const MAX_READ = 1000;

/** Returns true if a block goes on with the steps of a scenario. */
export function goesOnInSteps(block: Block | undefined): boolean {
  if (block?.type !== "text") return false;
  const text = (block.parts[0]?.text ?? "").slice(0, MAX_READ);
  return /^(?:then|and|when)$/.test(findStepWord(text.slice(skipBullet(text))) ?? "");
}

/** A paragraph right before a list, or a few words above a deeper list, lead to that list. */
export function isLeadIn(
  block: Extract<Block, { type: "text" }>,
  text: string,
  next: Block | undefined,
): boolean {
  if (next?.type !== "text" || !next.list || findStepWord(text) !== undefined) return false;
  if (/\b(?:shall|must|should|can|will)\b/i.test(text.slice(0, MAX_READ)) && !/:\s*$/.test(text))
    return false;
  if (!block.list) return next.indent >= block.indent && block.parts.length < 3;
  return next.indent > block.indent && text.trim().split(/\s+/).length < 6;
}

/** What is named below says what something holds: "the issue body includes:". */
const holding = new RegExp(
  String.raw`\b(?:includes?|contains?|shows?|displays?|lists?|prints?|outputs?|returns?)\b` +
    String.raw`[^:]{0,60}:\s*$|\b(?:has|have|holds?|consists? of)\b[^:]{0,60}:\s*$`,
  "i",
);
const naming =
  /\b(?:(?:can|could|may|might) be (?:either|one of|any of)|options(?: are)?|(?:following|these) (?:check-?lists|documents|docs|guides|links|resources|references)):(?:\s*\([^()]{1,60}\))?\s*$/i;

/** "The store can be either:" and "the page shows:" lead to names, not to what must hold. */
export function leadsToNames(parts: readonly Part[]): boolean {
  const text = joinParts(parts).slice(0, MAX_READ);
  return naming.test(text) || holding.test(text);
}

/** Reads the label in front of a line. One that says what the line is stands for a heading. */
export function readLabel(
  text: string,
  within: Section | undefined,
): { end: number; section?: Section } {
  const bold = /^(?:\*\*|__|\*|_)([^*_]{1,60}?)(?::(?:\*\*|__|\*|_)|(?:\*\*|__|\*|_)\s?:)\s+/.exec(
    text,
  );
  const [{ length } = "", name = ""] = bold ?? /^([A-Z][\w' -]{1,30}):\s+/.exec(text) ?? [];
  const section = classifyLabel(name, within);
  if (name !== "" && findForm(`${name}: x`) === "note") return { end: length, section: "other" };
  const isAmong = within === "criteria" || within === "titled";
  const isLabel = isPlainTitle(name) || (bold && (!isAmong || isOwnSection(section)));
  return section !== undefined && isLabel ? { end: length, section } : { end: 0 };
}

/** Returns the section that a label opens. The description of a task is still a plan. */
function classifyLabel(name: string, within: Section | undefined): Section | undefined {
  const section = name === "" ? undefined : classifyHeading(name);
  return within === "other" && section === "background" ? undefined : section;
}

/** Among criteria, "**Status:**" may be what the criterion is about. */
function isOwnSection(section: Section | undefined): boolean {
  return section !== "other" && section !== "story" && section !== "background";
}
