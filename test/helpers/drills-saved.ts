import type { Attempt, Reply } from "../../src/domain/practice/attempt.ts";
import { noon } from "./samples.ts";

/** Returns an answer that was given by flag on a day of November 2026. */
export function replyOf(text: string, day = 2): Reply {
  return { text, at: noon(day).toISOString(), via: "flag" };
}

/** What is true about a check, what the agent claimed, what the person found, and how sure. */
export type Judged = [
  truth: "met" | "not-met",
  claim: "met" | "not-met" | undefined,
  verdict: "met" | "not-met" | "cannot-tell",
  sure?: string,
];

/** Returns a finished try at a drill, with these judgments. */
export function attemptOf(judged: readonly Judged[], more: Partial<Attempt> = {}): Attempt {
  const answers = judged.flatMap(([, , verdict, sure], at) => [
    [`verdict.${at + 1}`, replyOf(verdict)] as const,
    ...(sure ? [[`sure.${at + 1}`, replyOf(sure)] as const] : []),
  ]);
  return {
    ...{ drill: "queue", title: "Open requests", sha256: "0".repeat(64), folder: "/work/queue" },
    startedAt: noon(2).toISOString(),
    finishedAt: noon(3).toISOString(),
    checks: judged.map((_, at) => `Check ${at + 1}.`),
    answers: { ...Object.fromEntries(answers), else: replyOf(""), ...more.answers },
    truth: judged.map(([verdict, claim]) => ({ verdict, ...(claim ? { claim } : {}) })),
    planted: [],
    ...more,
  };
}
