import type { Checklist } from "./checklist.ts";
import type { Drill } from "./drill.ts";
import type { Topic } from "./guide.ts";
import type { Rule } from "./rule.ts";
import type { Slice } from "./slice.ts";
import type { Step } from "./step.ts";

/** A problem in a content file: where it is and how to fix it. Lines and columns count from 1. */
export interface Problem {
  /** The content folder of the file, as the person named it. */
  folder: string;
  file: string;
  line: number;
  column: number;
  /** The field, such as `items.2.title`; empty for the whole file. */
  field: string;
  message: string;
  fix: string;
}

/** The content that a command asked for. Each kind is sorted by its `order`. */
export interface Library {
  checklists: Checklist[];
  slices: Slice[];
  steps: Step[];
  drills: Drill[];
  rules: Rule[];
  guide: Topic[];
  problems: Problem[];
}
