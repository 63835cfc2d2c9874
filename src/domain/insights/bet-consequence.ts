import { readBet } from "./bet.ts";
import type { BetOutcome } from "./bet-compare.ts";

/** Words with which a bet says what follows only if it isn't reached. */
const IF_NOT = [
  "if not|otherwise|or else|unless|else",
  "if it (?:does ?n[o']t|is ?n[o']t)|if they (?:do|are) ?n[o']t",
].join("|");
/** Words with which it says what follows in any case, or if it is reached. */
const THEN = [
  "so that|so (?:we|i|they|you) (?:can|could|know)|then|afterwards|if|to decide|in order to",
  "and (?:then )?(?:we|i) decide|(?:we|i)(?:'ll| will)? decide",
].join("|");
const LEAD = "[\\s,.;:(\u2013\u2014-]";
const START = new RegExp(`(?:^|${LEAD})(${IF_NOT}|${THEN})\\b.*$`, "is");
const LEADS = new RegExp(`^${LEAD}+`);
const NEGATIVE = new RegExp(`^(?:${IF_NOT})\\b`, "i");
const ANY_NEGATIVE = new RegExp(`\\b(?:${IF_NOT})\\b`, "i");

/** "If it falls from 8% to 5%, we roll it out." */
const PROMISED = /^[^,.;]{0,80},\s*(.+)$/s;

/**
 * Finds what a bet says will follow, behind its numbers: "if not, we drop it". Returns undefined if
 * it says nothing, or nothing about how it ended.
 */
export function readConsequence(text: string, outcome: BetOutcome): string | undefined {
  const bet = readBet(text);
  if (!bet) return undefined;
  const rest = text.slice(Math.max(bet.before.end, bet.bet.end)).replaceAll("\u2019", "'");
  const promised = /^if\b/i.test(text.trim()) ? PROMISED.exec(rest)?.[1] : undefined;
  const said = promised ?? START.exec(rest)?.[0].replace(LEADS, "");
  if (!said) return undefined;
  const isAfterReached = promised !== undefined || /^if\b/i.test(said);
  const applies =
    outcome === "reached" ? !NEGATIVE.test(said) : !isAfterReached || ANY_NEGATIVE.test(said);
  return applies ? said.trim() : undefined;
}
