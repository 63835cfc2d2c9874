import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findBarriers, noBrowser, withPage } from "../helpers/browser.ts";
import { drillPath, drillText, truthAndClaims } from "../helpers/drill-files.ts";

const file = drillPath("invite-page", "index.html");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const guestSees = (page: Page) => page.locator("#page").innerText();

async function join(page: Page, address: string): Promise<string> {
  await page.getByLabel("Your email address").fill(address);
  await press(page, "Join board");
  return guestSees(page);
}

async function joinAsGuest(page: Page, address: string): Promise<string> {
  await press(page, "Open as guest");
  return join(page, address);
}

const statusOf = (page: Page, address: string) =>
  page.getByRole("row", { name: address }).getByRole("cell").last().innerText();

test("claims four checks, of which two don't hold", async () => {
  expect(await truthAndClaims("invite-page")).toEqual([
    "met, claimed met (ran)",
    "not-met, claimed met (ran)",
    "met, claimed met (ran)",
    "not-met, claimed met (ran)",
  ]);
});

test("is the same in every time zone", () => {
  expect(drillText("invite-page", "index.html")).not.toMatch(/\bDate\b|Intl|toLocale/);
});

test.skipIf(noBrowser)("lets in the addresses of the list, and nobody else", async () => {
  await withPage(file, async ({ page, noise }) => {
    for (const other of ["sam@example.com", "", "lena@example.co", "@example.com", "lena"]) {
      expect(await joinAsGuest(page, other)).toContain("This invite isn't for you");
    }
    for (const guest of ["LENA@example.com", " omar@example.com ", "priya@example.com"]) {
      expect(await joinAsGuest(page, guest)).toContain("Welcome");
    }
    expect(noise).toEqual([]);
  });
});

test.skipIf(noBrowser)("opens a link that was turned off", async () => {
  await withPage(file, async ({ page }) => {
    await press(page, "Open as guest");
    await press(page, "Turn off link");
    await press(page, "Open as guest");
    expect(await guestSees(page)).toContain("This link is off");
    await press(page, "Go");
    expect(await join(page, "omar@example.com")).toContain("Welcome");
    expect(await statusOf(page, "omar@example.com")).toContain("Joined");
  });
});

test.skipIf(noBrowser)("replaces the old link with the new one", async () => {
  await withPage(file, async ({ page }) => {
    const links = new Set<string>();
    const address = page.getByLabel("Address bar");
    const first = await page.getByLabel("Invite link").inputValue();
    await press(page, "Open as guest");
    for (let round = 0; round < 7; round += 1) {
      links.add(await page.getByLabel("Invite link").inputValue());
      await press(page, "Make a new link");
      await press(page, "Go");
      expect(await guestSees(page)).toContain("This link is off");
      await press(page, "Open as guest");
      expect(await page.getByLabel("Your email address").isVisible()).toBe(true);
    }
    expect(links.size).toBe(7);
    await address.fill(first);
    await press(page, "Go");
    expect(await guestSees(page)).toContain("This link is off");
    expect(await joinAsGuest(page, "jonas@example.com")).toContain("Welcome");
    // A guest who had the form open when the link was replaced reads the same.
    await press(page, "Open as guest");
    await press(page, "Make a new link");
    expect(await join(page, "lena@example.com")).toContain("This link is off");
  });
});

test.skipIf(noBrowser)("lets everyone in as an editor, and tells guests otherwise", async () => {
  await withPage(file, async ({ page }) => {
    await page.getByLabel("Guests join as").selectOption("Viewer");
    expect(await joinAsGuest(page, "priya@example.com")).toContain("You joined as Viewer");
    expect(await statusOf(page, "priya@example.com")).toBe("Joined as Editor");
  });
});
test.skipIf(noBrowser)("keeps the address of everyone who tried to join", async () => {
  await withPage(file, async ({ page }) => {
    await joinAsGuest(page, "made-up@example.org");
    expect(await page.locator("#visits").innerText()).toContain("made-up@example.org");
  });
});

test.skipIf(noBrowser)("has no other barriers, and fits a phone", async () => {
  await withPage(
    file,
    async ({ page }) => {
      expect(await findBarriers(page)).toEqual([]);
      await press(page, "Open as guest");
      expect(await findBarriers(page)).toEqual([]);
      await press(page, "Turn off link");
      expect(await findBarriers(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    },
    { viewport: { width: 360, height: 700 } },
  );
});
