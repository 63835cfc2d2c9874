import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { noBrowser, reloadWithStorage } from "../helpers/browser.ts";
import { openDrill, testDrillForm, testDrillPage, testSameInZones } from "../helpers/drills.ts";

const id = "plan-change";
const prices = { Starter: 8, Team: 14, Business: 22 };
const mistake = "Your team has 8 people. Choose 8 seats or more.";

testDrillForm(id, ["met", "met", "not-met", "not-met", "met"]);
testDrillPage(id);
testSameInZones(id);

function press(page: Page, name: string): Promise<void> {
  return page.getByRole("button", { name, exact: true }).click({ timeout: 5000 });
}

/** Fills in the first two screens, and stays on the second. */
async function fill(page: Page, plan: string, seats: string, billing = "Monthly"): Promise<void> {
  await page.getByLabel(plan).check();
  await press(page, "Continue");
  await page.getByLabel("Seats").fill(seats);
  await page.getByLabel(billing).check();
}

async function readReview(page: Page): Promise<string[]> {
  const fields = await page.locator("dd").allTextContents();
  return [...fields.slice(0, 3), (await page.textContent("#price")) ?? ""];
}

const readTitle = (page: Page) => page.textContent("h1");

describe.skipIf(noBrowser)("in a browser", () => {
  test("a reload keeps the plan, the seats and the billing on each screen", () =>
    openDrill(id, "UTC", async (page) => {
      await page.getByLabel("Team").check();
      await reloadWithStorage(page);
      expect(await page.getByLabel("Team").isChecked()).toBe(true);
      await fill(page, "Team", "12", "Yearly");
      await reloadWithStorage(page);
      expect(await page.getByLabel("Seats").inputValue()).toBe("12");
      expect(await page.getByLabel("Yearly").isChecked()).toBe(true);
      await press(page, "Continue");
      expect(await readReview(page)).toEqual(["Team", "12", "Yearly", "$1,680.00"]);
      await reloadWithStorage(page);
      expect(await readTitle(page)).toBe("Review the change");
      expect(await readReview(page)).toEqual(["Team", "12", "Yearly", "$1,680.00"]);
    }));

  test("too few seats are refused once, and taken when Continue is pressed again", () =>
    openDrill(id, "UTC", async (page) => {
      await fill(page, "Team", "7");
      for (const seats of ["7", "3", "-1", ""]) {
        await page.getByLabel("Seats").fill(seats);
        await press(page, "Continue");
        expect(await page.getByRole("alert").textContent()).toBe(mistake);
        expect(await readTitle(page)).toBe("Seats and billing");
      }
      await page.getByLabel("Seats").fill("7");
      await press(page, "Continue");
      await press(page, "Continue");
      expect(await readReview(page)).toEqual(["Team", "7", "Monthly", "$98.00"]);
      await press(page, "Back");
      await page.getByLabel("Seats").fill("");
      await press(page, "Continue");
      await press(page, "Continue");
      expect(await readReview(page)).toEqual(["Team", "0", "Monthly", "$0.00"]);
      await press(page, "Change plan");
      expect(await readTitle(page)).toBe("Plan changed");
      expect(await page.textContent("#end-text")).toMatch(/^You're all set\..* with 0 seats/);
    }));
});

test.skipIf(noBrowser)("someone who changes nothing is told that the plan changed", () =>
  openDrill(id, "UTC", async (page) => {
    for (const name of ["Continue", "Continue", "Change plan"]) await press(page, name);
    expect(await readTitle(page)).toBe("Plan changed");
    expect(await page.textContent("#end-text")).toContain("on Starter with 8 seats, billed month");
  }),
);

/** Tells if a click on a button meets the price instead, wherever the page is scrolled to. */
function isCovered(button: Locator): Promise<boolean> {
  return button.evaluate((one) =>
    (["start", "center", "end"] as const).every((block) => {
      one.scrollIntoView({ block, behavior: "instant" });
      const { x, y, width, height } = one.getBoundingClientRect();
      const met = one.ownerDocument.elementFromPoint(x + width / 2, y + height / 2);
      return Boolean(met?.closest("#total"));
    }),
  );
}

test.skipIf(noBrowser)("in a narrow window, the price lies over all buttons of screen 2", () =>
  openDrill(id, "UTC", async (page) => {
    for (const height of [560, 667, 812]) {
      await page.setViewportSize({ width: 375, height });
      await page.getByLabel("Team").check();
      await press(page, "Continue");
      for (const name of ["Continue", "Back", "Keep my plan"]) {
        const button = page.getByRole("button", { name, exact: true });
        expect(await isCovered(button), name).toBe(true);
      }
      await page.setViewportSize({ width: 600, height });
      await press(page, "Back");
    }
  }),
);

test.skipIf(noBrowser)("every price in the review is right", () =>
  openDrill(id, "UTC", async (page) => {
    for (const [plan, price] of Object.entries(prices)) {
      for (const [billing, months] of [
        ["Monthly", 1],
        ["Yearly", 10],
      ] as const) {
        const seats = 8 + price;
        await fill(page, plan, String(seats), billing);
        await press(page, "Continue");
        const total = (price * seats * months).toLocaleString("en-US", {
          style: "currency",
          currency: "USD",
        });
        expect(await readReview(page)).toEqual([plan, String(seats), billing, total]);
        await press(page, "Change plan");
        expect(await page.textContent("#end-text")).toContain(
          `on ${plan} with ${seats} seats, billed ${billing.toLowerCase()}.`,
        );
        await press(page, "Start over");
      }
    }
  }),
);

test.skipIf(noBrowser)("Keep my plan changes nothing, from each screen", () =>
  openDrill(id, "UTC", async (page) => {
    for (const screen of [0, 1, 2]) {
      await page.getByLabel("Business").check();
      if (screen > 0) await fill(page, "Business", "30", "Yearly");
      if (screen > 1) await press(page, "Continue");
      await press(page, "Keep my plan");
      expect(await readTitle(page)).toBe("Nothing changed");
      expect(await page.textContent("#end-text")).toContain("still on Starter, with 8 seats");
      await press(page, "Start over");
      expect(await page.getByLabel("Starter").isChecked()).toBe(true);
    }
  }),
);

test.skipIf(noBrowser)("odd numbers of seats are refused, and 8 and 500 are not", () =>
  openDrill(id, "UTC", async (page) => {
    await fill(page, "Team", "501");
    for (const [seats, told] of [
      ["501", "For more than 500 seats, talk to us first."],
      ["8.5", "Seats must be a whole number."],
      ["ten", "Seats must be a whole number."],
    ] as const) {
      await page.getByLabel("Seats").fill(seats);
      await press(page, "Continue");
      expect(await page.getByRole("alert").textContent()).toBe(told);
    }
    for (const seats of ["8", "500"]) {
      await page.getByLabel("Seats").fill(seats);
      await press(page, "Continue");
      expect(await readTitle(page)).toBe("Review the change");
      await press(page, "Back");
    }
  }),
);
