import type { FieldProblem } from "../schema.ts";
import { type Check, checkDuplicates, checkKind } from "./check.ts";

type Path = FieldProblem["path"];

// Characters that no terminal shows as text, and those that reorder or hide others.
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]/u;
const NOT_PLAIN = /[^\n\x20-\x7e]/u;

/**
 * What a terminal cannot show stands nowhere: in a pack hidden characters, in what is shipped
 * everything but plain text.
 */
export const checkCharacters: Check = ({ matter, entry, bodyLine }) => {
  const odd = entry.from === undefined ? NOT_PLAIN : HIDDEN;
  const find = (text: string, first: number) => {
    if (!NOT_PLAIN.test(text)) return [];
    return text.split("\n").flatMap((line, index) => {
      const [found] = odd.exec(line) ?? [];
      return found ? [{ ...describeCharacter(found), line: first + index }] : [];
    });
  };
  return [...find(matter, 2), ...find(entry.body, bodyLine)];
};

function describeCharacter(character: string): FieldProblem {
  if (character === "\t")
    return { path: [], message: "a tab stands in the text", fix: "use spaces" };
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const message = HIDDEN.test(character)
    ? `a character that nobody sees stands here: U+${code}`
    : `"${character}" (U+${code}) does not show in every terminal`;
  return {
    path: [],
    message,
    fix: "type this place again, with plain letters and straight quotes",
  };
}

/** What is read as a page is not empty. */
export const checkBody: Check = ({ kind, entry, bodyLine }) => {
  if (entry.body !== "" || (kind !== "guide" && kind !== "steps")) return [];
  return [
    {
      path: [],
      line: bodyLine,
      message: "the page is empty",
      fix: "write it below the second ---",
    },
  ];
};

const MAX_ENTRY = 85;

/** A slice has 3 to 5 checks, a short example, and lists whose entries fit a line. */
export const checkSlice = checkKind("slices", (slice) => {
  const { checks, example } = slice;
  const counted = checks.length < 3 || checks.length > 5;
  return [
    ...(counted
      ? [
          {
            path: ["checks"],
            message: `must hold 3 to 5 checks, and holds ${checks.length}`,
            fix: "3 good ones are enough",
          },
        ]
      : []),
    ...checkLength(["example"], example, 300),
    ...(["before", "checks", "notBuilding", "engineer"] as const).flatMap((field) =>
      slice[field].flatMap((text, index) => checkLength([field, index], text, MAX_ENTRY)),
    ),
  ];
});

/** An item fits its screen, and has an id of its own. */
export const checkItemTexts = checkKind("checklists", ({ items }) => [
  ...checkDuplicates(
    ["items"],
    "id",
    items.map(({ id }) => id),
  ),
  ...items.flatMap(({ title, ask, good, vague }, index) => [
    ...checkLength(["items", index, "title"], title, 90),
    ...checkLength(["items", index, "ask"], ask, 190),
    ...checkLength(["items", index, "good"], good, 250),
    ...checkLength(["items", index, "vague"], vague, 250),
  ]),
]);

/**
 * A word before a star has three letters or more, so that a term does not find half the language.
 */
export const checkTerms = checkKind("rules", (rule) =>
  (["terms", "criterionTerms", "problemTerms", "unlessMeasured", "exceptions"] as const).flatMap(
    (field) =>
      rule[field].flatMap((term, index) => {
        const isShort = term
          .split(/[\s-]+/)
          .some((word) => word.includes("*") && !/^[^*]{3,}\*$/.test(word));
        const message = `"${term}": three letters or more stand before a *, and it ends the word`;
        return isShort ? [{ path: [field, index], message, fix: "write more of the word" }] : [];
      }),
  ),
);

function checkLength(path: Path, text: string, most: number): FieldProblem[] {
  if (text.length <= most) return [];
  return [
    {
      path,
      message: `is ${text.length} characters long, and ${most} fit`,
      fix: "say it in fewer words",
    },
  ];
}
