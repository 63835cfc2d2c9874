import { splitPlaceholders } from "../../domain/text/template.ts";

/** A line of a template: every second part is the name of a placeholder, the others are ours. */
export type Words = readonly string[];

/** A paragraph or list of a template. */
export type Block =
  /** A placeholder that stands alone. */
  | { kind: "value"; name: string }
  | { kind: "paragraph"; label?: string | undefined; words: Words }
  /** A list whose entries have names: `- **Bet:** {{spec.bet}}`. */
  | { kind: "facts"; facts: readonly { name: string; words: Words }[] }
  | { kind: "list"; isNumbered: boolean; entries: readonly Words[] }
  | { kind: "code"; lines: readonly string[] };

/** A template as it divides a page: its title, what stands below it, and its sections. */
export interface ParsedTemplate {
  /** The line of the title, with its placeholders. */
  title: string;
  lead: readonly Block[];
  sections: readonly { title: Words; blocks: readonly Block[] }[];
}

/** What is known of the templates, which the projects of a page share. */
const known = new Map<string, ParsedTemplate>();

/** Parses a template: the few forms of markdown that templates use. */
export function parseTemplate(template: string): ParsedTemplate {
  const parsed = known.get(template) ?? parseSections(template);
  known.set(template, parsed);
  return parsed;
}

function parseSections(template: string): ParsedTemplate {
  const [head = "", ...others] = template.split(/^(?=## )/m);
  const [title = "", ...lead] = head.split("\n");
  const hasTitle = title.startsWith("# ");
  return {
    title: hasTitle ? title.slice(2) : "",
    lead: parseBlocks(hasTitle ? lead.join("\n") : head),
    sections: others.map((section) => {
      const [heading = "", ...body] = section.split("\n");
      return { title: splitPlaceholders(heading.slice(3)), blocks: parseBlocks(body.join("\n")) };
    }),
  };
}

function parseBlocks(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== "")
    .map(parseBlock);
}

function parseBlock(block: string): Block {
  const lines = block.split("\n").filter((line) => line !== "");
  if (lines.every((line) => line.startsWith("    ")))
    return { kind: "code", lines: lines.map((line) => `${line.slice(4)}\n`) };
  if (/^(?:-|\d+\.) /.test(lines[0] ?? "")) return parseEntries(lines);
  const alone = splitPlaceholders(block.trim());
  if (alone.length === 3 && alone[0] === "" && alone[2] === "")
    return { kind: "value", name: alone[1] ?? "" };
  const text = lines.join(" ");
  const [, label, rest] = /^([A-Z][^:{}]{0,60}:) (\{\{.*)$/.exec(text) ?? [];
  return { kind: "paragraph", label, words: splitPlaceholders(rest ?? text) };
}

function parseEntries(lines: readonly string[]): Block {
  const entries: string[] = [];
  for (const line of lines) {
    const [mark, rest] = /^(?:-|\d+\.) (.*)$/.exec(line) ?? [];
    if (mark === undefined) entries.push(`${entries.pop() ?? ""} ${line.trim()}`);
    else entries.push(rest ?? "");
  }
  const facts = entries.map((entry) => /^\*\*([^*{]+):\*\* (.*)$/.exec(entry));
  if (facts.every((fact) => fact !== null))
    return {
      kind: "facts",
      facts: facts.map(([, name = "", rest = ""]) => ({ name, words: splitPlaceholders(rest) })),
    };
  const isNumbered = !(lines[0] ?? "").startsWith("-");
  return { kind: "list", isNumbered, entries: entries.map(splitPlaceholders) };
}
