import * as v from "valibot";
import { lineKinds } from "../library/rule.ts";

const MAX_LINES = 500;

const project = v.optional(
  v.pipe(v.string(), v.description("The id of a project other than the current one")),
);
const answer = v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]);
const answerName = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/));

/** Says in words that a field is missing, or not one of those that a tool takes. */
function describeFieldProblem({ expected }: { expected: string | null }): string {
  return expected === "never" ? "This tool doesn't take it." : "It is needed, and is missing.";
}

function takes<const T extends v.ObjectEntries>(entries: T) {
  return v.strictObject(entries, describeFieldProblem);
}

/** What each tool of the MCP server takes. */
export const toolInputs = {
  nothing: takes({}),
  project: takes({ project }),
  lines: takes({
    lines: v.pipe(
      v.array(v.string()),
      v.minLength(1),
      v.maxLength(MAX_LINES),
      v.description("The lines to check, such as the checks of a spec"),
    ),
    kind: v.optional(
      v.pipe(v.picklist(lineKinds), v.description("What each line is: a check is a criterion")),
    ),
  }),
  answers: takes({
    answers: v.pipe(
      v.record(answerName, answer),
      v.description("Drafts by the id of the question; a list takes an array of lines"),
    ),
    project,
  }),
  report: takes({
    text: v.pipe(v.string(), v.description("The report, in the form at the end of the brief")),
    agent: v.optional(v.pipe(v.string(), v.description("Your name, such as Claude Code"))),
    project,
  }),
  topic: takes({
    topic: v.pipe(v.string(), v.description("The id of the page, from list_guide")),
  }),
  slices: takes({
    trains: v.optional(
      v.pipe(
        v.string(),
        v.description("Only slices that are good practice for this item, by its id in get_status"),
      ),
    ),
    maxHours: v.optional(
      v.pipe(v.number(), v.description("Only slices that take at most this many hours")),
    ),
  }),
};

/** What a tool was called with, by the name of its input. */
export type ToolInput<K extends keyof typeof toolInputs> = v.InferOutput<(typeof toolInputs)[K]>;

/** What each tool returns: a JSON document as the commands print it. */
export const ToolOutput = v.looseObject({ version: v.number() });
