import {
  isComparedClaim,
  type JudgedClaim,
  type RoundClaims,
  type Uncounted,
} from "../../domain/insights/claims.ts";
import { findClaimedQuestion } from "../../domain/library/claimed-question.ts";
import type { Step } from "../../domain/library/step.ts";
import { labelOf } from "../../domain/project/drafts.ts";
import type { Basis, Claim } from "../../domain/report/claim.ts";
import { capitalize, countOf, joinWords } from "../../domain/text/words.ts";
import { hang, indent, stack } from "../layout.ts";
import { NOTHING_NOTED } from "../page/answer-words.ts";
import type { RenderOptions } from "../theme.ts";

const claimWords: Readonly<Record<Claim, string>> = {
  met: "met",
  partly: "partly met",
  "not-met": "not met",
  "not-tried": "not tried",
  "cannot-tell": "can't tell",
};

const basisWords: Readonly<Record<Basis, string>> = {
  ran: "it ran it",
  read: "it only read the code",
  assumed: "it assumed so",
};

/** Says a claim with what it rests on: "met (it ran it)". */
export function describeClaim({ claim, basis }: Pick<JudgedClaim, "claim" | "basis">): string {
  if (!claim) return "nothing clear";
  return claimWords[claim] + (basis ? ` (${basisWords[basis]})` : "");
}

/** Words a verdict as it stands beside a claim, such as "not met". */
export type WordVerdict = (value: string) => string;

/** Returns a function that words a verdict inside a sentence. */
export function wordVerdictOf(steps: readonly Step[]): WordVerdict {
  const question = findClaimedQuestion(steps)?.question;
  return (value) => (question ? labelOf(question, value) : value).toLowerCase();
}

/**
 * Says how the claims of success came out: "The agent said 4 checks were met. You found 3 of these
 * met, 1 not: overclaimed on C2." Returns "" if nothing was claimed and compared.
 */
function describeOverclaims({ checks }: RoundClaims, isForOthers: boolean): string {
  const compared = checks.filter(isComparedClaim);
  if (compared.length === 0) return "";
  const claimed = checks.filter(({ claim }) => claim === "met").length;
  const were = claimed === 1 ? "was" : "were";
  const said = `The agent said ${countOf(claimed, "check")} ${were} met.`;
  const finder = isForOthers ? "the review" : "you";
  const when = nameWhen(compared, claimed, isForOthers);
  return `${said} ${capitalize(`${when}${finder} found ${describeCompared(compared)}`)}.`;
}

/** Says which verdicts are meant, if that isn't all of them as they are now. */
function nameWhen(compared: readonly JudgedClaim[], claimed: number, isForOthers: boolean): string {
  const before = isForOthers ? "before the report was seen" : "before you saw the report";
  const judged = isForOthers ? "judged" : "which you judged";
  if (compared.length < claimed) return `on ${nameChecks(compared)}, ${judged} ${before}, `;
  return compared.some(({ changedTo }) => changedTo !== undefined) ? `${before}, ` : "";
}

/** Says what the verdicts that were compared are now, if one was changed since. */
function describeNow({ checks }: RoundClaims): string[] {
  const compared = checks.filter(isComparedClaim);
  if (!compared.some(({ changedTo }) => changedTo !== undefined)) return [];
  const count = (wanted: string) => compared.filter(({ verdict }) => verdict === wanted).length;
  return [nameNow(count("met"), count("not-met"), compared.length)];
}

function nameNow(met: number, missed: number, all: number): string {
  const are = met === 1 ? "is" : "are";
  if (all === 1 && met + missed === 0) return "Now nobody can tell.";
  if (met + missed < all)
    return `Now ${met} of these ${are} met, ${missed} not, ${all - met - missed} can't tell.`;
  if (all === 1) return `Now it's ${met === 1 ? "met" : "not met"}.`;
  if (missed === 0) return met === 2 ? "Now both are met." : `Now all ${met} are met.`;
  return `Now ${met} of these ${are} met, ${missed} not.`;
}

function nameChecks(checks: readonly JudgedClaim[]): string {
  return joinWords(checks.map(({ number }) => `C${number}`));
}

function nameAllMet(count: number): string {
  if (count === 1) return "it met";
  return count === 2 ? "both met" : `all ${count} met`;
}

function describeCompared(compared: readonly JudgedClaim[]): string {
  const over = compared.filter(({ isOverclaim }) => isOverclaim);
  if (over.length === 0) return nameAllMet(compared.length);
  const names = joinWords(over.map(({ number }) => `C${number}`));
  if (compared.length === 1) return `it not met: overclaimed on ${names}`;
  const met = compared.length - over.length;
  return `${met} of these met, ${over.length} not: overclaimed on ${names}`;
}

/** Says the same in a few words, for a list: "3 claimed met, overclaimed on C2." */
export function describeOverclaimsBriefly({ checks }: RoundClaims): string {
  const compared = checks.filter(isComparedClaim);
  if (compared.length === 0) return "";
  const over = compared.filter(({ isOverclaim }) => isOverclaim);
  const names = joinWords(over.map(({ number }) => `C${number}`));
  const claimed = checks.filter(({ claim }) => claim === "met").length;
  const only = claimed === compared.length ? "" : `, ${compared.length} of them compared`;
  return `${claimed} claimed met${only}: ${names === "" ? "you found the same" : `overclaimed on ${names}`}.`;
}

const uncountedWords: Readonly<Record<Uncounted, string>> = {
  imported: "because an import brought the report",
  seen: "because the report was read before the checks were judged",
  late: "because the verdict was there before the report",
  changed: "because the check was changed since",
  kept: "because the verdict was kept from an earlier round",
};

/**
 * Lists what a reader should know about the claims of a round, in sentences. `toldChanges` are
 * sentences that say more about the change of a check, by its number.
 */
export function describeClaims(
  claims: RoundClaims,
  wordVerdict: WordVerdict,
  isForOthers: boolean,
  toldChanges: ReadonlyMap<number, string> = new Map(),
): string[] {
  const summary = describeOverclaims(claims, isForOthers);
  const changed = claims.checks.flatMap(({ number, changedFrom, changedTo }) =>
    changedFrom === undefined || changedTo === undefined
      ? []
      : [
          toldChanges.get(number) ??
            `C${number} was changed from ${wordVerdict(changedFrom)} to ${wordVerdict(changedTo)} ` +
              "after seeing the report.",
        ],
  );
  return [
    ...(summary === "" ? [] : [summary]),
    ...changed,
    ...describeNow(claims),
    ...describeUntold(claims, isForOthers),
    ...describeReworded(claims),
    ...describeUncounted(claims),
  ];
}

/** Says what is told in other words since the report was seen. */
function describeReworded({ checks }: RoundClaims): string[] {
  const all = checks.flatMap(({ number, reworded }) =>
    reworded.map(({ question, before }) => ({
      name: `C${number}`,
      about: `"${question.label ?? question.ask}"`,
      how: before === undefined ? "written" : "changed",
    })),
  );
  const kinds = [...new Set(all.map(({ about, how }) => JSON.stringify([about, how])))];
  return kinds.map((kind) => {
    const alike = all.filter(({ about, how }) => JSON.stringify([about, how]) === kind);
    const names = joinWords(alike.map(({ name }) => name));
    return `${alike[0]?.about} for ${names} was ${alike[0]?.how} after seeing the report.`;
  });
}

/** Says which claims of success met a verdict of "can't tell". */
function describeUntold({ checks }: RoundClaims, isForOthers: boolean): string[] {
  const untold = checks.filter(
    (check) => check.claim === "met" && check.found !== undefined && !isComparedClaim(check),
  );
  if (untold.length === 0) return [];
  return [`On ${nameChecks(untold)}, ${isForOthers ? "the review" : "you"} couldn't tell.`];
}

/** Says which claims aren't compared, and why. */
function describeUncounted({ checks }: RoundClaims): string[] {
  const left = checks.filter(({ claim, uncounted }) => claim && uncounted);
  const reasons = [...new Set(left.flatMap(({ uncounted }) => uncounted ?? []))];
  return reasons.map((reason) => {
    const alike = left.filter(({ uncounted }) => uncounted === reason);
    const about = alike.length === checks.length ? "" : ` about ${nameChecks(alike)}`;
    return `What the agent said${about} isn't compared, ${uncountedWords[reason]}.`;
  });
}

/** What is shown once every check has its verdict. */
export interface RevealView {
  claims: RoundClaims;
  wordVerdict: WordVerdict;
  /** What the person typed about each check, by its number. */
  seen: ReadonlyMap<number, string>;
  /** The prediction with its result; "" if there is none. */
  forecast: string;
  /** True if it was shown before, and a verdict was changed since. */
  isAgain?: boolean;
}

/** Renders what the agent claimed beside what the person found. */
export function renderReveal(
  { claims, wordVerdict, seen, forecast, isAgain }: RevealView,
  { theme, width }: RenderOptions,
): string {
  const rows = claims.checks.flatMap((check) => {
    const { number, text, verdict, isOverclaim, isUnseen } = check;
    const words = seen.get(number);
    const noted = isUnseen ? ` (${NOTHING_NOTED})` : words ? `. You saw: ${words}` : "";
    const said = hang("    The agent said: ", describeClaim(check), width);
    return [
      hang(`  C${number} `, text, width),
      ...(verdict === undefined
        ? []
        : [hang("    You found: ", wordVerdict(verdict) + noted, width)]),
      isOverclaim ? theme.warn(said) : said,
    ];
  });
  const sentences = [forecast, ...describeClaims(claims, wordVerdict, false)].filter(Boolean);
  return `\n${stack([
    [theme.heading(indent(isAgain ? CHANGED_TITLE : REVEAL_TITLE, width)), ...rows],
    sentences.map((sentence) => indent(sentence, width)),
  ])}\n`;
}

const REVEAL_TITLE = "Every check is judged. Here is what the agent said:";
const CHANGED_TITLE = "You changed a verdict after you saw the report. Here is how it stands now:";
