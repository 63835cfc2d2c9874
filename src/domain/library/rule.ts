import * as v from "valibot";
import { Id, Lines, OneLine } from "./fields.ts";
import type { Origin } from "./origin.ts";

/** What a line can be, as questions and `lint --kind` name it. */
export const lineKinds = [
  "criterion",
  "problem",
  "evidence",
  "bet",
  "edge",
  "reason",
  "stop",
  "limit",
] as const;

/** What a rule looks at: one line of a kind, a whole spec, or a page to share. */
const RuleKind = v.picklist([...lineKinds, "spec", "sensitive"]);

const Example = v.union([OneLine, v.strictObject({ kind: RuleKind, text: OneLine })]);

const Words = v.optional(v.array(OneLine), []);

const Pattern = v.pipe(
  v.string(),
  v.check((source) => compilePattern(source) !== undefined, "must be a regular expression"),
);

/** What else must be true of a text that a pattern matches. */
export const sensitiveChecks = [
  "card",
  "iban",
  "phone",
  "basic",
  "login",
  "password",
  "key",
] as const;

/** A form of secret or personal data. */
const SensitivePattern = v.strictObject({
  finds: OneLine,
  pattern: Pattern,
  /** What the line has in which it matches, if it can't match more than a line. */
  needs: v.optional(Pattern),
  ignoreCase: v.optional(v.boolean()),
  check: v.optional(v.picklist(sensitiveChecks)),
});

/** Old and new names of word lists. Packs may use either. */
const renamedLists: Readonly<Record<string, string>> = { judgements: "judgments" };

function renameLists<T>(lists: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(lists).map(([name, words]) => [renamedLists[name] ?? name, words]),
  );
}

/** What a rule says and asks instead where it found certain words. Only in shipped files. */
const Wording = v.strictObject({
  pattern: v.optional(Pattern),
  /** Names of lists of the rule that have the words. */
  lists: v.optional(v.array(OneLine), []),
  says: OneLine,
  question: OneLine,
  problemQuestion: v.optional(OneLine),
});

/** The front matter of a file in `content/rules/`. */
export const RuleFields = v.strictObject({
  title: OneLine,
  summary: v.optional(OneLine),
  order: v.number(),
  kinds: v.pipe(v.array(RuleKind), v.minLength(1, "must name at least one kind")),
  /** `block` means "fix first", `ask` asks, and a `note` is only printed by `lint`. */
  severity: v.picklist(["block", "ask", "note"]),
  /**
   * The message and the question. `{word}` stands for the text that was found, and `{first}` for
   * what the line says before it.
   */
  says: OneLine,
  question: OneLine,
  /** What it asks about a problem instead, which is about today and not about a result. */
  problemQuestion: v.optional(OneLine),
  /** The first whose pattern or list has what was found replaces the message and the question. */
  wordings: v.optional(v.array(Wording), []),
  /** Of rules with the same word here, only one asks about a line. */
  asks: v.optional(Id),
  /** The guide page that it suggests. */
  guide: v.optional(Id),
  /** The items, reasons and kinds of checks that it helps with: what `team` names it for. */
  teaches: v.optional(v.array(Id), []),
  terms: Words,
  /** Terms that count only in a criterion. */
  criterionTerms: Words,
  problemTerms: Words,
  /** Terms that are fine if the line has a measure: "quickly" next to "within 2 s". */
  unlessMeasured: Words,
  /** In a problem, comes after what it lacks, and not at all in a long one with evidence. */
  unlessEvidence: v.optional(v.boolean(), false),
  /** Not in a line that counts what it costs, or who was asked. */
  unlessCounted: v.optional(v.boolean(), false),
  /** Not in a line that a reviewer likely lets pass, by what was learned from labeled lines. */
  unlessSound: v.optional(v.boolean(), false),
  /** Phrases that are fine, although they contain a term or a shape. */
  exceptions: Words,
  /** Names of shapes that the linter knows. */
  shapes: v.optional(v.array(OneLine), []),
  /** Lists of words for the shapes of this rule, by name. */
  lists: v.optional(v.pipe(v.record(v.string(), Lines), v.transform(renameLists)), {}),
  /** Regular expressions for the line, or for an answer if sensitive. Only in shipped files. */
  patterns: v.optional(v.array(v.union([Pattern, SensitivePattern])), []),
  examples: v.strictObject({ bad: v.array(Example), ok: v.array(Example) }),
});

export type SensitivePattern = v.InferOutput<typeof SensitivePattern>;

/** A rule with its id; `body` explains it. */
export type Rule = v.InferOutput<typeof RuleFields> & Origin & { id: string; body: string };

/** Returns the kinds of lines that a rule is about, which leaves out a whole spec. */
export function lineKindsOf({ kinds }: Pick<Rule, "kinds">): (typeof lineKinds)[number][] {
  return kinds.flatMap((kind) => lineKinds.find((each) => each === kind) ?? []);
}

/** Compiles a pattern, ignoring case by default. Returns undefined if it is not valid. */
export function compilePattern(source: string, flags = "iu"): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
