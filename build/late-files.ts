/**
 * Files with modules of our own that few screens need, read at the first call: each file's name,
 * and its modules, by path. They may export nothing but functions.
 */
export const lateFiles: Record<string, readonly string[]> = {
  // The words and patterns of agents' reports are a quarter of what `status` would load.
  "read-report": ["src/domain/report/read-report.ts"],
  "run-targets": ["src/domain/report/run-targets.ts"],
  /** What short screens need only while a project is open. */
  "open-project": [
    "src/commands/shared/changed-page.ts",
    "src/commands/shared/work-folder.ts",
    "src/domain/insights/forecast.ts",
    "src/domain/project/proposed.ts",
    "src/domain/project/question-instance.ts",
    "src/domain/project/question-place.ts",
    "src/domain/project/report-state.ts",
    "src/domain/project/stop-rule.ts",
    "src/domain/text/stop-day.ts",
    "src/files/hash.ts",
    "src/render/text/project.ts",
  ],
  /** What takes in and saves an answer of a step, which isn't needed to draw a first question. */
  answering: [
    "src/commands/shared/project-state.ts",
    "src/commands/shared/text-size.ts",
    "src/commands/step/candidates.ts",
    "src/commands/step/list.ts",
    "src/domain/project/finish-step.ts",
    "src/domain/project/picks.ts",
    "src/domain/project/proposals.ts",
    "src/domain/project/reported-lines.ts",
    "src/domain/project/save-answer.ts",
    "src/domain/project/validate-answer.ts",
    "src/domain/text/answer-size.ts",
    "src/domain/text/entries.ts",
  ],
  /** What says where a mistake is, or what was meant. */
  mistakes: [
    "src/content/file-location.ts",
    "src/domain/text/closest.ts",
    "src/front-matter/locate.ts",
  ],
  /** What removes spaces and marks from a text that was typed, but needs nothing of a project. */
  "clean-text": ["src/domain/text/clean.ts"],
  findings: ["src/domain/insights/guide-topic.ts", "src/render/text/lint.ts"],
  /** What reads a file that a person names. */
  "read-file": ["src/commands/shared/sealed-text.ts", "src/files/read.ts"],
  /** What makes something of notes, files of answers and agents' reports. */
  "read-in": [
    "src/commands/shared/report-intake.ts",
    "src/commands/step/named-answers.ts",
    "src/domain/notes/may-answer.ts",
    "src/domain/notes/note-answers.ts",
    "src/domain/notes/note-questions.ts",
    "src/domain/notes/personal.ts",
    "src/render/text/notes.ts",
  ],
  /** What was learned from documents, which is more than all that reads notes. */
  "note-weights": ["src/domain/notes/learned/weights.ts"],
  /** What was learned from labeled lines. Nothing of it is needed before a rule finds something. */
  "line-weights": ["src/linter/sound.ts"],
  /** What a step needs after its questions. */
  "step-end": [
    "src/commands/step/agent-drafts.ts",
    "src/commands/step/finish.ts",
    "src/commands/step/print.ts",
    "src/commands/step/print-page.ts",
    "src/commands/step/save-answers.ts",
    "src/render/text/page.ts",
  ],
  /** What working on a project, its pages and JSON need, but not the short screens. */
  "project-work": [
    "src/domain/insights/answer-stats.ts",
    "src/domain/insights/bet.ts",
    "src/domain/insights/bet-score.ts",
    "src/domain/insights/calibration.ts",
    "src/domain/insights/claim-rate.ts",
    "src/domain/insights/claims.ts",
    "src/domain/insights/history.ts",
    "src/domain/insights/judgment-changes.ts",
    "src/domain/insights/pace.ts",
    "src/domain/progress/migrate.ts",
    "src/domain/progress/rename.ts",
    "src/domain/project/drafts.ts",
    "src/domain/project/first-pass.ts",
    "src/domain/project/judging-now.ts",
    "src/domain/project/known-answers.ts",
    "src/domain/project/left-out.ts",
    "src/domain/project/rounds.ts",
    "src/domain/project/trace.ts",
    "src/domain/project/unfinished.ts",
    "src/domain/text/amount.ts",
    "src/domain/text/template.ts",
    "src/files/write.ts",
    "src/render/json/judging.ts",
    "src/render/json/practice.ts",
    "src/render/text/asking.ts",
    "src/render/text/claim-rate.ts",
    "src/render/text/claims.ts",
    "src/render/text/due-stop.ts",
    "src/render/text/guide.ts",
    "src/render/text/history.ts",
  ],
};
