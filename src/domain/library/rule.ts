import * as v from "valibot";
import { Id, Lines, OneLine } from "./fields.ts";
import type { Origin } from "./origin.ts";

/**
 * What a rule looks at: one line of a kind, the whole spec, or all that is about to be printed for
 * someone else.
 */
const RuleKind = v.picklist(["criterion", "problem", "evidence", "spec", "sensitive"]);

const Example = v.union([OneLine, v.strictObject({ kind: RuleKind, text: OneLine })]);

const Words = v.optional(v.array(OneLine), []);

const Pattern = v.pipe(
  v.string(),
  v.check((source) => compilePattern(source) !== undefined, "must be a regular expression"),
);

/**
 * A form that must not leave the computer unseen, and what it is; a number of a card must also add
 * up like one.
 */
const SensitivePattern = v.strictObject({
  finds: OneLine,
  pattern: Pattern,
  check: v.optional(v.literal("card")),
});

/** Names that lists had before, and have now: rules of packs can go on using the old ones. */
const renamedLists: Readonly<Record<string, string>> = { judgements: "judgments" };

function renameLists<T>(lists: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(lists).map(([name, words]) => [renamedLists[name] ?? name, words]),
  );
}

/** The front matter of a file in `content/rules/`. */
export const RuleFields = v.strictObject({
  title: OneLine,
  summary: v.optional(OneLine),
  order: v.number(),
  kinds: v.pipe(v.array(RuleKind), v.minLength(1, "must name at least one kind")),
  /** A line is flagged by block ("fix first") and ask; a note is only said. */
  severity: v.picklist(["block", "ask", "note"]),
  /** One sentence to the person, where `{word}` is the text found, and the question to ask. */
  says: OneLine,
  question: OneLine,
  /** The topic of the guide that is offered beside it. */
  guide: v.optional(Id),
  terms: Words,
  /** Terms that count in one kind of line only. */
  criterionTerms: Words,
  problemTerms: Words,
  /** Terms that are fine once the line holds a measure: "quickly" next to "within 2 s". */
  unlessMeasured: Words,
  /** Terms that are no finding, though a term or a shape is in them. */
  exceptions: Words,
  /** Names of shapes that the linter knows. */
  shapes: v.optional(v.array(OneLine), []),
  /** Lists of words that the shapes of this rule ask for by name. */
  lists: v.optional(v.pipe(v.record(v.string(), Lines), v.transform(renameLists)), {}),
  /**
   * Regular expressions over the masked line, or, for what is sensitive, over an answer; only in
   * shipped files.
   */
  patterns: v.optional(v.array(v.union([Pattern, SensitivePattern])), []),
  examples: v.strictObject({ bad: v.array(Example), ok: v.array(Example) }),
});

export type SensitivePattern = v.InferOutput<typeof SensitivePattern>;

/** A rule of the library; `body` explains it. */
export type Rule = v.InferOutput<typeof RuleFields> & Origin & { id: string; body: string };

/**
 * The expression of a pattern, blind to case unless other flags are given; nothing when it is not
 * one.
 */
export function compilePattern(source: string, flags = "iu"): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
