import { expect, test } from "vitest";
import { putLateFields, takeLateFields } from "../../src/front-matter/late-fields.ts";

const createTable = () => ({
  "spec.md": {
    start: 0,
    end: 9,
    fields: {
      title: "Spec",
      questions: [
        { id: "problem", names: ["pain"], words: ["hurts"] },
        { id: "cuts", label: "Cuts" },
      ],
    },
  },
});

test("late fields are read at their first use, once", () => {
  const table = createTable();
  const late = takeLateFields(table);
  let reads = 0;
  const read = () => {
    reads += 1;
    return JSON.parse(JSON.stringify(late));
  };
  const joined = putLateFields(JSON.parse(JSON.stringify(table)), read) as typeof table;
  const [problem, cuts] = joined["spec.md"].fields.questions;
  expect(reads).toBe(0);
  expect(problem?.names).toEqual(["pain"]);
  expect(problem?.words).toEqual(["hurts"]);
  expect(problem && "says" in problem).toBe(false);
  expect(cuts).toEqual({ id: "cuts", label: "Cuts" });
  expect(reads).toBe(1);
});

test("what copies a question or looks at all of it doesn't read them", () => {
  const table = createTable();
  takeLateFields(table);
  const joined = putLateFields(table, () => {
    throw new Error("was read");
  }) as typeof table;
  const [problem] = joined["spec.md"].fields.questions;
  expect(problem && "names" in problem).toBe(true);
  expect(JSON.stringify({ ...problem })).toBe('{"id":"problem"}');
});
