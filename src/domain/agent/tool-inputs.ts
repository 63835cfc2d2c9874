import * as v from "valibot";
import { lineKinds } from "../library/rule.ts";

const MAX_LINES = 500;

const project = v.optional(
  v.pipe(v.string(), v.description("The id of a project other than the current one")),
);
const answer = v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]);
const answerName = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/));

/** What each tool of the MCP server takes. */
export const toolInputs = {
  nothing: v.strictObject({}),
  project: v.strictObject({ project }),
  lines: v.strictObject({
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
  answers: v.strictObject({
    answers: v.pipe(
      v.record(answerName, answer),
      v.description("Drafts by the id of the question; a list takes an array of lines"),
    ),
    project,
  }),
  report: v.strictObject({
    text: v.pipe(v.string(), v.description("The report, in the form at the end of the brief")),
    agent: v.optional(v.pipe(v.string(), v.description("Your name, such as Claude Code"))),
    project,
  }),
  topic: v.strictObject({
    topic: v.pipe(v.string(), v.description("The id of the page, from list_guide")),
  }),
  slices: v.strictObject({
    trains: v.optional(
      v.pipe(v.string(), v.description("Only slices that are good practice for this item")),
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
