import type { ManualEntry } from "./manual.ts";

/** Returns a starter file: the valid example of the manual under a new id, with comments. */
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
    const text = explained.has(path) ? undefined : words.get(path);
    explained.add(path);
    const margin = /^ */.exec(line)?.[0] ?? "";
    const others = path === "questions" ? describeOptionalFields(words, "questions.", paths) : [];
    return [
      ...(text ? comment(text, margin) : []),
      ...others,
      path === "order" ? `order: ${order}` : line,
    ];
  });
  const page = body.replaceAll(`{{${example.id}.`, `{{${id}.`);
  const front = [...written, ...describeOptionalFields(words, "", paths)].join("\n");
  return `---\n${front}\n---\n${page}`;
}

/** Returns the path of the field that each line starts, such as `questions.choices.label`. */
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

/** Returns comments for the optional fields that the example leaves out. */
function describeOptionalFields(
  words: ManualEntry["words"],
  list: string,
  paths: readonly (string | undefined)[],
): string[] {
  const others = [...words].filter(
    ([path]) =>
      !paths.includes(path) && path.startsWith(list) && (list !== "" || !path.includes(".")),
  );
  if (others.length === 0) return [];
  const title = list === "" ? "You can add:" : "Each can also have:";
  return [
    "#",
    `# ${title}`,
    ...others.flatMap(([path, text]) => comment(`${path.slice(list.length)}: ${text}`, "", "#   ")),
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
