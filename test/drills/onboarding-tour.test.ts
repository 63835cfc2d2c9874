import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { noBrowser, reloadWithStorage, withPage, withScrollBars } from "../helpers/browser.ts";
import { drillPath } from "../helpers/drill-files.ts";
import { openDrill, testDrillForm, testDrillPage, testSameInZones } from "../helpers/drills.ts";

const id = "onboarding-tour";
const titles = ["Projects", "Team", "Due dates", "Weekly report"];

testDrillForm(id, ["met", "not-met", "not-met", "not-met", "met"]);
testDrillPage(id);
testSameInZones(id);

/** Clicks a control of the card that is open. */
function click(page: Page, name: string): Promise<void> {
  return page.locator("aside:visible").getByText(name, { exact: true }).click();
}

function readStep(page: Page): Promise<string[]> {
  return page.locator("#tour:visible :is(.count, h2)").allTextContents();
}

async function replay(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Help" }).click();
  await page.getByRole("button", { name: "Replay tour" }).click();
}

/** Returns what the Tab key reaches, until it comes around to the start. */
async function pressThrough(page: Page): Promise<string[]> {
  const reached: string[] = [];
  for (let turn = 0; turn < 15; turn += 1) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate("document.activeElement.textContent.trim()"));
  }
  return [...new Set(reached)];
}

/** Presses Tab until a control has the focus, then Enter. */
async function pressOn(page: Page, name: string): Promise<void> {
  for (let turn = 0; turn < 15; turn += 1) {
    await page.keyboard.press("Tab");
    const text = await page.evaluate("document.activeElement.textContent.trim()");
    if (text === name) return page.keyboard.press("Enter");
  }
  throw new Error(`Tab doesn't reach ${name}`);
}

describe.skipIf(noBrowser)("in a browser", () => {
  test("Next and Back go through the steps, and Show me is dead on step 3", () =>
    openDrill(id, "UTC", async (page) => {
      await click(page, "Start tour");
      const framed: string[] = [];
      for (const [at, title] of titles.entries()) {
        if (at > 0) await click(page, "Next");
        expect(await readStep(page)).toEqual([`Step ${at + 1} of 4`, title]);
        await click(page, "Show me");
        framed.push(...(await page.locator(".framed h2").allTextContents()));
      }
      expect(framed).toEqual(["Projects", "Team", "Weekly report"]);
      for (const title of titles.toReversed().slice(1)) {
        await click(page, "Back");
        expect(await readStep(page)).toContain(title);
      }
      expect(await page.getByText("Back", { exact: true }).isVisible()).toBe(false);
    }));

  test("Done and the first Skip tour are remembered, and Skip tour on a step isn't", () =>
    openDrill(id, "UTC", async (page) => {
      const card = page.locator("aside:visible");
      for (const step of [1, 2, 3]) {
        await click(page, "Start tour");
        for (let turn = 1; turn < step; turn += 1) await click(page, "Next");
        await click(page, "Skip tour");
        expect(await card.count()).toBe(0);
        await reloadWithStorage(page);
        expect(await card.textContent()).toContain("Start tour");
      }
      await replay(page);
      for (let turn = 0; turn < 3; turn += 1) await click(page, "Next");
      await click(page, "Done");
      await reloadWithStorage(page);
      expect(await card.count()).toBe(0);
      await replay(page);
      expect(await readStep(page)).toEqual(["Step 1 of 4", "Projects"]);
    }));

  test("Skip tour on the first card is remembered after a reload", () =>
    openDrill(id, "UTC", async (page) => {
      await click(page, "Skip tour");
      await reloadWithStorage(page);
      expect(await page.locator("aside:visible").count()).toBe(0);
    }));
});

test.skipIf(noBrowser)("the keyboard gets to step 4, and never to Done", () =>
  openDrill(id, "UTC", async (page) => {
    await pressOn(page, "Start tour");
    for (let turn = 0; turn < 3; turn += 1) await pressOn(page, "Next");
    expect(await readStep(page)).toEqual(["Step 4 of 4", "Weekly report"]);
    expect(await page.getByText("Done", { exact: true }).isVisible()).toBe(true);
    const reached = await pressThrough(page);
    expect(reached).toEqual(expect.arrayContaining(["Show me", "Back", "Help"]));
    expect(reached).not.toContain("Done");
    expect(reached).not.toContain("Skip tour");
  }),
);

test.skipIf(noBrowser)("Replay tour starts at step 1 from every step", () =>
  openDrill(id, "UTC", async (page) => {
    await click(page, "Start tour");
    for (let at = 0; at < titles.length; at += 1) {
      for (let turn = 0; turn < at; turn += 1) await click(page, "Next");
      await replay(page);
      expect(await readStep(page)).toEqual(["Step 1 of 4", "Projects"]);
    }
  }),
);

/** Returns where the card is, as distances from the edges of what the page can show. */
function readMargins(page: Page): Promise<number[]> {
  return page.locator("#tour").evaluate((card) => {
    const { clientWidth, clientHeight } = card.ownerDocument.documentElement;
    const { left, top, right, bottom } = card.getBoundingClientRect();
    return [left, top, clientWidth - right, clientHeight - bottom];
  });
}

test.skipIf(noBrowser)(
  "the card doesn't cover what Show me frames, in a narrow window",
  async () => {
    const box = async (page: Page, selector: string) => {
      const found = await page.locator(selector).boundingBox();
      return found ?? { x: 0, y: 0, width: 0, height: 0 };
    };
    const walk = async (page: Page) => {
      await click(page, "Start tour");
      for (let turn = 0; turn < 4; turn += 1) {
        if (turn > 0) await click(page, "Next");
        await click(page, "Show me");
        if (turn === 2) continue;
        const framed = await box(page, ".framed");
        const card = await box(page, "#tour");
        expect(framed.y + framed.height <= card.y || framed.x + framed.width <= card.x).toBe(true);
      }
    };
    for (const viewport of [
      { width: 760, height: 560 },
      { width: 900, height: 640 },
    ])
      await withPage(drillPath(id, "index.html"), ({ page }) => walk(page), { viewport });
  },
);

test.skipIf(noBrowser)(
  "the card stays on a screen 400 pixels wide, beside a scroll bar too",
  async () => {
    const viewport = { width: 400, height: 640 };
    const walk = async (page: Page) => {
      await click(page, "Start tour");
      for (let turn = 0; turn < 4; turn += 1) {
        if (turn > 0) await click(page, "Next");
        expect(Math.min(...(await readMargins(page)))).toBeGreaterThanOrEqual(0);
      }
    };
    const file = drillPath(id, "index.html");
    await withPage(file, ({ page }) => walk(page), { viewport });
    await withScrollBars(
      file,
      async (page) => {
        expect(await page.evaluate("document.documentElement.clientWidth")).toBeLessThan(400);
        await walk(page);
      },
      { viewport },
    );
  },
);
