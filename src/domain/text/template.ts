const PLACEHOLDER = /\{\{\s*([a-z0-9-]+(?:\.[A-Za-z0-9-]+)?)\s*\}\}/g;

/** The names of the placeholders in a template, in order. */
function listPlaceholders(template: string): string[] {
  return [...template.matchAll(PLACEHOLDER)].map((match) => match[1] ?? "");
}

/**
 * Fills a template. A line whose placeholders are all empty is left out, with the paragraph that
 * leads to it (one that ends in a colon), and so is a heading (`## ...`) with everything below it
 * when all its placeholders are empty.
 *
 */
export function fillTemplate(template: string, resolve: (name: string) => string): string {
  const values = new Map(listPlaceholders(template).map((name) => [name, resolve(name)]));
  const isEmpty = (text: string) => {
    const names = listPlaceholders(text);
    return names.length > 0 && names.every((name) => values.get(name) === "");
  };
  const fillLine = (line: string) => {
    // A value of several lines stays inside the list entry it stands in.
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
  const sections = template
    .split(/^(?=## )/m)
    .filter((section) => !(section.startsWith("## ") && isEmpty(section)));
  return sections.map((section) => fillSection(section).trim()).join("\n\n");
}
