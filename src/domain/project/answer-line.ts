import {
  eachOf,
  isSavedEach,
  isSavedList,
  type SavedList,
  type SavedText,
  type SavedValue,
} from "./project.ts";

type SavedLine = Pick<SavedText, "text" | "marks" | "from"> & {
  hasEvidence?: unknown;
  fromRound?: unknown;
};

/** One line of an answer. `marks` are the rules it was kept in spite of, or "empty". */
export interface AnswerLine {
  text: string;
  marks: readonly string[];
  /** True if the line names a number, a date or a source, so no evidence has to be asked for. */
  hasEvidence?: boolean | undefined;
  /** The round in which it was given, if it is kept from there. */
  fromRound?: number | undefined;
  /** "report" if the agent wrote it and no person has confirmed it. */
  from?: "report" | undefined;
}

/** Returns texts as lines without marks. */
export function unmarked(texts: readonly string[]): AnswerLine[] {
  return texts.map((text) => ({ text, marks: [] }));
}

/** Returns a saved answer as lines; only the one for an entry if `entryId` is given. */
export function readSavedLines(value: SavedValue | undefined, entryId?: string): AnswerLine[] {
  if (!value) return [];
  const saved = entryId === undefined ? listSaved(value) : [eachOf(value)[entryId]];
  return saved.flatMap((line) => (line ? [toAnswerLine(line)] : []));
}

/** Returns lines as a person's own, whoever wrote them. */
export function confirmLines(lines: readonly AnswerLine[]): AnswerLine[] {
  return lines.map(({ from: _, ...line }) => line);
}

function toAnswerLine({ text, marks = [], hasEvidence, fromRound, from }: SavedLine): AnswerLine {
  return {
    ...{ text, marks },
    ...(hasEvidence === true ? { hasEvidence } : {}),
    ...(typeof fromRound === "number" ? { fromRound } : {}),
    ...(from === "report" ? { from } : {}),
  };
}

function listSaved(value: SavedValue): readonly SavedLine[] {
  if (isSavedList(value)) return listKeptEntries(value);
  return isSavedEach(value) ? Object.values(value.each) : [value];
}

/** An empty list that a later round kept is a line without text, which says from where. */
function listKeptEntries({ entries, fromRound }: SavedList): readonly SavedLine[] {
  if (fromRound === undefined) return entries;
  if (entries.length === 0) return [{ text: "", fromRound }];
  return entries.map((entry) => ({ fromRound, ...entry }));
}
