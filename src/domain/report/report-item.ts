import type { Basis, Claim } from "./claim.ts";

/** A passage that speaks of a check, by number or in words. */
export interface ReportItem {
  /** The checks that it names; empty if its words have to tell. */
  numbers: readonly number[];
  /** False for the number of an entry in a list, which may be the agent's own. */
  isNamed: boolean;
  /** What it says after the number. */
  text: string;
  /** The lines below that belong to it. */
  body: string[];
  /** How much it counts against others about the same check. */
  weight: number;
  /** A claim read from the form: a column, or the heading above. */
  claim?: Claim | "unclear" | undefined;
  basis?: Basis | undefined;
  /** True outside of any section of checks: its number counts if it is the one that is missing. */
  isLoose?: boolean | undefined;
  isTicked?: boolean | undefined;
  /** True for an entry of a list. */
  isEntry?: boolean | undefined;
}

/** What counts more: the section of the checks, then other text, code, and text before it all. */
export const weights = { checks: 3, text: 2, code: 1, before: 0 } as const;
