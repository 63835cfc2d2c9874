import { readFileSync } from "node:fs";
import { join } from "node:path";
import { collectOwnNames, type OwnNames } from "../../src/domain/report/own-names.ts";

/** A project that knows no name: no work folder, and a title without words. */
export const noNames = collectOwnNames("", []);

/** Returns the names of a project in whose work folder there is every file that a text names. */
export function withFilesOf(text: string): OwnNames {
  const files = text.split(/[^\p{L}\p{M}\p{N}._-]+/u).map((word) => word.replace(/[.]+$/, ""));
  return collectOwnNames("", [], {
    paths: ["/home/ada/work"],
    files: [...files, "page.html", "run.py", "run.sh"].toSorted(),
  });
}

const FOLDER = join(import.meta.dirname, "../fixtures/run-sections");

/** A line that tries to tell a result, and the words with which it does. */
export interface HostileLine {
  line: string;
  told: string[];
}

/** How to run a result in the words of an agent, and the steps that nobody can do without. */
export interface HonestSection {
  name: string;
  text: string;
  steps: string[];
}

/** Reads the hostile lines; braces enclose what may not be shown. */
export function loadHostileLines(): HostileLine[] {
  const lines = readFileSync(join(FOLDER, "hostile.txt"), "utf8").split("\n").filter(Boolean);
  return lines.map((marked) => ({
    line: marked.replace(/[{}]/g, ""),
    told: [...marked.matchAll(/\{([^}]*)\}/g)].map(([, words = ""]) => words),
  }));
}

/** Reads the honest sections with their steps. */
export function loadHonestSections(): HonestSection[] {
  const parts = readFileSync(join(FOLDER, "honest.txt"), "utf8").split(/^=== /m).slice(1);
  return parts.map((part) => {
    const [head = "", steps = ""] = part.split(/^---\s*$/m);
    const [name = "", ...text] = head.split("\n");
    return { name, text: text.join("\n"), steps: steps.split("\n").filter(Boolean) };
  });
}
