import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findBarriers, noBrowser, withPage } from "../helpers/browser.ts";
import {
  countEach,
  drillPath,
  drillRows,
  drillText,
  truthAndClaims,
} from "../helpers/drill-files.ts";

const file = drillPath("churn-board", "index.html");
const canceled = drillRows("churn-board", "cancellations.csv");
const counts = drillRows("churn-board", "counts.csv");
const cents = (rows: Record<string, string>[]) =>
  rows.reduce((sum, { monthly_fee }) => sum + Number(monthly_fee?.replace(".", "")), 0);

async function cellsOf(page: Page, body: string): Promise<string[][]> {
  const rows = await page.locator(`#${body} tr`).all();
  return Promise.all(rows.map((row) => row.locator("td").allInnerTexts()));
}

const revenue = async (page: Page) =>
  Number((await page.locator("#revenue").innerText()).replace(/[$,.]/g, ""));

test("claims four checks, of which two don't hold", async () => {
  expect(await truthAndClaims("churn-board")).toEqual([
    "not-met, claimed met (ran)",
    "not-met, claimed met (ran)",
    "met, claimed met (ran)",
    "met, claimed met (ran)",
  ]);
});

test("has two exports that fit together", () => {
  const plans = countEach(canceled.map(({ plan }) => plan));
  for (const row of counts) {
    expect(plans[row.plan ?? ""]).toBe(Number(row.canceled_in_may));
    const end = Number(row.active_may_1) + Number(row.joined_in_may) - Number(row.canceled_in_may);
    expect(end).toBe(Number(row.active_may_31));
  }
  expect(new Set(canceled.map(({ account }) => account)).size).toBe(43);
  expect(canceled.every(({ canceled_on }) => /^2026-05-\d\d$/.test(canceled_on ?? ""))).toBe(true);
});

test("is the same in every time zone", () => {
  expect(drillText("churn-board", "index.html")).not.toMatch(/\bDate\b|Intl|toLocale/);
});

test.skipIf(noBrowser)("divides by the accounts of the wrong day", async () => {
  await withPage(file, async ({ page, noise }) => {
    const rate = (row: Record<string, string>, active: string) =>
      `${((Number(row.canceled_in_may) / Number(row[active])) * 100).toFixed(1)}%`;
    const shown = (await cellsOf(page, "churn")).map(([, , churn]) => churn);
    expect(shown).toEqual(["6.1%", "3.8%", "3.5%"]);
    expect(counts.map((row) => rate(row, "active_may_31"))).toEqual(shown);
    expect(counts.map((row) => rate(row, "active_may_1"))).toEqual(["7.0%", "4.1%", "3.6%"]);
    expect(noise).toEqual([]);
  });
});

test.skipIf(noBrowser)("adds up fees that were rounded before", async () => {
  await withPage(file, async ({ page }) => {
    expect([cents(canceled), await revenue(page)]).toEqual([365175, 365190]);
    const sumsOf = async (name: string) => {
      await page.getByLabel("Plan", { exact: true }).selectOption(name);
      return [cents(canceled.filter(({ plan }) => plan === name)), await revenue(page)];
    };
    expect(await sumsOf("Team")).toEqual([146401, 146420]);
    expect(await sumsOf("Business")).toEqual([101160, 101160]);
  });
});

test.skipIf(noBrowser)("counts each account under one reason", async () => {
  await withPage(file, async ({ page }) => {
    const expected = countEach(canceled.map(({ reason }) => reason || "No reason given"));
    const shown = await cellsOf(page, "reasons");
    expect(Object.fromEntries(shown.map(([reason, count]) => [reason, Number(count)]))).toEqual(
      expected,
    );
    expect(shown.map(([, count]) => Number(count))).toEqual([13, 9, 8, 6, 4, 3]);
    expect(expected["No reason given"]).toBe(4);
  });
});

test.skipIf(noBrowser)("lists the accounts of the chosen plan, as in the export", async () => {
  await withPage(file, async ({ page }) => {
    const wanted = (plan: string) =>
      canceled
        .filter((row) => plan === "" || row.plan === plan)
        .map((row) => [
          row.account,
          row.plan,
          row.canceled_on,
          row.seats,
          `$${row.monthly_fee}`,
          row.reason || "No reason given",
          row.note,
        ]);
    const sizes: number[] = [];
    for (const plan of ["Team", "Starter", "Business", ""]) {
      await page.getByLabel("Plan", { exact: true }).selectOption(plan);
      const shown = await cellsOf(page, "rows");
      expect(shown).toEqual(wanted(plan));
      sizes.push(shown.length);
      expect(await page.locator("#accounts").innerText()).toBe(String(shown.length));
      const plans = plan === "" ? counts.map((each) => each.plan) : [plan];
      expect((await cellsOf(page, "churn")).map(([shown]) => shown)).toEqual(plans);
    }
    expect(sizes).toEqual([11, 29, 3, 43]);
  });
});

test.skipIf(noBrowser)("names customers in the notes", async () => {
  await withPage(file, async ({ page }) => {
    const named = (await cellsOf(page, "rows"))
      .filter(([, , , , , , note]) => /Voss|Lindqvist|Okoye|@/.test(note ?? ""))
      .map(([account]) => account);
    expect(named).toEqual(["A-3324", "A-1450", "A-4790"]);
  });
});

test.skipIf(noBrowser)("has no other barriers, and fits a phone", async () => {
  await withPage(
    file,
    async ({ page }) => {
      expect(await findBarriers(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    },
    { viewport: { width: 360, height: 700 } },
  );
});
