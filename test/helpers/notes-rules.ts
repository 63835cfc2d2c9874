import type { Question } from "../../src/domain/library/step.ts";
import { readNoteAnswers } from "../../src/domain/notes/note-answers.ts";
import { readNotes } from "../../src/domain/notes/read-notes.ts";

/** Weights that were learned from nothing. */
const nothing = {
  from: "",
  answers: { classes: "", signs: {} },
  context: { classes: "", signs: {} },
  again: { classes: "", signs: {} },
  trust: { classes: "", signs: {} },
};

/** Reads notes by the rules alone: lines without any context say too little to judge by words. */
export function readNotesByRules(text: string, questions: readonly Question[]) {
  return readNotes(text, questions, nothing);
}

/** Reads notes as answers by the rules alone. */
export function readAnswersByRules(text: string, questions: readonly Question[]) {
  return readNoteAnswers(text, questions, nothing);
}
