import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sample } from "./guard-text.ts";

/**
 * Reads public fixtures from a folder: the rules of gitleaks (`cmd/generate/config/rules/*.go`),
 * the tests of detect-secrets (`*_test.py`), or `*.jsonl` with a `text` and `isSecret` in each line.
 */
export function readFixtures(folder: string): Sample[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((file) => {
    const read = () => readFileSync(join(folder, file), "utf8");
    if (file.endsWith(".go")) return readGo(file, read());
    if (file.endsWith("_test.py")) return readPython(file, read());
    if (file.endsWith(".jsonl")) return readLines(file, read());
    return [];
  });
}

function toSamples(source: string, file: string, texts: readonly string[], isSecret: boolean) {
  return texts
    .filter((text) => text.trim() !== "")
    .map((text) => ({ source, kind: file, text, isSecret }));
}

/** Reads the lists of true and false positives in a rule of gitleaks. */
function readGo(file: string, code: string): Sample[] {
  const list = (name: string) => {
    const [, body = ""] =
      new RegExp(String.raw`(?:r\.)?\b${name} :?= \[\]string\{\n([\s\S]*?)\n\t\}`, "i").exec(
        code,
      ) ?? [];
    const literals = body.replace(/\/\/.*$/gm, (comment) => (comment.includes("`") ? comment : ""));
    return [...literals.matchAll(/`([^`]*)`|"((?:[^"\\\n]|\\.)*)"/g)].map(
      ([, raw, quoted]) => raw ?? JSON.parse(`"${quoted}"`),
    );
  };
  return [
    ...toSamples("gitleaks", file, list("tps"), true),
    ...toSamples("gitleaks", file, list("fps"), false),
  ];
}

/** Reads the lists of positives and negatives in a test of detect-secrets. */
function readPython(file: string, code: string): Sample[] {
  const sections = code.split(/'(positives|negatives)': \{/).slice(1);
  return sections.flatMap((name, at) => {
    if (at % 2 === 1) return [];
    const [body = ""] = (sections[at + 1] ?? "").split(/\n {4}\}/);
    const texts = [...body.matchAll(/^ {12}(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"),/gm)].map(
      ([, single, double]) =>
        (single ?? double ?? "").replace(/\\(['"])/g, "$1").replace(/\\n/g, "\n"),
    );
    return toSamples("detect-secrets", file, texts, name === "positives");
  });
}

function readLines(file: string, text: string): Sample[] {
  const entries: { text: string; isSecret: boolean }[] = text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return entries.map(({ text: line, isSecret }) => ({
    source: "fixtures",
    kind: file,
    text: line,
    isSecret,
  }));
}
