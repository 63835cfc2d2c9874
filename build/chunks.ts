import { normalize, resolve } from "node:path";

/**
 * The modules that are bundled into files that several commands load, because opening a file takes
 * longer than reading a few more lines. What a module imports goes with it, so only modules that
 * nothing else in the list imports are named. Each command gets a file of its own for the rest.
 */
export const chunks = {
  /** What runs before Node's compile cache is on. Small, because it is compiled at each start. */
  first: ["src/cli.ts"],
  /** What every command needs, and the short screens that people see first. */
  start: ["src/run.ts", "src/content/load.ts", "src/commands/home.ts", "src/commands/slices.ts"],
  /** What most of the other commands need. */
  shared: [
    "src/commands/shared/app-state.ts",
    "src/commands/shared/own-words.ts",
    "src/domain/insights/checklist-summary.ts",
    "src/domain/practice/undo-practice.ts",
    "src/domain/project/answer-line.ts",
    "src/domain/project/entries.ts",
    "src/domain/text/stop-minutes.ts",
    "src/domain/text/stop-passes.ts",
    "src/files/folder.ts",
    "src/render/json/state.ts",
    "src/render/page/author.ts",
    "src/render/text/checklist-summary.ts",
    "src/render/text/dates.ts",
    "src/render/text/question.ts",
    "src/store/store.ts",
  ],
  /** What the commands that ask for answers need. */
  asking: [
    "src/commands/shared/answer-lint.ts",
    "src/commands/shared/choices.ts",
    "src/commands/shared/going-back.ts",
    "src/commands/shared/own-judgment.ts",
    "src/commands/step/interview.ts",
    "src/domain/project/new-drafts.ts",
    "src/domain/project/unplaced.ts",
    "src/domain/text/open-question.ts",
    "src/files/decode.ts",
  ],
  /** What a step needs to ask its questions. */
  steps: ["src/commands/step/command.ts", "src/commands/step/register.ts"],
  /** What the commands that print pages need. */
  pages: ["src/render/text/progress-page.ts"],
};

/** Returns true if a module, given by its absolute path, is in a list of source paths. */
export function isListed(id: string, paths: readonly string[]): boolean {
  return paths.some((path) => resolve(path) === normalize(id));
}
