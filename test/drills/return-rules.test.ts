import type { Locator, Page } from "playwright-core";
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

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < 20; tabs += 1) {
    if (await target.evaluate((element) => element.matches(":focus"))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab doesn't reach it.");
}

test("claims four of five checks, of which one doesn't hold", async () => {
  expect(await truthAndClaims("return-rules")).toEqual([
    "met, claimed met (ran)",
    "met, claimed met (ran)",
    "not-met, claimed met (ran)",
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

test.skipIf(noBrowser)(
  "answers three questions by keyboard, and can't reach the last",
  async () => {
    await withPage(file, async ({ page }) => {
      const group = (id: string) => page.locator(`[aria-labelledby=${id}]`);
      const keys = ["Space", "Enter", "Space"];
      for (const [at, id] of questions.slice(0, 3).entries()) {
        const tile = group(id).getByRole("radio").first();
        await tabTo(page, tile);
        await page.keyboard.press(keys[at] ?? "");
        expect(await tile.getAttribute("aria-checked")).toBe("true");
      }
      const show = page.getByRole("button", { name: "Show result" });
      // Once around: whatever Tab reaches, it isn't in the last group.
      for (let tabs = 0; tabs < 14; tabs += 1) {
        await page.keyboard.press("Tab");
        expect(await group("member").locator(":focus").count()).toBe(0);
      }
      await tabTo(page, show);
      await page.keyboard.press("Enter");
      expect(await page.getByRole("status").innerText()).toBe("Answer all 4 questions");
      // Nothing else on the page can answer the question.
      expect(await page.locator("main :is(select, input, a)").count()).toBe(0);
      await group("member").getByRole("radio").first().click();
      expect(await group("member").locator("[aria-checked=true]").count()).toBe(1);
    });
  },
);

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
