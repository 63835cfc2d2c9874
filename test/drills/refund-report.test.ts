import { expect, test } from "vitest";
import { readDrillFile, readRows, sum, testDrillForm, toCents } from "../helpers/drills.ts";

const id = "refund-report";
const refunds = readRows(id, "refunds.csv");
const orders = readRows(id, "orders.csv");
const report = readDrillFile(id, "report.txt");
const log = readDrillFile(id, "run.log");

testDrillForm(id, ["not-met", "not-met", "met", "met"]);

/** The lines of the table: reason, web, app, amount, share. */
const table = [
  ...report.matchAll(/^([A-Z][a-z ]+?) +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+)%$/gm),
].map(([, reason = "", ...cells]) => ({ reason, cells: cells.map(Number) }));

function findLines(order: string | undefined): Record<string, string>[] {
  return orders.filter(({ order_id }) => order_id === order);
}

test("the table counts refunds of orders with two lines twice", () => {
  expect(table).toHaveLength(5);
  expect(refunds).toHaveLength(18);
  expect(sum(refunds.map(({ amount = "" }) => toCents(amount)))).toBe(75_080);
  expect(table.at(-1)).toMatchObject({ reason: "Total", cells: [523.7, 383.9, 907.6, 100] });
  // No count of refunds gives it away: only adding up does.
  expect(report).not.toMatch(/\b21\b/);
  const doubled = refunds.filter(({ order_id }) => findLines(order_id).length === 2);
  expect(doubled.map(({ order_id }) => order_id)).toEqual(["1052", "1066", "1079"]);
  const joined = refunds.flatMap((refund) =>
    findLines(refund.order_id).map(({ channel }) => ({ ...refund, channel })),
  );
  for (const { reason, cells } of table.slice(0, -1)) {
    const rows = joined.filter((row) => "reason" in row && row.reason === reason);
    const web = rows.filter(({ channel }) => channel === "web");
    const cents = (of: typeof rows) =>
      sum(of.map((row) => toCents("amount" in row ? String(row.amount) : "")));
    expect(cells.slice(0, 3).map((cell) => Math.round(cell * 100))).toEqual([
      cents(web),
      cents(rows) - cents(web),
      cents(rows),
    ]);
  }
});

test("the shares are whole percents that look exact", () => {
  const reasons = table.slice(0, -1).map(({ cells }) => cells);
  expect(sum(reasons.map(([, , , share = 0]) => share))).toBe(100);
  const exact = reasons.map(([, , amount = 0]) => ((amount / 907.6) * 100).toFixed(1));
  expect(exact).toEqual(["38.0", "34.6", "19.3", "8.1"]);
  expect(report.match(/[\d.]+%/g)).toEqual(["38.0%", "35.0%", "19.0%", "8.0%", "100.0%"]);
});

test("a renamed column stops the run", () => {
  const header = readDrillFile(id, "tries/renamed/refunds.csv").split("\n")[0];
  expect(header).toMatch(/,amount_usd$/);
  expect(log).toContain("tries/renamed\nColumn 'amount' is missing in refunds.csv\nexit code 1\n");
});

test("an empty export gives a line and no table", () => {
  expect(readRows(id, "tries/empty/refunds.csv")).toEqual([]);
  expect(log).toContain("tries/empty\nNo refunds in refunds.csv\nexit code 1\n");
  expect(log).toMatch(/\$ ls tries\/empty\nrefunds\.csv\n$/);
});

test("both parts of a refund are counted", () => {
  const parts = refunds.filter(({ order_id }) => order_id === "1057");
  expect(parts.map(({ amount }) => amount)).toEqual(["19.90", "15.00"]);
  expect(findLines("1057")).toHaveLength(1);
});

test("customers are listed as possible abuse, one of them with a refund that was doubled", () => {
  expect(report).toContain("Customers to watch (2 or more refunds in June, possible abuse)");
  expect(report).toContain("C-2255   2 refunds    126.80");
  expect(refunds.filter(({ customer_id }) => customer_id === "C-2255")).toHaveLength(1);
});
