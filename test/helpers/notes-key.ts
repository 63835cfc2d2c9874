import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadNotes } from "../../src/domain/notes/read-notes.ts";

/** What an author said about a document: the lines that belong to a question, and which. */
export interface NotesKey {
  title: string | null;
  lines: { line: number; text: string; question: string; also?: string[] }[];
}

/** A document of notes with its key. */
export interface KeyedNotes {
  name: string;
  text: string;
  key: NotesKey;
}

/** How the lines of a document were placed. */
export interface NotesScore {
  belong: number;
  placed: number;
  wrong: string[];
  missed: string[];
}

const FOLDER = "test/fixtures/notes";

/** Reads the documents of one author. */
export function loadKeyedNotes(author: string): KeyedNotes[] {
  const folder = join(FOLDER, author);
  const files = readdirSync(folder);
  return files
    .filter((file) => !file.endsWith(".json"))
    .map((file) => ({
      name: `${author}/${file}`,
      text: readFileSync(join(folder, file), "utf8"),
      key: JSON.parse(readFileSync(join(folder, file.replace(/\.\w+$/, ".json")), "utf8")),
    }));
}

const SCENARIO_HEAD = /^\s*(?:scenario(?: outline)?|examples?|background)\b[^:]*:/i;

/** The heads of scenarios and of their tables are part of them, but not every author lists them. */
function isScenarioHead(raw: readonly string[], line: number): boolean {
  const [before = "", text = ""] = [raw[line - 2], raw[line - 1]];
  return SCENARIO_HEAD.test(text) || (/^\s*examples:/i.test(before) && /^\s*\|/.test(text));
}

/** Not every author lists the line of the title: some only say what the title is. */
function isTitleOf(key: NotesKey, { title }: ReadNotes): boolean {
  return title !== undefined && !!key.title && isPartOf(key.title, title.text);
}

/** An icon before the title may be part of it or not. */
function isPartOf(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}

/** Compares what was understood with what the author said. */
export function scoreNotes({ name, text, key }: KeyedNotes, read: ReadNotes): NotesScore {
  const wanted = new Map(
    key.lines.map(({ line, question, also = [] }) => [line, [question, ...also]]),
  );
  const given = [...read.answers].flatMap(([question, entries]) =>
    entries.flatMap(({ lines }) => lines.map((line) => ({ line, question }))),
  );
  if (read.title) given.push({ line: read.title.lines[0] ?? 0, question: "title" });
  const raw = text.split(/\r?\n/);
  const describe = (line: number, question: string) =>
    `${name}:${line} ${question} (${wanted.get(line)?.join("|") ?? "nowhere"}): ${raw[line - 1]}`;
  const wrong = given.filter(({ line, question }) => {
    const right = wanted.get(line);
    if (question === "title" && isTitleOf(key, read)) return false;
    return right ? !right.includes(question) : !isScenarioHead(raw, line);
  });
  const right = given.filter(({ line, question }) => wanted.get(line)?.includes(question));
  const placed = new Set(right.map(({ line }) => line));
  const missed = [...wanted.keys()].filter((line) => !placed.has(line));
  return {
    belong: wanted.size,
    placed: wanted.size - missed.length,
    wrong: [...new Set(wrong.map(({ line, question }) => describe(line, question)))],
    missed: missed.map((line) => describe(line, "-")),
  };
}
