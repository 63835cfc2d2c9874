const PLACEHOLDER = /\{\{\s*([a-z0-9-]+(?:\.[A-Za-z0-9-]+){0,2})\s*\}\}/g;

/** What is known of the templates and their lines, which many pages share. */
const namesByTemplate = new Map<string, readonly string[]>();

/** Lists the names of the placeholders in a template, in order. */
export function listPlaceholders(template: string): readonly string[] {
  const known = namesByTemplate.get(template);
  if (known) return known;
  const names = [...template.matchAll(PLACEHOLDER)].map((match) => match[1] ?? "");
  namesByTemplate.set(template, names);
  return names;
}

/**
 * Fills a template. Leaves out what {@link cutTemplate} leaves out, and indents a value of several
 * lines so that it stays inside its list entry.
 */
export function fillTemplate(template: string, resolve: (name: string) => string): string {
  const values = new Map(listPlaceholders(template).map((name) => [name, resolve(name)]));
  const left = cutTemplate(template, (name) => (values.get(name) ?? "") === "");
  return left
    .split("\n")
    .map((line) => {
      const margin = /^\s*- (?=.)/.exec(line) ? "  " : "";
      return replacePlaceholders(line, (name) =>
        (values.get(name) ?? "").replaceAll("\n", `\n${margin}`),
      );
    })
    .join("\n");
}

/** Replaces each placeholder of a text. */
function replacePlaceholders(text: string, replace: (name: string) => string): string {
  return text.replace(PLACEHOLDER, (_match, name: string) => replace(name));
}

/** Splits a text at its placeholders: every second part is the name of one. */
export function splitPlaceholders(text: string): string[] {
  return text.split(PLACEHOLDER);
}

/**
 * Leaves out the lines of a template whose placeholders are all empty, a paragraph ending in a
 * colon before such lines, and a section (`## ...`) of which nothing is left, or whose heading has
 * only empty placeholders.
 */
export function cutTemplate(template: string, isEmptyName: (name: string) => boolean): string {
  const empty = listPlaceholders(template).filter(isEmptyName);
  const key = [template, ...new Set(empty)].join("\n");
  const cut = cutTemplates.get(key) ?? cutEmpty(template, new Set(empty));
  cutTemplates.set(key, cut);
  return cut;
}

/** What is left of templates without some names. The projects of a page have much in common. */
const cutTemplates = new Map<string, string>();

function cutEmpty(template: string, empty: ReadonlySet<string>): string {
  const isEmpty = (text: string) => {
    const names = listPlaceholders(text);
    return names.length > 0 && names.every((name) => empty.has(name));
  };
  const cutSection = (section: string) => {
    const paragraphs = section.split(/\n{2,}/).map((paragraph) => paragraph.split("\n"));
    const isGone = (lines: readonly string[] | undefined) => lines?.every(isEmpty) ?? false;
    const leadsNowhere = (index: number) =>
      paragraphs[index]?.at(-1)?.endsWith(":") && isGone(paragraphs[index + 1]);
    return paragraphs
      .filter((lines, index) => !isGone(lines) && !leadsNowhere(index))
      .map((lines) => lines.filter((line) => !isEmpty(line)).join("\n"))
      .join("\n\n");
  };
  // A heading stays for words that need no answer, unless it needs one itself.
  const isGoneSection = (section: string) => {
    const [heading = "", ...lines] = section.split("\n");
    const body = lines.join("\n");
    return isEmpty(heading) || (isEmpty(body) && cutSection(body).trim() === "");
  };
  const sections = template
    .split(/^(?=## )/m)
    .filter((section) => !(section.startsWith("## ") && isGoneSection(section)));
  return sections.map((section) => cutSection(section).trim()).join("\n\n");
}
