import { skipBullet } from "../marks.ts";
import type { Block } from "./blocks.ts";
import { isRequirement } from "./form.ts";
import { classifyHeading, isManualHeading, isPlainTitle } from "./section.ts";

/** What the headings of a whole text say about it. */
export interface Outline {
  /** True if no heading says what the text is, so that its entries are criteria. */
  isLoose: boolean;
  hasTitle: boolean;
  /** The heading that names the whole text: the only one of the first level, before all others. */
  title?: Block;
  hasCriteria: boolean;
  isManual: boolean;
  /** True if "Requirements" says what the program must do, not what to install. */
  hasRules: boolean;
}

/** Reads the headings of a text. */
export function readOutline(blocks: readonly Block[]): Outline {
  const titles = blocks.flatMap((block) => titleOf(block)?.text ?? []);
  const known = titles
    .map((title) => classifyHeading(title))
    .filter((section) => section !== undefined);
  const hasTitle = titles.length > 1;
  const title = findDocumentTitle(blocks);
  return {
    ...(title ? { title } : {}),
    isLoose: known.length === 0 && (!hasTitle || isMostlyLists(blocks)),
    hasTitle,
    hasCriteria: known.includes("criteria"),
    isManual: titles.some(isManualHeading),
    hasRules: hasRules(blocks),
  };
}

function findDocumentTitle(blocks: readonly Block[]): Block | undefined {
  const [first, ...others] = blocks.filter(({ type }) => type === "heading");
  const isFirst = (block: Block | undefined) => block?.type === "heading" && block.level === 1;
  return isFirst(first) && others.length > 0 && !others.some(isFirst) ? first : undefined;
}

/** Some entry below "Requirements" says what something must do. */
function hasRules(blocks: readonly Block[]): boolean {
  let isInside = false;
  return blocks.some((block) => {
    const title = block.type === "heading" ? block.parts[0]?.text : undefined;
    if (title !== undefined && block.type === "heading" && block.level < 3)
      isInside = classifyHeading(title) === "criteria";
    const isEntry = block.type === "row" || (block.type === "text" && block.list);
    return isInside && isEntry && block.parts.some(({ text }) => isRule(text.slice(0, 300)));
  });
}

function isRule(text: string): boolean {
  return isRequirement(text) && !/\b(?:install|have|need|running)/.test(text);
}

/** Under headings that say nothing, lists are criteria, but not the lists in a long text. */
function isMostlyLists(blocks: readonly Block[]): boolean {
  const texts = blocks.filter(({ type }) => type === "text" || type === "row");
  const entries = texts.filter(
    (block) => block.type === "row" || (block.type === "text" && block.list),
  );
  const hasCode = blocks.some((block) => block.type === "skipped" && block.why === "code");
  return !hasCode && entries.length >= 0.7 * texts.length;
}

/** Returns the title of a heading, a bold line or a known name with a colon; or undefined. */
export function titleOf(block: Block): { text: string; level: number } | undefined {
  if (block.type === "heading") return { text: block.parts[0]?.text ?? "", level: block.level };
  if (block.type !== "text" || block.parts.length > 1) return undefined;
  const line = (block.parts[0]?.text ?? "").slice(0, 200).trimEnd();
  const text = line.slice(skipBullet(line));
  const name = boldTitle(text, block.list) ?? plainTitle(text, block.list);
  return name === undefined ? undefined : { text: name, level: levelOf(block) };
}

/** A bold line is below every heading, and an entry below that. */
function levelOf({ list, indent }: { list: boolean; indent: number }): number {
  return list ? 8 + indent : 7;
}

function boldTitle(text: string, isEntry: boolean): string | undefined {
  const [, mark = "", name] = /^(\*\*|__|\*|_)([^*_]{1,90}):?\1\s?:?$/.exec(text) ?? [];
  if (name === undefined) return undefined;
  const isKnown = classifyHeading(name) !== undefined && name.split(" ").length < 14;
  return isKnown || (mark.length === 2 && !isEntry && !/[.!]$/.test(name)) ? name : undefined;
}

/** "Acceptance criteria" or, with a colon, other short names: "Login checks:". */
function plainTitle(text: string, isEntry: boolean): string | undefined {
  const name = text.replace(/:$/, "");
  const isNamed = name !== text && !isEntry && name.split(" ").length < 5;
  if (isPlainTitle(name) && (name !== text || !isEntry)) return name;
  return isNamed && classifyHeading(name) !== undefined ? name : undefined;
}
