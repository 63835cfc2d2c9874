import type { ManualEntry } from "./manual.ts";

/**
 * A file to begin with: the example of the manual under a new id, valid as it stands, with every
 * field explained above it.
 */
export function writeStarter(
  { words, example }: ManualEntry,
  { id, order }: { id: string; order: number },
): string {
  const [, matter = "", body = ""] = /^---\n(.*?)^---\n(.*)$/ms.exec(example.text) ?? [];
  const explained = new Set<string>();
  const lines = matter.trimEnd().split("\n");
  const paths = listPaths(lines);
  const written = lines.flatMap((line, index) => {
    const path = paths[index] ?? "";
    const said = explained.has(path) ? undefined : words.get(path);
    explained.add(path);
    const margin = /^ */.exec(line)?.[0] ?? "";
    const others = path === "questions" ? listOthers(words, "questions.", paths) : [];
    return [
      ...(said ? comment(said, margin) : []),
      ...others,
      path === "order" ? `order: ${order}` : line,
    ];
  });
  const page = body.replaceAll(`{{${example.id}.`, `{{${id}.`);
  return `---\n${[...written, ...listOthers(words, "", paths)].join("\n")}\n---\n${page}`;
}

/**
 * The field that each line starts, as `questions.choices.label`; none for a line that starts none.
 */
function listPaths(lines: readonly string[]): (string | undefined)[] {
  const open: { column: number; name: string }[] = [];
  return lines.map((line) => {
    const [, lead = "", name] = /^( *(?:- )?)(\w+):/.exec(line) ?? [];
    if (!name) return undefined;
    while ((open.at(-1)?.column ?? -1) >= lead.length) open.pop();
    open.push({ column: lead.length, name });
    return open.map((field) => field.name).join(".");
  });
}

/** The fields that the example does without. */
function listOthers(
  words: ManualEntry["words"],
  list: string,
  paths: readonly (string | undefined)[],
): string[] {
  const others = [...words].filter(
    ([path]) =>
      !paths.includes(path) && path.startsWith(list) && (list !== "" || !path.includes(".")),
  );
  if (others.length === 0) return [];
  const title = list === "" ? "You may add:" : "Each of them may also have:";
  return [
    "#",
    `# ${title}`,
    ...others.flatMap(([path, said]) => comment(`${path.slice(list.length)}: ${said}`, "", "#   ")),
  ];
}

function comment(text: string, margin: string, mark = "# "): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && margin.length + mark.length + last.length + word.length > 78)
      lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines.map((line) => `${margin}${mark}${line}`);
}
