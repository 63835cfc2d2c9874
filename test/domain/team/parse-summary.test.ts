import { expect, test } from "vitest";
import { findLastMonth } from "../../../src/domain/team/month.ts";
import { parseSummary } from "../../../src/domain/team/parse-summary.ts";
import { summaryOf } from "../../helpers/team.ts";

const good = summaryOf(1);

test("reads what was written", () => {
  expect(parseSummary(JSON.stringify(good), "2026-11")).toEqual(good);
});

test.each([
  { what: "text", text: "hello", reason: "it isn't JSON" },
  { what: "nothing", text: "", reason: "it isn't JSON" },
  { what: "null", text: "null", reason: "it isn't a summary from builder-pm" },
  { what: "a list", text: "[]", reason: "it isn't a summary from builder-pm" },
  {
    what: "other JSON",
    text: '{"name":"app","version":"1.0.0"}',
    reason: "it isn't a summary from builder-pm",
  },
  {
    what: "an export",
    text: '{"version":2,"runs":[],"projects":[]}',
    reason: "it isn't a summary from builder-pm",
  },
  {
    what: "a newer version",
    text: JSON.stringify({ ...good, version: 2 }),
    reason: "a newer version of builder-pm wrote it; update builder-pm",
  },
  {
    what: "an unknown version",
    text: JSON.stringify({ ...good, version: "1" }),
    reason: "it has no version that builder-pm knows",
  },
  {
    what: "a field of a stranger",
    text: JSON.stringify({ ...good, "\u001b[31mname": "Ada" }),
    reason: "it holds something that no summary has",
  },
  {
    what: "a text in a row",
    text: JSON.stringify({ ...good, items: [{ item: "spec", level: "said", note: "Ada" }] }),
    reason: "it holds something that no summary has",
  },
  {
    what: "a person's name as the id",
    text: JSON.stringify({ ...good, person: "ada" }),
    reason: 'its "person" is missing or wrong',
  },
  {
    what: "a negative count",
    text: JSON.stringify({ ...good, predictions: { tooHigh: -1, exact: 0, tooLow: 0 } }),
    reason: 'its "predictions" is missing or wrong',
  },
  {
    what: "a count that nobody has",
    text: JSON.stringify({ ...good, predictions: { tooHigh: 1e9, exact: 0, tooLow: 0 } }),
    reason: 'its "predictions" is missing or wrong',
  },
  {
    what: "more overclaims than claims",
    text: JSON.stringify({ ...good, claims: [{ agent: "codex", counted: 1, overclaimed: 2 }] }),
    reason: "it counts more overclaims than claims",
  },
  {
    what: "more caught than planted",
    text: JSON.stringify({ ...good, defects: [{ kind: "rounding", planted: 1, caught: 2 }] }),
    reason: "it counts more verdicts than checks",
  },
  {
    what: "the same row twice",
    text: JSON.stringify({
      ...good,
      items: [
        { item: "spec", level: "said" },
        { item: "spec", level: "none" },
      ],
    }),
    reason: "it counts the same thing twice",
  },
  {
    what: "a month in the future",
    text: JSON.stringify({ ...good, month: "2026-12" }),
    reason: "2026-12 is in the future",
  },
  {
    what: "a prototype",
    text: `{"__proto__":{"x":1},${JSON.stringify(good).slice(1)}`,
    reason: "it holds something that no summary has",
  },
])("$what: $reason", ({ text, reason }) => {
  expect(parseSummary(text, "2026-11")).toBe(reason);
});

test("a month that has begun somewhere isn't in the future", () => {
  expect(findLastMonth(new Date("2026-11-30T09:00:00Z"))).toBe("2026-11");
  expect(findLastMonth(new Date("2026-11-30T11:00:00Z"))).toBe("2026-12");
});
