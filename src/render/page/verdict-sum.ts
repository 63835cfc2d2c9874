import { findQuestion, type Step } from "../../domain/library/step.ts";
import { findAnswer } from "../../domain/project/project.ts";
import { listPickedLines } from "../../domain/project/question-instance.ts";
import { countOf } from "../../domain/text/words.ts";
import { NOTHING_NOTED } from "./answer-words.ts";
import { listSharedChecks } from "./judged-checks.ts";
import { nameKeptRound } from "./kept-round.ts";
import { type JudgedCheck, NOTHING, type PageValue, type SumPart } from "./value.ts";
import type { PageView } from "./view.ts";

/** Adds up the verdicts of a step: "1 of 3 checks met, 1 not met (C2)"; nothing if none is in. */
export function sumVerdicts(page: PageView, stepId: string): PageValue {
  const { steps, project } = page;
  const step = steps.find(({ id }) => id === stepId);
  const isBegun = step?.questions.some(
    ({ id, verdicts }) => verdicts && findAnswer(project, `${stepId}.${id}`),
  );
  if (!step || !isBegun) return NOTHING;
  const checks = listSharedChecks(page, stepId);
  return { kind: "sum", parts: [...sumChecks(checks), ...sumPicks(page, step)] };
}

/** Lists the checks that a step found bad, each with what was seen. */
export function listFailures(page: PageView, stepId: string): PageValue {
  const failed = listSharedChecks(page, stepId).filter(({ tone }) => tone === "bad");
  const lines = failed.map((check) => {
    const { text, notes } = check;
    const seen = notes.find(({ isTyped }) => isTyped)?.text;
    return { text: `${nameCheck(check)} ${nameVerdict(check)}: ${seen ?? text}` };
  });
  return { kind: "list", lines };
}

type JudgedWords = Pick<JudgedCheck, "name" | "verdict" | "tone" | "isUnseen">;

/** The good ones count out of all of them; the others are named. */
function sumChecks(checks: readonly JudgedWords[]): SumPart[] {
  const others = checks.filter(({ tone }) => tone !== "good");
  const met = checks.length - others.length;
  const unseen = checks.filter(({ tone, isUnseen }) => tone === "good" && isUnseen);
  const verdicts = new Set(others.map(nameVerdict));
  return [
    { words: `${met} of ${countOf(checks.length, "check")} met`, tone: toneOf(others.length) },
    ...(unseen.length > 0
      ? [
          {
            words: `${unseen.length} of those with ${NOTHING_NOTED} (${nameAll(unseen)})`,
            tone: "open" as const,
          },
        ]
      : []),
    ...[...verdicts].map((verdict): SumPart => {
      const same = others.filter((check) => nameVerdict(check) === verdict);
      return {
        words: `${same.length} ${verdict} (${nameAll(same)})`,
        tone: same[0]?.tone ?? "open",
      };
    }),
  ];
}

function nameAll(checks: readonly JudgedWords[]): string {
  return checks.map(nameCheck).join(", ");
}

function nameVerdict({ verdict }: JudgedWords): string {
  return verdict.replace(/ \(from round \d+\)$/, "");
}

function nameCheck({ name }: JudgedWords): string {
  return name.replace(/,$/, "");
}

/** How many lines of each list were picked: "1 of 2 edge cases held". */
function sumPicks({ steps, project }: PageView, { id, questions }: Step): SumPart[] {
  return questions.flatMap((question) => {
    const value = findAnswer(project, `${id}.${question.id}`);
    const { picks } = question;
    if (!picks || !value) return [];
    const yes = listPickedLines(project, picks, value, "yes");
    const no = listPickedLines(project, picks, value, "no");
    const total = yes.length + no.length;
    const list = findQuestion(steps, picks.from)?.label ?? "lines";
    const kept = nameKeptRound(value);
    const words = `${yes.length} of ${total} ${list.toLowerCase()} ${picks.yes}${kept}`;
    return total > 0 ? [{ words, tone: toneOf(no.length) }] : [];
  });
}

/** Nothing left open is good, and all else needs no color: the parts after it say what is open. */
function toneOf(left: number): SumPart["tone"] {
  return left === 0 ? "good" : "plain";
}
