import * as v from "valibot";
import { ChecklistFields } from "../domain/library/checklist-fields.ts";
import { DrillFields } from "../domain/library/drill.ts";
import { GuideFields } from "../domain/library/guide.ts";
import { RuleFields } from "../domain/library/rule.ts";
import { SliceFields } from "../domain/library/slice-fields.ts";
import { StepFields } from "../domain/library/step-fields.ts";
import { findClosest } from "../domain/text/closest.ts";
import { joinWords } from "../domain/text/words.ts";

/** The kinds of content: each is a folder under `content/`, with a schema for its fields. */
export const kindSchemas = {
  checklists: ChecklistFields,
  slices: SliceFields,
  steps: StepFields,
  drills: DrillFields,
  rules: RuleFields,
  guide: GuideFields,
} as const;

/** A kind of content, named after its folder. */
export type Kind = keyof typeof kindSchemas;

/** All kinds. */
export const kinds = Object.keys(kindSchemas) as readonly Kind[];

/** A problem with one field: its path, and a message that follows the field name. */
export interface FieldProblem {
  path: (string | number)[];
  message: string;
  fix: string;
  /** The line in the file, if the problem is in the body. */
  line?: number;
  /**
   * The kind that must have no invalid file for this to be certain: what seems missing could be in
   * an invalid file.
   */
  needs?: Kind;
  /** The missing field that a misspelled name probably meant, so that it isn't reported twice. */
  meant?: string;
}

/** The fields of a file, or all their problems. */
export interface CheckedFields<K extends Kind> {
  fields: v.InferOutput<(typeof kindSchemas)[K]> | undefined;
  problems: FieldProblem[];
}

/** Checks the fields of a file against the schema of its kind. */
export function checkFields<K extends Kind>(kind: K, fields: unknown): CheckedFields<K> {
  const result = v.safeParse(kindSchemas[kind], fields);
  if (!result.success) {
    const problems = result.issues.flatMap((issue) => describeIssue(issue, kind));
    const meant = problems.flatMap((problem) => problem.meant ?? []);
    return {
      fields: undefined,
      problems: problems.filter(({ path }) => !meant.includes(path.join("."))),
    };
  }
  return { fields: result.output as v.InferOutput<(typeof kindSchemas)[K]>, problems: [] };
}

/** Returns a problem if a pack has patterns: a regular expression could run forever. */
export function checkPatterns(fields: object | undefined): FieldProblem[] {
  const given: Record<string, unknown> = { ...fields };
  return ["patterns", "wordings"]
    .filter((name) => Array.isArray(given[name]) && given[name].length > 0)
    .map((name) => ({
      path: [name],
      message: `packs can't have ${name}`,
      fix: name === "patterns" ? "use terms instead" : "use a rule of its own for these words",
    }));
}

function describeIssue(
  issue: v.BaseIssue<unknown>,
  kind: Kind,
  above: (string | number)[] = [],
): FieldProblem[] {
  const path = [...above, ...(issue.path ?? []).map(({ key }) => key as string | number)];
  const input: unknown = issue.input;
  if (issue.type === "union") return describeIssue(chooseBranch(issue), kind, path);
  if (issue.expected === "never") return describeUnknown(kind, path, issue.path?.at(-1)?.input);
  if (input === undefined) return [{ path, message: "is missing", fix: "add it" }];
  if (issue.kind === "schema") return [{ path, ...describeWrongType(issue) }];
  return [{ path, message: issue.message, fix: "see content/README.md for an example" }];
}

/** Of the allowed types of a value, returns the one that the author probably meant. */
function chooseBranch({
  input,
  issues = [] as never,
  ...issue
}: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const isGroup = input !== null && typeof input === "object" && !(input instanceof Date);
  const inside = issues.find(({ path }) => path !== undefined);
  return (
    (isGroup && inside) || issues.find(({ path }) => !path) || { input, ...issue, type: "none" }
  );
}

/** Reports all unknown fields of a group, because valibot reports only the first. */
function describeUnknown(kind: Kind, path: (string | number)[], group: unknown): FieldProblem[] {
  const above = path.slice(0, -1);
  const known = listFieldNames(kindSchemas[kind], above);
  const unknown = Object.keys(group as object).filter((name) => !known.includes(name));
  return unknown.map((name) => {
    const close = findClosest(name, known);
    const fix = close ? `did you mean ${close}?` : "remove it or fix its name";
    const meant =
      close && !Object.hasOwn(group as object, close) ? { meant: [...above, close].join(".") } : {};
    return { path: [...above, name], message: "unknown field", fix, ...meant };
  });
}

/** The parts of a schema that contain field names. */
interface AnySchema {
  kind: "schema";
  entries?: Readonly<Record<string, AnySchema>>;
  item?: AnySchema;
  wrapped?: AnySchema;
  options?: readonly (AnySchema | string)[];
}

/** Returns the field names allowed at a path. */
function listFieldNames(
  schema: AnySchema | undefined,
  path: readonly (string | number)[],
): string[] {
  if (!schema) return [];
  if (schema.wrapped) return listFieldNames(schema.wrapped, path);
  if (schema.options)
    return schema.options.flatMap((option) =>
      typeof option === "object" ? listFieldNames(option, path) : [],
    );
  const [first, ...rest] = path;
  if (first === undefined) return Object.keys(schema.entries ?? {});
  return listFieldNames(typeof first === "number" ? schema.item : schema.entries?.[first], rest);
}

function describeWrongType({ expected, input }: v.BaseIssue<unknown>): Omit<FieldProblem, "path"> {
  const is = describeValue(input);
  if (expected === "string") {
    const isGroup = is === "a group of fields";
    const why = isGroup ? ": text with a colon and a space looks like a field" : "";
    const fix = Array.isArray(input)
      ? "write one text, in quotes if it starts with ["
      : `put it in quotes${why}`;
    return { message: `must be text, but YAML reads it as ${is}`, fix };
  }
  const [must, fix] = (expected && expectedTypes[expected]) || [
    joinChoices(expected ?? ""),
    "use one of these words",
  ];
  return { message: `must be ${must}, not ${is}`, fix };
}

const expectedTypes: Record<string, [must: string, fix: string]> = {
  Array: ["a list", "write [one, two], or each entry on its own line after a dash"],
  Object: ["a group of fields", "write the fields below it, indented by two spaces"],
  number: ["a number", "write a number, without quotes"],
  boolean: ["true or false", "write true or false, without quotes"],
};

/** Formats `("ask" | "note")` as words. */
function joinChoices(expected: string): string {
  return joinWords(expected.replace(/^\((.*)\)$/, "$1").split(" | "), "or");
}

function describeValue(value: unknown): string {
  if (value instanceof Date) return "a date";
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of fields";
  if (typeof value === "boolean") return "yes or no";
  if (typeof value === "string")
    return `"${value.length > 60 ? `${value.slice(0, 60)}...` : value}"`;
  return `the number ${String(value)}`;
}
