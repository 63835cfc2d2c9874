import type { Attempt, Practice } from "./attempt.ts";

/**
 * Merges imported tries into those here. The same try on both sides: what was finished first stays,
 * because the truth was shown then. Without an end, each answer is the later one.
 */
export function mergePractice(
  here: Practice | undefined,
  there: Practice | undefined,
  at?: string,
): { practice: Practice | undefined; changed: number } {
  if (!there) return { practice: here, changed: 0 };
  const practice: Practice = { ...here };
  let changed = 0;
  for (const [uid, theirs] of Object.entries(there)) {
    const mine = practice[uid];
    const merged = mine ? mergeAttempt(mine, theirs) : withImport(theirs, at);
    if (mine && isSameAttempt(mine, merged)) continue;
    practice[uid] = merged;
    changed += 1;
  }
  return { practice, changed };
}

function withImport(attempt: Attempt, at: string | undefined): Attempt {
  return at === undefined ? attempt : { ...attempt, importedAt: at };
}

function mergeAttempt(mine: Attempt, theirs: Attempt): Attempt {
  if (mine.finishedAt || theirs.finishedAt) {
    const isMine = endOf(mine) <= endOf(theirs);
    const [first, other] = isMine ? [mine, theirs] : [theirs, mine];
    // What is asked after the end may be answered on one side only.
    const named = Object.entries(other.answers).filter(([name]) => name.startsWith("named."));
    const answers = { ...Object.fromEntries(named), ...first.answers };
    return { ...mine, ...first, folder: mine.folder, answers: order(mine, answers) };
  }
  const answers = { ...mine.answers };
  for (const [name, reply] of Object.entries(theirs.answers)) {
    const own = answers[name];
    if (!own || Date.parse(reply.at) > Date.parse(own.at)) answers[name] = reply;
  }
  return { ...mine, answers };
}

/** Keeps the order of the answers here, so that nothing changes where nothing is new. */
function order({ answers: own }: Attempt, answers: Attempt["answers"]): Attempt["answers"] {
  const names = [...new Set([...Object.keys(own), ...Object.keys(answers)])];
  return Object.fromEntries(names.flatMap((name) => pickReply(answers, name)));
}

function pickReply(
  answers: Attempt["answers"],
  name: string,
): [string, Attempt["answers"][string]][] {
  const reply = answers[name];
  return reply ? [[name, reply]] : [];
}

function endOf({ finishedAt }: Attempt): number {
  return finishedAt ? Date.parse(finishedAt) : Number.POSITIVE_INFINITY;
}

function isSameAttempt(one: Attempt, other: Attempt): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
