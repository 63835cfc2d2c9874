import { expect, test } from "vitest";
import { readConsequence } from "../../../src/domain/insights/bet-consequence.ts";

test.each([
  [
    "The report goes from 42 minutes to 10. Then we decide whether to keep the report.",
    "Then we decide whether to keep the report.",
    "Then we decide whether to keep the report.",
  ],
  [
    "Report time goes from 42 to 10 minutes, so that we can decide whether it stays",
    "so that we can decide whether it stays",
    "so that we can decide whether it stays",
  ],
  ["Late pickups go from six a week to two; if not, we drop it.", undefined, "if not, we drop it."],
  ["From 40 to 20, otherwise we drop the bot", undefined, "otherwise we drop the bot"],
  ["From 17:40 to 16:30 – if it doesn't, I stop", undefined, "if it doesn't, I stop"],
  ["If churn falls from 8% to 5%, we roll it out.", "we roll it out.", undefined],
  [
    "From 8 to 2 calls. If it does, we keep it; if not, we kill it.",
    "If it does, we keep it; if not, we kill it.",
    "If it does, we keep it; if not, we kill it.",
  ],
  ["from 42 to 10 minutes", undefined, undefined],
  ["It gets faster, then we decide", undefined, undefined],
])("finds what %j says will follow", (bet, reached, missed) => {
  expect(readConsequence(bet, "reached")).toBe(reached);
  expect(readConsequence(bet, "part-way")).toBe(missed);
});
