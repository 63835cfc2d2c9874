import { existsSync } from "node:fs";
import { exit, stdout } from "node:process";
import { compileSensitive } from "../../src/linter/sensitive.ts";
import { loadRules } from "../helpers/rules.ts";
import { makeClean } from "./guard-clean.ts";
import { createEngines, type Engine } from "./guard-engines.ts";
import { readFixtures } from "./guard-fixtures.ts";
import { makeKeywords } from "./guard-keywords.ts";
import { makePersonalData } from "./guard-people.ts";
import { makeTokens } from "./guard-secrets.ts";
import { createDice, type Sample } from "./guard-text.ts";
import { measureSizes, measureTime, measureWorst } from "./guard-weight.ts";

const SEED = 20_260_612;
const [folder = ""] = process.argv.slice(2);
// First, because the bundler no longer answers once much memory is taken.
const sizes = await measureSizes();
const dice = createDice(SEED);
const samples: Sample[] = [
  ...makeTokens(dice, 8),
  ...makeKeywords(dice, 20),
  ...makePersonalData(dice, 12),
  ...makeClean(dice, 30),
  ...(existsSync(folder) ? readFixtures(folder) : []),
];
const patterns = compileSensitive(await loadRules("content/rules"));
const engines = createEngines(patterns);
const names = Object.keys(engines);

/** What each engine finds: 1 for each sample that it flags. */
const flags = new Map<Sample, number[]>();
for (const sample of samples) flags.set(sample, await judge(sample, Object.values(engines)));

stdout.write(`${samples.length} texts, seed ${SEED}\n\n`);
printTable("Found, of what must be found", true);
printTable("False alarms, of what is clean", false);
for (const [name, engine] of Object.entries(engines))
  stdout.write(`${name}: ${await measureTime(engine)}\n`);
stdout.write(`${measureWorst(patterns)}\n`);
// The threads of the bundler would keep the process alive.
stdout.write(`${sizes.join("\n")}\n`, () => exit());

async function judge({ text }: Sample, list: readonly Engine[]): Promise<number[]> {
  const found: number[] = [];
  for (const engine of list) found.push((await engine(text)) ? 1 : 0);
  return found;
}

function printTable(title: string, isSecret: boolean): void {
  stdout.write(`${row([title, "texts", ...names])}\n`);
  const chosen = samples.filter((sample) => sample.isSecret === isSecret);
  const groups = new Map<string, Sample[]>();
  for (const sample of chosen) {
    for (const kind of [sample.kind, "all"]) {
      const name = `${sample.source}: ${kind}`;
      const group = groups.get(name) ?? [];
      group.push(sample);
      groups.set(name, group);
    }
  }
  for (const [name, group] of groups) {
    const shares = names.map((_name, at) => {
      const flagged = group.filter((sample) => flags.get(sample)?.[at] === 1).length;
      return `${((100 * flagged) / group.length).toFixed(group.length > 999 ? 2 : 1)} %`;
    });
    stdout.write(`${row([name, String(group.length), ...shares])}\n`);
  }
  if (process.argv.includes("--list"))
    for (const sample of chosen.filter((each) => (flags.get(each)?.[0] === 1) !== isSecret))
      stdout.write(`  ${sample.kind}: ${JSON.stringify(sample.text.slice(0, 160))}\n`);
  stdout.write("\n");
}

function row([first = "", ...rest]: readonly string[]): string {
  return first.padEnd(36) + rest.map((cell) => cell.padStart(15)).join("");
}
