import { dropUndefined, keepJudging } from "./judging.ts";
import type { Library } from "./library.ts";
import type { Step } from "./step.ts";

type Entry = Library[Exclude<keyof Library, "problems">][number];

/**
 * Keeps what protects secrets and judgment when a pack replaces an entry: a rule about sensitive
 * data stays and gains only terms, and a step keeps who its page is for and what it judges.
 */
export function keepGuard<E extends Entry>(entry: E, below: E | undefined): E {
  if ("questions" in entry) return keepStep(entry, below as Step | undefined) as E;
  if (below && "kinds" in below && "kinds" in entry && below.kinds.includes("sensitive"))
    return { ...below, terms: [...below.terms, ...entry.terms] };
  return entry;
}

/** A page that is shared stays shared, and one for an agent never becomes one for people. */
function keepStep(entry: Step, below: Step | undefined): Step {
  const step = keepJudging(entry, below);
  if (!below) return step;
  const writes = below.writes && (step.writes ?? below.writes);
  return dropUndefined({ ...step, writes, shared: below.shared || step.shared });
}
