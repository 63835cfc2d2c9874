import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { stdout } from "node:process";
import writeGood from "write-good";
import { lintLine } from "../../src/linter/engine.ts";
import { readLineWeights } from "../../src/linter/learned/weights.ts";
import { compileRules, type Ruleset } from "../../src/linter/rules.ts";
import { askAnyway, loadRules } from "../helpers/rules.ts";
import { learnLines, loadLineExamples } from "./line-training.ts";
import { hasRightRole, parseRoles, type RoleScore, scoreRoles } from "./roles.ts";
import {
  bootstrap,
  groupLines,
  type Judged,
  type LabeledLine,
  runLinter,
  score,
  scoreByLabel,
  type Verdict,
} from "./score.ts";

const MINE = "builder-pm lint";
const OURS = "test/fixtures/lint";
const given = process.argv.slice(2).filter((argument) => argument !== "--errors");
const listErrors = process.argv.includes("--errors");
const files =
  given.length > 0 ? given : ["test/fixtures/lint/real.jsonl", "test/fixtures/lint/dev.jsonl"];
const WIDTHS = [21, 6, 24, 24, 24, 24, 14, 11];
const rules = await loadRules("content/rules");
const ruleset = compileRules(rules);

const lintWith =
  (ruleset: Ruleset) =>
  ({ text, kind }: LabeledLine): Verdict =>
    lintLine(text, kind, ruleset).find(({ severity }) => severity !== "note")?.rule;

const others: Record<string, (line: LabeledLine) => Verdict> = {
  "rules alone": lintWith(compileRules(askAnyway(rules))),
  "write-good": ({ text }) => (writeGood(text).length > 0 ? "write-good" : undefined),
  "flag everything": () => "everything",
};

for (const file of files) {
  const rows = file.endsWith(".jsonl") ? await describeFile(file) : describeDocuments(file);
  stdout.write(`${rows.join("\n")}\n\n`);
}

async function describeFile(file: string): Promise<string[]> {
  const lines = readLines(file);
  // What was learned from these very lines would flatter it.
  const isOurs = dirname(file) === OURS;
  const learned = isOurs ? learnLines(await loadLineExamples(basename(file))) : readLineWeights();
  const judged = runLinter(lines, lintWith({ ...ruleset, learned }));
  const rows = Object.entries(others).map(([name, lint]) =>
    describeLines(name, runLinter(lines, lint)),
  );
  return [
    describeSet(file, lines),
    "",
    head("linter"),
    describeLines(MINE, judged),
    ...rows,
    "",
    head("role"),
    ...describeGroups(judged, ({ kind }) => kind),
    ...describeForms(judged),
    "",
    ...describeLabels(judged),
    "",
    ...describeRoles(lines),
    ...(listErrors ? ["", ...describeErrors(judged)] : []),
  ];
}

/** How often a line alone, below "Acceptance criteria" or "Problem", has its role. */
function describeRoles(lines: readonly LabeledLine[]): string[] {
  const judged = runLinter(lines, (line) => (hasRightRole(line) ? line.kind : undefined));
  const rows = [["all", judged] as const, ...groupLines(judged, ({ form }) => form)];
  return [
    labelRow("form", "lines", "role right"),
    ...rows.map(([form, group]) => {
      const right = group.filter(({ verdict }) => verdict !== undefined).length;
      return labelRow(form, String(group.length), percent(right / group.length));
    }),
  ];
}

/** Returns false alarms, misses and other types, each with what was expected. */
function describeErrors(judged: readonly Judged[]): string[] {
  return judged
    .filter(({ line, verdict }) => (verdict ?? "ok") !== line.label)
    .filter(({ line, verdict }) => !line.alt.includes(verdict ?? "ok"))
    .map(({ line, verdict }) => `${line.id}: ${verdict ?? "ok"}, not ${line.label}: ${line.text}`);
}

/** Compares whole documents with the roles in a JSON file of the same name beside each. */
function describeDocuments(path: string): string[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path).map((name) => join(path, name))
    : [path];
  const scored = files
    .map((file) => ({ file, labels: file.replace(/\.\w+$/, ".json") }))
    .filter(({ file, labels }) => file !== labels && existsSync(labels))
    .map(({ file, labels }) => ({ name: basename(file), ...scoreDocument(file, labels) }));
  const sum = (key: Exclude<keyof RoleScore, "wrong">) =>
    scored.reduce((total, each) => total + each[key], 0);
  const total: RoleScore = {
    entries: sum("entries"),
    judged: sum("judged"),
    found: sum("found"),
    extra: sum("extra"),
    findings: sum("findings"),
    outside: sum("outside"),
    wrong: [],
  };
  const columns = ["entries", "to judge", "found", "extra", "role right", "findings", "outside"];
  return [
    labelRow(path, ...columns),
    ...[...scored, { name: "all", ...total }].map((each) => describeDocument(each.name, each)),
    ...(listErrors
      ? scored.flatMap(({ name, wrong }) => wrong.map((row) => `${name}:${row}`))
      : []),
  ];
}

function scoreDocument(file: string, labels: string): RoleScore {
  return scoreRoles(readFileSync(file, "utf8"), parseRoles(readFileSync(labels, "utf8")), ruleset);
}

function describeDocument(name: string, score: RoleScore): string {
  const { entries, judged, found, extra, findings, outside } = score;
  const right = (entries - extra - (judged - found)) / entries;
  const counts = [entries, judged, found, extra].map(String);
  return labelRow(name, ...counts, percent(right), String(findings), String(outside));
}

function readLines(file: string): LabeledLine[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as LabeledLine);
}

function describeSet(file: string, lines: readonly LabeledLine[]): string {
  const defective = lines.filter(({ label }) => label !== "ok").length;
  const tricky = lines.filter((line) => line.tricky && line.label === "ok").length;
  const ok = lines.length - defective;
  const counts = `${lines.length} lines, ${defective} with a defect, ${ok} ok`;
  return `${file}: ${counts}, ${tricky} of these tricky`;
}

/** The lines of the first format have no form. */
function describeForms(judged: readonly Judged[]): string[] {
  const rows = describeGroups(judged, ({ form }) => form);
  return rows.length > 0 ? ["", head("form"), ...rows] : [];
}

function describeGroups(
  judged: readonly Judged[],
  nameOf: (line: LabeledLine) => string | undefined,
): string[] {
  return groupLines(judged, nameOf).map(([name, group]) => describeLines(name, group, true));
}

function describeLines(name: string, judged: readonly Judged[], isMine = name === MINE): string {
  const figures = score(judged);
  const ranges = bootstrap(judged);
  const withRange = (key: "precision" | "recall" | "f1" | "alarms") =>
    `${percent(figures[key])} (${ranges[key].map(percent).join(" to ")})`;
  return row(
    name,
    String(judged.length),
    withRange("precision"),
    withRange("recall"),
    withRange("f1"),
    withRange("alarms"),
    percent(figures.trickyAlarms),
    isMine ? percent(figures.agreement) : "-",
  );
}

function describeLabels(judged: readonly Judged[]): string[] {
  const rows = scoreByLabel(judged).map(({ label, lines, flagged, agreed, alarms }) =>
    labelRow(label, String(lines), String(flagged), String(agreed), String(alarms)),
  );
  return [labelRow("label", "lines", "flagged", "as this type", "false alarms"), ...rows];
}

function head(first: string): string {
  const figures = ["precision", "recall", "F1", "alarms on ok lines"];
  return row(first, "lines", ...figures, "tricky alarms", "type agrees");
}

function row(...cells: string[]): string {
  return cells
    .map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0))
    .join("")
    .trimEnd();
}

function labelRow(name: string, ...cells: string[]): string {
  return (
    name.padEnd(26) +
    cells
      .map((cell) => cell.padEnd(14))
      .join("")
      .trimEnd()
  );
}

function percent(share: number): string {
  return Number.isNaN(share) ? "-" : share.toFixed(3);
}
