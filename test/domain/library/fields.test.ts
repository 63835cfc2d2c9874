import * as v from "valibot";
import { expect, test } from "vitest";
import { ChecklistFields } from "../../../src/domain/library/checklist-fields.ts";
import { Id, Lines, OneLine, Text } from "../../../src/domain/library/fields.ts";
import { SliceFields } from "../../../src/domain/library/slice-fields.ts";
import { Progress, type Run } from "../../../src/domain/progress/progress.ts";
import { answered, checklistOf, progressOf, runOf, sliceOf } from "../../helpers/samples.ts";

function complaintOf(schema: v.GenericSchema, value: unknown): string | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? undefined : result.issues[0].message;
}

const idRule = "must be lower-case letters, digits and hyphens, at most 64";
const ownWord = "must be another word: JavaScript keeps this one for itself";

test.each([
  { schema: Id, value: "script-2", complaint: undefined },
  { schema: Id, value: "a".repeat(64), complaint: undefined },
  { schema: Id, value: "a".repeat(65), complaint: idRule },
  { schema: Id, value: "-a", complaint: idRule },
  { schema: Id, value: "Script", complaint: idRule },
  { schema: Id, value: "../up", complaint: idRule },
  { schema: Id, value: "a\n", complaint: idRule },
  { schema: Id, value: "", complaint: idRule },
  { schema: Id, value: "__proto__", complaint: idRule },
  { schema: Id, value: "constructor", complaint: ownWord },
  { schema: Id, value: "prototype", complaint: ownWord },
  { schema: Text, value: " \n ", complaint: "must not be empty" },
  { schema: Text, value: "two\nlines", complaint: undefined },
  { schema: OneLine, value: "two\nlines", complaint: "must be one line" },
  { schema: OneLine, value: "one line\n", complaint: undefined },
  { schema: Lines, value: [], complaint: "must hold at least one entry" },
  { schema: Lines, value: ["a", " "], complaint: "must not be empty" },
])("$value: $complaint", ({ schema, value, complaint }) => {
  expect(complaintOf(schema, value)).toBe(complaint);
});

const { id: _checklistId, body: _checklistBody, ...checklist } = checklistOf("problem");
const { id: _sliceId, body: _sliceBody, ...slice } = sliceOf("script", ["problem"]);
const [item] = checklist.items;
const manyItems = (...items: object[]) => ({ ...checklist, items });

test.each([
  { name: "a whole checklist", schema: ChecklistFields, value: checklist, complaint: undefined },
  {
    name: "no items",
    schema: ChecklistFields,
    value: manyItems(),
    complaint: "must hold at least one item",
  },
  {
    name: "an odd proof",
    schema: ChecklistFields,
    value: manyItems({ ...item, shownBy: { answered: "spec" } }),
    complaint: "must look like step.question",
  },
  { name: "a whole slice", schema: SliceFields, value: slice, complaint: undefined },
  {
    name: "no time at all",
    schema: SliceFields,
    value: { ...slice, hours: 0 },
    complaint: "must be at least a quarter of an hour",
  },
  {
    name: "trains nothing",
    schema: SliceFields,
    value: { ...slice, trains: [] },
    complaint: "must name at least one item",
  },
])("content: $name", ({ schema, value, complaint }) => {
  expect(complaintOf(schema, value)).toBe(complaint);
});

test.each([
  { name: "all of it", change: {}, sound: true },
  { name: "unknown fields", change: { mood: "calm" }, sound: true },
  { name: "a day is not a time", change: { startedAt: "2026-11-01" }, sound: false },
  {
    name: "an unknown answer",
    change: { answers: { problem: { ...answered("yes"), answer: "maybe" } } },
    sound: false,
  },
  { name: "no id", change: { id: undefined }, sound: false },
])("progress: $name", ({ change, sound }) => {
  const run = { ...runOf("a", { problem: answered("yes", { evidence: "x" }) }), ...change } as Run;
  expect(v.is(Progress, progressOf(run))).toBe(sound);
});
