import type { Progress } from "../../src/domain/progress/progress.ts";
import { newProject, progressWith, projectAfter, sampleAnswers, takeStep } from "./loop.ts";
import { items, withCheck } from "./open-prompts.ts";

const handedOff = projectAfter("spec", "brief", "review", "handoff");

/** What another process does meanwhile: command lines, in which OTHER and LATER are files. */
export const otherProcesses: Readonly<Record<string, readonly (readonly string[])[]>> = {
  undo: [["undo"]],
  "undo twice": [["undo"], ["undo"]],
  "undo five times": Array.from({ length: 5 }, () => ["undo"]),
  "undo and redo": [["undo"], ["undo", "--redo"]],
  reset: [["reset", "--yes"]],
  import: [["import", "OTHER"]],
  "import of a later state": [["import", "LATER"]],
  "import --replace": [["import", "OTHER", "--replace", "--yes"]],
  "import --replace of a later state": [["import", "LATER", "--replace", "--yes"]],
  decide: [decideBy("kill")],
  "decide, another round": [decideBy("revise")],
  check: [
    ["check", "--answer", `${items[1]}=yes`, "--evidence", `${items[1]}=9 calls on June 30.`],
  ],
  spec: [["spec", "--answer", "evidence=9 tickets in June.", "--because", "New data."]],
  brief: [["brief", "--answer", "prediction=1"]],
  review: [
    [
      "review",
      "--answer",
      "verdict.1=not-met",
      "--answer",
      "saw.1=It failed.",
      "--answer",
      "cause.1=agent-miss",
    ],
  ],
  log: [["log", "all of it", "--minutes", "300"]],
  "projects switch": [["projects", "switch", "other"]],
  "projects rename": [["projects", "rename", "script", "Weekly numbers"]],
  "projects folder": [["projects", "folder", "script", "./work"]],
  "start --anyway": [["start", "script", "--title", "Again", "--anyway", "--no-folder"]],
};

function decideBy(verdict: string): string[] {
  const answers = [`verdict=${verdict}`, "because=b", "learned=l"];
  return ["decide", ...answers.flatMap((answer) => ["--answer", answer]), "--anyway"];
}

/** The files that another process imports, by the word that stands for each. */
export const importFiles: Readonly<Record<string, Progress>> = {
  OTHER: {
    ...withCheck(progressWith(newProject({ uid: "uid-9", title: "From elsewhere" })), "spec"),
  },
  LATER: progressWith(
    takeStep(handedOff, "decide", { ...sampleAnswers.decide, verdict: "kill" }, 25),
  ),
};
