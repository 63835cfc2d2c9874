import { expect, test } from "vitest";
import { idFromTitle } from "../../../src/domain/library/id.ts";

test.each([
  ["Weekly churn themes", "weekly-churn-themes"],
  ["Quiet accounts: catch churn risk before the call", "quiet-accounts-catch-churn-risk-before"],
  ["This week's caf\u00e9 rota", "this-weeks-cafe-rota"],
  ["x".repeat(60), "x".repeat(40)],
  ["\u65e5\u672c", "own"],
])("makes an id of %j that ends with a whole word", (title, id) => {
  expect(idFromTitle(title, "own")).toBe(id);
});
