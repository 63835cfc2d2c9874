import { writeFileSync } from "node:fs";
import { stdout } from "node:process";
import type { Learned } from "../../src/domain/notes/learned/weights.ts";
import { identifySource, learnWeights } from "./learn-weights.ts";
import { authors, learnContext, learnFolds, loadExamples } from "./notes-training.ts";

const FILE = "src/domain/notes/learned/weights.json";

const examples = loadExamples(authors);
const learned: Learned = {
  from: identifySource(examples),
  answers: learnWeights(examples),
  ...learnContext(learnFolds()),
};
writeFileSync(FILE, `${JSON.stringify(learned, null, 2)}\n`);
const { length } = Object.keys(learned.answers.signs);
stdout.write(`Learned ${length} features from ${examples.length} texts\n`);
