import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { noBrowser, reloadWithStorage } from "../helpers/browser.ts";
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

  test("Done is remembered after a reload, and Skip tour isn't", () =>
    openDrill(id, "UTC", async (page) => {
      const card = page.locator("aside:visible");
      await click(page, "Skip tour");
      expect(await card.count()).toBe(0);
      await reloadWithStorage(page);
      expect(await card.textContent()).toContain("Start tour");
      await click(page, "Start tour");
      await click(page, "Next");
      await click(page, "Skip tour");
      await reloadWithStorage(page);
      expect(await card.textContent()).toContain("Start tour");
      await replay(page);
      for (let turn = 0; turn < 3; turn += 1) await click(page, "Next");
      await click(page, "Done");
      await reloadWithStorage(page);
      expect(await card.count()).toBe(0);
      await replay(page);
      expect(await readStep(page)).toEqual(["Step 1 of 4", "Projects"]);
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

test.skipIf(noBrowser)("the card stays on a screen 400 pixels wide", () =>
  openDrill(id, "UTC", async (page) => {
    await page.setViewportSize({ width: 400, height: 640 });
    await click(page, "Start tour");
    for (let at = 0; at < titles.length; at += 1) {
      if (at > 0) await click(page, "Next");
      const {
        x = -1,
        y = -1,
        width = 0,
        height = 0,
      } = (await page.locator("#tour").boundingBox()) ?? {};
      expect([x >= 0, y >= 0, x + width <= 400, y + height <= 640]).toEqual([
        true,
        true,
        true,
        true,
      ]);
    }
  }),
);
