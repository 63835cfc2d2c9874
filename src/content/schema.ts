import * as v from "valibot";
import { ChecklistFields } from "../domain/checklist.ts";
import { GuideFields } from "../domain/guide.ts";
import { RuleFields } from "../domain/rule.ts";
import { SliceFields } from "../domain/slice.ts";
import { StepFields } from "../domain/step.ts";

/** The kinds of content: each is a folder under `content/`, and its schema says which fields a file may have. */
const kindSchemas = {
  checklists: ChecklistFields,
  slices: SliceFields,
  steps: StepFields,
  rules: RuleFields,
  guide: GuideFields,
} as const;

/** A kind of content, named as its folder. */
export type Kind = keyof typeof kindSchemas;

/** What is wrong with one field: its path, and words that follow the name of the field. */
export interface FieldProblem {
  path: (string | number)[];
  message: string;
  fix: string;
}

/** The fields of a file, or every problem they have; never both. */
export interface CheckedFields<K extends Kind> {
  fields: v.InferOutput<(typeof kindSchemas)[K]> | undefined;
  problems: FieldProblem[];
}

/** Checks the fields of a file against the schema of its kind and puts every problem into words. */
export function checkFields<K extends Kind>(kind: K, fields: unknown): CheckedFields<K> {
  const result = v.safeParse(kindSchemas[kind], fields);
  if (!result.success) return { fields: undefined, problems: result.issues.map(describeIssue) };
  return { fields: result.output as v.InferOutput<(typeof kindSchemas)[K]>, problems: [] };
}

function describeIssue(issue: v.BaseIssue<unknown>): FieldProblem {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const input: unknown = issue.input;
  if (issue.expected === "never")
    return { path, message: "is not a field of this kind", fix: "take it out, or mend its name" };
  if (input === undefined) return { path, message: "is missing", fix: "add it" };
  if (issue.expected === "string" && (typeof input !== "string" || input === null)) {
    return { path, message: `must be text, but YAML reads it as ${describeValue(input)}`, fix: "put it in quotes" };
  }
  if (issue.kind === "schema") {
    const expected = issue.expected === "Array" ? "a list" : (issue.expected ?? "something else").toLowerCase();
    return {
      path,
      message: `must be ${expected}, and is ${describeValue(input)}`,
      fix: "see content/README.md for an example",
    };
  }
  return { path, message: issue.message, fix: "see content/README.md for an example" };
}

function describeValue(value: unknown): string {
  if (value instanceof Date) return "a date";
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of fields";
  return typeof value === "string" ? `"${value}"` : `the ${typeof value} ${String(value)}`;
}
