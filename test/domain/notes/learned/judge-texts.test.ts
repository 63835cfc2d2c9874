import { expect, test } from "vitest";
import { type Weights, writeSigns } from "../../../../src/domain/learned/classifier.ts";
import { judgeTexts } from "../../../../src/domain/notes/learned/judge-texts.ts";
import { readNoteTexts } from "../../../../src/domain/notes/read-notes.ts";
import { stepOf } from "../../../helpers/loop.ts";

const { questions } = stepOf("spec");
const classes = "- edges";
const forEdges = writeSigns([-3, 3]);
const answers = { classes, signs: { "word violet": forEdges } };
const byNeighbor: Weights = { classes, signs: { "before edges": forEdges, "own edges": forEdges } };

/** Judges four lines, of which only the first says by itself that it is about edges. */
function judge(again: Weights) {
  const { texts, lineCount } = readNoteTexts("# Badges\n\n- violet\n- a\n- b\n- c\n", questions);
  const judged = judgeTexts(texts, lineCount, { answers, context: byNeighbor, again });
  return judged.map(({ likely }) => likely.get("edges") ?? 0);
}

test("judges a text again by what the first judgment says of its neighbors", () => {
  const once = judge(byNeighbor);
  const twice = judge({ classes, signs: { ...byNeighbor.signs, "again before edges": forEdges } });
  expect(twice[2]).toBeGreaterThan(once[2] ?? 1);
});

test("keeps what the texts around one say, for how far to trust it", () => {
  const { texts, lineCount } = readNoteTexts("# Badges\n\n- violet\n- a\n", questions);
  const [, last] = judgeTexts(texts, lineCount, {
    answers,
    context: byNeighbor,
    again: byNeighbor,
  });
  expect(last?.around.get("before edges")).toBeGreaterThan(0.9);
});
