import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findBarriers, noBrowser, withPage } from "../helpers/browser.ts";
import { drillPath, drillRows, drillText, truthAndClaims } from "../helpers/drill-files.ts";

const file = drillPath("return-rules", "index.html");
const cases = drillRows("return-rules", "cases.csv");
const questions = ["arrived", "condition", "item", "member"];

async function choose(page: Page, row: Record<string, string>, skip = ""): Promise<void> {
  await page.getByRole("button", { name: "Start over" }).click();
  for (const question of questions.filter((each) => each !== skip)) {
    const group = page.locator(`[aria-labelledby=${question}]`);
    await group.getByRole("radio", { name: row[question] ?? "", exact: true }).click();
  }
}

async function showResult(page: Page): Promise<string[]> {
  await page.getByRole("button", { name: "Show result" }).click();
  return (await page.getByRole("status").innerText()).split(/\n+/);
}

test("claims four of five checks, of which one doesn't hold", async () => {
  expect(await truthAndClaims("return-rules")).toEqual([
    "met, claimed met (ran)",
    "met, claimed met (ran)",
    "not-met, claimed met (read)",
    "met, claimed met (ran)",
    "met, claimed not-tried (undefined)",
  ]);
});

test("is the same in every time zone", () => {
  expect(drillText("return-rules", "index.html")).not.toMatch(/\bDate\b|Intl|toLocale/);
});

test.skipIf(noBrowser)("decides all written cases as expected, and says why in each", async () => {
  await withPage(file, async ({ page, noise }) => {
    for (const row of cases) {
      await choose(page, row);
      const [result, reason = ""] = await showResult(page);
      expect(result, row.case).toBe(row.expected);
      expect(reason, row.case).toMatch(/^Decided by /);
    }
    expect(cases).toHaveLength(12);
    expect(noise).toEqual([]);
  });
});

test.skipIf(noBrowser)("reaches the tiles by keyboard, and can't choose one", async () => {
  await withPage(file, async ({ page }) => {
    const tile = page.getByRole("radio").first();
    for (let tabs = 0; tabs < 4; tabs += 1) {
      if (await tile.evaluate((element) => element.matches(":focus"))) break;
      await page.keyboard.press("Tab");
    }
    expect(await tile.evaluate((element) => element.matches(":focus"))).toBe(true);
    for (const key of ["Space", "Enter", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
    expect(await page.locator("[aria-checked=true]").count()).toBe(0);
    // Nothing else on the page can answer the questions.
    expect(await page.locator("main :is(select, input, a)").count()).toBe(0);
    await tile.click();
    expect(await page.locator("[aria-checked=true]").count()).toBe(1);
  });
});

test.skipIf(noBrowser)("asks for all four answers", async () => {
  await withPage(file, async ({ page }) => {
    expect(await showResult(page)).toEqual(["Answer all 4 questions"]);
    for (const skip of questions) {
      await choose(page, cases[0] ?? {}, skip);
      expect(await showResult(page)).toEqual(["Answer all 4 questions"]);
    }
  });
});

test.skipIf(noBrowser)("fits a phone", async () => {
  await withPage(
    file,
    async ({ page }) => {
      for (const row of cases) {
        await choose(page, row);
        await showResult(page);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
      }
      const cut = "[...document.querySelectorAll('main *')].filter((each) =>";
      expect(
        await page.evaluate(`${cut} each.scrollWidth > each.clientWidth + 1 &&
        getComputedStyle(each).display !== 'inline').length`),
      ).toBe(0);
    },
    { viewport: { width: 360, height: 700 } },
  );
});

test.skipIf(noBrowser)("has no other barriers", async () => {
  await withPage(file, async ({ page }) => {
    expect(await findBarriers(page)).toEqual([]);
    await choose(page, cases[0] ?? {});
    await showResult(page);
    expect(await findBarriers(page)).toEqual([]);
  });
});
