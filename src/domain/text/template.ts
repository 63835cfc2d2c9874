const PLACEHOLDER = /\{\{\s*([a-z0-9-]+(?:\.[A-Za-z0-9-]+){0,2})\s*\}\}/g;

/** Lists the names of the placeholders in a template, in order. */
export function listPlaceholders(template: string): string[] {
  return [...template.matchAll(PLACEHOLDER)].map((match) => match[1] ?? "");
}

/**
 * Fills a template. Leaves out a line whose placeholders are all empty, a paragraph ending in a
 * colon before such lines, and a section (`## ...`) of which nothing is left, or whose heading has
 * only empty placeholders.
 */
export function fillTemplate(template: string, resolve: (name: string) => string): string {
  const values = new Map(listPlaceholders(template).map((name) => [name, resolve(name)]));
  const isEmpty = (text: string) => {
    const names = listPlaceholders(text);
    return names.length > 0 && names.every((name) => values.get(name) === "");
  };
  const fillLine = (line: string) => {
    // Indents a value of several lines so that it stays inside its list entry.
    const margin = /^\s*- (?=.)/.exec(line) ? "  " : "";
    return line.replace(PLACEHOLDER, (_match, name: string) =>
      (values.get(name) ?? "").replaceAll("\n", `\n${margin}`),
    );
  };
  const fillLines = (lines: readonly string[]) =>
    lines.filter((line) => !isEmpty(line)).map(fillLine);
  const fillSection = (section: string) => {
    const paragraphs = section.split(/\n{2,}/).map((paragraph) => paragraph.split("\n"));
    const isGone = (lines: readonly string[] | undefined) => lines?.every(isEmpty) ?? false;
    const leadsNowhere = (index: number) =>
      paragraphs[index]?.at(-1)?.endsWith(":") && isGone(paragraphs[index + 1]);
    return paragraphs
      .filter((lines, index) => !isGone(lines) && !leadsNowhere(index))
      .map((lines) => fillLines(lines).join("\n"))
      .join("\n\n");
  };
  // A heading stays for words that need no answer, unless it needs one itself.
  const isGoneSection = (section: string) => {
    const [heading = "", ...lines] = section.split("\n");
    const body = lines.join("\n");
    return isEmpty(heading) || (isEmpty(body) && fillSection(body).trim() === "");
  };
  const sections = template
    .split(/^(?=## )/m)
    .filter((section) => !(section.startsWith("## ") && isGoneSection(section)));
  return sections.map((section) => fillSection(section).trim()).join("\n\n");
}
