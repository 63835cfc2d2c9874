import { stdout } from "node:process";
import { readNotes } from "../../src/domain/notes/read-notes.ts";
import { stepOf } from "../helpers/loop.ts";
import { loadKeyedNotes, type NotesScore, scoreNotes } from "../helpers/notes-key.ts";
import { learnWeights } from "./learn-weights.ts";
import { authors, loadExamples } from "./notes-training.ts";

// Reads the documents of each author, or of those named, with what was learned from all others.

const { questions } = stepOf("spec");
const listErrors = process.argv.includes("--errors");
const named = process.argv.slice(2).filter((argument) => authors.includes(argument));
const WIDTHS = [8, 10, 8, 8, 8, 8];
const examples = new Map(authors.map((author) => [author, loadExamples([author])]));

writeRow(["author", "documents", "belong", "placed", "share", "wrong"]);
const all = (named.length > 0 ? named : authors).flatMap((author) => {
  const others = authors.filter((other) => other !== author);
  const learned = learnWeights(others.flatMap((other) => examples.get(other) ?? []));
  const weights = { from: "", ...learned };
  const scores = loadKeyedNotes(author).map((document) =>
    scoreNotes(document, readNotes(document.text, questions, weights)),
  );
  writeScores(author, scores);
  if (listErrors)
    for (const { wrong } of scores) for (const line of wrong) stdout.write(`${line}\n`);
  return scores;
});
writeScores("all", all);

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
