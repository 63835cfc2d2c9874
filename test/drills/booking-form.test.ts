import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findBarriers, noBrowser, reloadWithStorage, withPage } from "../helpers/browser.ts";
import { drillPath, drillText, truthAndClaims } from "../helpers/drill-files.ts";

const file = drillPath("booking-form", "index.html");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const title = (page: Page) => page.getByRole("heading").innerText();
const details = ["Your name", "Phone number", "What happened?"];

async function choose(page: Page, service: string, day: string, time: string): Promise<void> {
  await page.getByLabel(service).check();
  await press(page, "Continue");
  await page.getByLabel(day).check();
  await page.getByLabel(time, { exact: true }).check();
  await press(page, "Continue");
}

async function book(page: Page, phone: string): Promise<string> {
  await page.getByLabel("Your name").fill("Sam");
  await page.getByLabel("Phone number").fill(phone);
  await press(page, "Book");
  return title(page);
}

const summary = async (page: Page) =>
  (await page.getByRole("definition").allInnerTexts()).slice(0, 4);

test("claims four checks, of which three don't hold", async () => {
  expect(await truthAndClaims("booking-form")).toEqual([
    "met, claimed met (ran)",
    "not-met, claimed met (undefined)",
    "not-met, claimed met (ran)",
    "not-met, claimed met (undefined)",
  ]);
});

test.skipIf(noBrowser)("doesn't offer taken times", async () => {
  await withPage(file, async ({ page, noise }) => {
    await page.getByLabel("New battery").check();
    await press(page, "Continue");
    const free: number[] = [];
    for (const day of await page.getByLabel("June").all()) {
      await day.check();
      free.push(await page.locator("#times input:enabled").count());
      const taken = page.getByLabel("(taken)");
      expect(await taken.and(page.locator(":enabled")).count()).toBe(0);
    }
    expect(free).toEqual([4, 6, 3, 0, 4, 3]);
    await page.getByLabel("Wednesday").check();
    await page.getByLabel("10:00 a.m.").check();
    await page.getByLabel("Thursday").check();
    await page.getByText("No times left on this day").waitFor();
    await press(page, "Continue");
    expect(await title(page)).toBe("Pick a day and time");
    expect(noise).toEqual([]);
  });
});

test.skipIf(noBrowser)("books numbers that are too short, and words", async () => {
  await withPage(file, async ({ page }) => {
    await choose(page, "Screen repair", "Tuesday", "9:00 a.m.");
    for (const refused of ["", "12345", "415555013"]) {
      expect(await book(page, refused)).toBe("Your details");
      await page.getByText("Enter a phone number with 10 digits").waitFor();
    }
    for (const accepted of ["415-555-013", "call my office", "(415) 555-0132"]) {
      expect(await book(page, accepted)).toBe("You're booked");
      await press(page, "Change booking");
    }
  });
});

test.skipIf(noBrowser)("loses the note on a reload, and nothing else", async () => {
  await withPage(file, async ({ page }) => {
    await choose(page, "Screen repair", "Tuesday", "9:00 a.m.");
    for (const label of details) await page.getByLabel(label).fill("415 555 0132");
    await reloadWithStorage(page);
    expect(await title(page)).toBe("Your details");
    const [name = "", phone = "", note = ""] = details;
    for (const label of [name, phone])
      expect(await page.getByLabel(label).inputValue()).toBe("415 555 0132");
    expect(await page.getByLabel(note).inputValue()).toBe("");
    await press(page, "Back");
    await reloadWithStorage(page);
    expect(await page.getByLabel("Tuesday").isChecked()).toBe(true);
    expect(await page.getByLabel("9:00 a.m.").isChecked()).toBe(true);
    await press(page, "Back");
    await reloadWithStorage(page);
    expect(await page.getByLabel("Screen repair").isChecked()).toBe(true);
  });
});

test("is the same in every time zone", () => {
  expect(drillText("booking-form", "index.html")).not.toMatch(/\bDate\b|Intl|toLocale/);
});

test.skipIf(noBrowser)(
  "repeats the first price after Change booking, and the right one after Back",
  async () => {
    await withPage(file, async ({ page }) => {
      await choose(page, "Screen repair", "Tuesday", "9:00 a.m.");
      await book(page, "415 555 0132");
      expect(await summary(page)).toEqual([
        "Screen repair",
        "Tuesday, June 9",
        "9:00 a.m.",
        "$119",
      ]);
      await reloadWithStorage(page);
      expect(await summary(page)).toEqual([
        "Screen repair",
        "Tuesday, June 9",
        "9:00 a.m.",
        "$119",
      ]);
      await press(page, "Change booking");
      await press(page, "Back");
      await press(page, "Back");
      await choose(page, "New battery", "Friday", "3:00 p.m.");
      expect(await page.getByLabel("Phone number").inputValue()).toBe("415 555 0132");
      await book(page, "415 555 0132");
      expect(await summary(page)).toEqual(["New battery", "Friday, June 12", "3:00 p.m.", "$119"]);
      await press(page, "Start over");
      await choose(page, "Screen repair", "Tuesday", "9:00 a.m.");
      await press(page, "Back");
      await press(page, "Back");
      await choose(page, "New battery", "Friday", "3:00 p.m.");
      await book(page, "415 555 0132");
      expect(await summary(page)).toEqual(["New battery", "Friday, June 12", "3:00 p.m.", "$69"]);
    });
  },
);

test.skipIf(noBrowser)("has no other barriers, and fits a phone", async () => {
  await withPage(
    file,
    async ({ page }) => {
      expect(await findBarriers(page)).toEqual([]);
      await choose(page, "New battery", "Wednesday", "10:00 a.m.");
      expect(await findBarriers(page)).toEqual([]);
      await press(page, "Back");
      expect(await findBarriers(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    },
    { viewport: { width: 360, height: 700 } },
  );
});
