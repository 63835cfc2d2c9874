import { writeFileSync } from "node:fs";
import { stdout } from "node:process";
import { learnWeights } from "./learn-weights.ts";
import { authors, identifySource, loadExamples } from "./notes-training.ts";

const FILE = "src/domain/notes/learned/weights.json";

const examples = loadExamples(authors);
const weights = { from: identifySource(examples), ...learnWeights(examples) };
writeFileSync(FILE, `${JSON.stringify(weights, null, 2)}\n`);
stdout.write(
  `Learned ${Object.keys(weights.signs).length} features from ${examples.length} texts\n`,
);
