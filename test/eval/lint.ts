import { readFileSync } from "node:fs";
import { stdout } from "node:process";
import writeGood from "write-good";
import { lintLine } from "../../src/linter/engine.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { loadRules } from "../helpers/rules.ts";
import {
  bootstrap,
  type LabeledLine,
  runLinter,
  score,
  scoreByLabel,
  type Verdict,
} from "./score.ts";

const file = process.argv[2] ?? "test/fixtures/lint/dev.jsonl";
const ruleset = compileRules(await loadRules("content/rules"));
const lines: LabeledLine[] = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => JSON.parse(line) as LabeledLine);

const linters: Record<string, (line: LabeledLine) => Verdict> = {
  "builder-pm lint": ({ text, kind }) =>
    lintLine(text, kind, ruleset).find(({ severity }) => severity !== "note")?.rule,
  "write-good": ({ text }) => (writeGood(text).length > 0 ? "write-good" : undefined),
  "flag everything": () => "everything",
};

stdout.write([describeSet(), "", ...describeLinters(), "", ...describeLabels(), ""].join("\n"));

function describeSet(): string {
  const defective = lines.filter(({ label }) => label !== "ok").length;
  const tricky = lines.filter((line) => line.tricky && line.label === "ok").length;
  const ok = lines.length - defective;
  const counts = `${lines.length} lines, ${defective} with a defect, ${ok} ok`;
  return `${file}: ${counts}, ${tricky} of these tricky`;
}

function describeLinters(): string[] {
  const head = row("linter", "precision", "recall", "F1", "tricky alarms", "type agrees");
  return [head, ...Object.entries(linters).map(([name, lint]) => describeLinter(name, lint))];
}

function describeLinter(name: string, lint: (line: LabeledLine) => Verdict): string {
  const judged = runLinter(lines, lint);
  const figures = score(judged);
  const ranges = bootstrap(judged);
  const withRange = (key: "precision" | "recall" | "f1") =>
    `${percent(figures[key])} (${ranges[key].map(percent).join(" to ")})`;
  const agreement = name === "builder-pm lint" ? percent(figures.agreement) : "-";
  return row(
    name,
    withRange("precision"),
    withRange("recall"),
    withRange("f1"),
    percent(figures.trickyAlarms),
    agreement,
  );
}

function describeLabels(): string[] {
  const judged = runLinter(lines, linters["builder-pm lint"] ?? (() => undefined));
  const rows = scoreByLabel(judged).map(({ label, lines: count, flagged, agreed, alarms }) =>
    labelRow(label, String(count), String(flagged), String(agreed), String(alarms)),
  );
  return [labelRow("label", "lines", "flagged", "as this type", "false alarms"), ...rows];
}

function row(name: string, ...cells: string[]): string {
  return (
    name.padEnd(17) +
    cells
      .map((cell, index) => cell.padEnd(index < 3 ? 24 : 15))
      .join("")
      .trimEnd()
  );
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
