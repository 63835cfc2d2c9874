import type { Checklist } from "./checklist.ts";
import type { Topic } from "./guide.ts";
import type { Rule } from "./rule.ts";
import type { Slice } from "./slice.ts";
import type { Step } from "./step.ts";

/**
 * Something wrong in a content file: where, what, and how to mend it. Lines and columns count from
 * 1.
 */
export interface Problem {
  /** The folder of content that the file stands in, as it was named. */
  folder: string;
  file: string;
  line: number;
  column: number;
  /** The field, as `items.2.title`; empty for the whole file. */
  field: string;
  message: string;
  fix: string;
}

/**
 * All content that a command asked for, each kind sorted by its `order`; what could not be used
 * stands in `problems`.
 */
export interface Library {
  checklists: Checklist[];
  slices: Slice[];
  steps: Step[];
  rules: Rule[];
  guide: Topic[];
  problems: Problem[];
}
