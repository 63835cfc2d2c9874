import { stdout } from "node:process";
import type { Learned } from "../../src/domain/notes/learned/weights.ts";
import { readNotes } from "../../src/domain/notes/read-notes.ts";
import { stepOf } from "../helpers/loop.ts";
import { loadKeyedNotes, type NotesScore, scoreNotes } from "../helpers/notes-key.ts";
import { authors, type Fold, heldBack, learnContext, learnFolds } from "./notes-training.ts";

// Reads the documents of each author, or of those named, with what was learned from other authors.
// Those of authors that are held back are read with what is learned from all, as in the program.

const { questions } = stepOf("spec");
const listErrors = process.argv.includes("--errors");
const named = process.argv.slice(2).filter((name) => [...authors, ...heldBack].includes(name));
const WIDTHS = [9, 10, 8, 8, 8, 8];

writeRow(["author", "documents", "belong", "placed", "share", "wrong"]);
writeScores("held back", scoreAuthors(heldBack));
if (named.some((name) => authors.includes(name)) || named.length === 0) {
  const folds = learnFolds();
  writeScores(
    "all",
    folds.flatMap((fold) => scoreFold(fold, folds)),
  );
}

function scoreFold(fold: Fold, folds: readonly Fold[]): NotesScore[] {
  const rest = learnContext(folds.filter((other) => other !== fold));
  return scoreAuthors(fold.authors, { from: "", answers: fold.answers, ...rest });
}

function scoreAuthors(of: readonly string[], learned?: Learned): NotesScore[] {
  const wanted = of.filter((author) => named.length === 0 || named.includes(author));
  return wanted.flatMap((author) => {
    const scores = loadKeyedNotes(author).map((document) =>
      scoreNotes(document, readNotes(document.text, questions, learned)),
    );
    writeScores(author, scores);
    if (listErrors)
      for (const { wrong } of scores) for (const line of wrong) stdout.write(`${line}\n`);
    return scores;
  });
}

function writeScores(author: string, scores: readonly NotesScore[]): void {
  const sum = (count: (score: NotesScore) => number) =>
    scores.reduce((total, score) => total + count(score), 0);
  const [belong, placed] = [sum((score) => score.belong), sum((score) => score.placed)];
  const share = `${((100 * placed) / belong).toFixed(1)} %`;
  const wrong = sum((score) => score.wrong.length);
  writeRow([author, scores.length, belong, placed, share, wrong]);
}

function writeRow(cells: readonly (string | number)[]): void {
  stdout.write(
    `${cells.map((cell, index) => String(cell).padEnd(WIDTHS[index] ?? 0)).join(" ")}\n`,
  );
}
