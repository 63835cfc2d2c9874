import { expect, test } from "vitest";
import type { Drill } from "../../../src/domain/library/drill.ts";
import { findOpenDrill } from "../../../src/domain/practice/attempt.ts";
import { chooseAmongStarted, chooseDrill } from "../../../src/domain/practice/choose.ts";
import { attemptOf, replyOf } from "../../helpers/drills-saved.ts";

const drills = ["queue", "other"].map((id) => ({ id }) as Drill);
const asked = { ...replyOf("a phone number"), via: "asked" as const };

test.each([
  { name: "the next one after a finished drill", planted: [], answers: {}, chosen: "other" },
  {
    name: "the one where what is planted wasn't answered yet",
    planted: ["A phone number."],
    answers: { else: asked },
    chosen: "queue",
  },
  {
    name: "the next one once it was",
    planted: ["A phone number."],
    answers: { else: asked, "named.1": replyOf("yes") },
    chosen: "other",
  },
  {
    name: "the next one where a script left that out",
    planted: ["A phone number."],
    answers: { else: replyOf("") },
    chosen: "other",
  },
])("chooses $name", ({ planted, answers, chosen }) => {
  const attempt = attemptOf([["met", "met", "met"]], { planted, answers });
  expect(chooseDrill(drills, { attempt })?.id).toBe(chosen);
  expect(findOpenDrill({ attempt })).toBe(chosen === "queue" ? "Open requests" : undefined);
});

test.each([
  [["a", "c"], [], "a"],
  [["b", "c"], [], "a"],
  [["b", "c"], ["a"], "b"],
  [["c"], [], undefined],
  [[], ["a"], undefined],
])("with %j started and %j done, the next one is %s", (started, done, next) => {
  const all = ["a", "b", "c"].map((id) => ({ id }) as Drill);
  const open = started.map((drill) => attemptOf([], { drill, finishedAt: undefined }));
  const ended = done.map((drill) => attemptOf([["met", "met", "met"]], { drill }));
  const practice = Object.fromEntries([...open, ...ended].map((each) => [each.drill, each]));
  expect(chooseAmongStarted(all, practice)?.id).toBe(next);
});
