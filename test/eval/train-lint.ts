import { writeFileSync } from "node:fs";
import { stdout } from "node:process";
import { learnLines, loadLineExamples } from "./line-training.ts";

const FILE = "src/linter/learned/weights.json";

const examples = await loadLineExamples();
writeFileSync(FILE, `${JSON.stringify(learnLines(examples), null, 2)}\n`);
const { criterion, problem } = examples;
stdout.write(`Learned from ${criterion.length} criteria and ${problem.length} problems\n`);
