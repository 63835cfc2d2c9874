import { expect, test } from "vitest";
import { findFormProblems } from "../../../src/domain/report/report-form.ts";

const read = { claim: "met" };

test.each([
  ["- C1: met (ran). 18 of 18.\n- C2: not met (read).\n- C3: not tried.\n", [read, read, read], []],
  [
    "* **C1**: partly (assumed)\n- C2: cannot tell: no data\n- c3: Met (ran)\n",
    [read, read, read],
    [],
  ],
  ["- C1: passed (tested)\n- C2: met\n- C3: met (ran) and quick\n", [read, read, read], [1, 2]],
  ["| C1 | met | ran |\nThe second one works.\n", [read, read], [1, 2]],
])("names the checks that aren't in the form of the brief: %j", (text, checks, unclear) => {
  expect(findFormProblems({ text, checks })).toEqual({ missing: [], unclear });
});

test("names the checks that a report leaves out", () => {
  const checks = [read, {}, read];
  expect(findFormProblems({ text: "- C1: met (ran)\n- C3: met (ran)\n", checks })).toEqual({
    missing: [2],
    unclear: [],
  });
});
