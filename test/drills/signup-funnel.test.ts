import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { noBrowser } from "../helpers/browser.ts";
import {
  openDrill,
  readRows,
  sum,
  testDrillForm,
  testDrillPage,
  testSameInZones,
} from "../helpers/drills.ts";

const id = "signup-funnel";
const rows = readRows(id, "signups.csv");
const sources = ["Search", "Ads", "Referral", "Newsletter"];
const weeks = ["2026-06-01", "2026-06-08", "2026-06-15", "2026-06-22"];
const all = { signups: "51", started: "57%", of: "29 of 51 sign-ups", time: "17.1 h" };

testDrillForm(id, ["not-met", "met", "not-met", "met"]);
testDrillPage(id);
testSameInZones(id);

async function choose(page: Page, chosen: string[], week = ""): Promise<void> {
  for (const source of sources) {
    await page.getByLabel(source, { exact: true }).setChecked(chosen.includes(source));
  }
  await page.getByLabel("Week").selectOption(week);
}

async function readCards(page: Page): Promise<typeof all> {
  const [signups = "", started = "", time = ""] = await page.locator(".number").allTextContents();
  return { signups, started, of: (await page.textContent("#started-of")) ?? "", time };
}

/** The rows with one of these sources, in the week or in all of them. */
function findRows(chosen: string[], week = ""): Record<string, string>[] {
  const day = (date = "") => Number(date.slice(-2));
  return rows.filter(
    ({ source = "", signed_up }) =>
      chosen.includes(source) &&
      (week === "" || Math.floor((day(signed_up) - day(week)) / 7) === 0),
  );
}

function readHours(of: Record<string, string>[]): number[] {
  const hours = of.map(({ hours_to_project = "" }) => hours_to_project).filter(Boolean);
  return hours.map(Number).sort((a, b) => a - b);
}

/** What the page shows for these rows: the share and, instead of the median, the average. */
function expectCards(of: Record<string, string>[]): typeof all {
  const hours = readHours(of);
  const average = (sum(hours) / hours.length).toFixed(1);
  return {
    signups: String(of.length),
    started: `${Math.round((hours.length / of.length) * 100)}%`,
    of: `${hours.length} of ${of.length} sign-ups`,
    time: hours.length > 0 ? `${average} h` : "–",
  };
}

test("the export has 60 sign-ups, 9 of them without a source", () => {
  expect(rows).toHaveLength(60);
  expect(rows.at(-1)).toMatchObject({ signup_id: "S-1260" });
  expect(rows.filter(({ source }) => source === "")).toHaveLength(9);
  expect(expectCards(findRows(sources))).toEqual(all);
});

describe.skipIf(noBrowser)("in a browser", () => {
  test("sign-ups without a source are left out", () =>
    openDrill(id, "UTC", async (page) => {
      expect(await readCards(page)).toEqual(all);
      for (const week of weeks) {
        await choose(page, sources, week);
        expect((await readCards(page)).signups).toBe(String(findRows(sources, week).length));
      }
    }));

  test("the time is the average, not the median", () =>
    openDrill(id, "UTC", async (page) => {
      await choose(page, ["Referral"], "2026-06-01");
      await page.getByText("Show these sign-ups").click();
      const listed = await page.locator("#rows td:last-child").allTextContents();
      expect(listed.map(Number).sort((a, b) => a - b)).toEqual([1.1, 3.5, 97.4]);
      expect(await readCards(page)).toMatchObject({ signups: "3", time: "34.0 h" });
      expect(await page.locator("dt").last().textContent()).toBe("Typical time to first project");
    }));

  test("each source changes all three numbers, and says what a percentage is of", () =>
    openDrill(id, "UTC", async (page) => {
      for (const source of sources) {
        await choose(page, [source]);
        const cards = await readCards(page);
        expect(cards).toEqual(expectCards(findRows([source])));
        expect(Object.entries(cards).filter(([key, value]) => all[key as "of"] === value)).toEqual(
          [],
        );
        await page.getByRole("button", { name: "Reset" }).click();
        await expect.poll(() => readCards(page)).toEqual(all);
      }
      await choose(page, ["Ads"], "2026-06-08");
      await page.getByRole("button", { name: "Reset" }).click();
      await expect.poll(() => readCards(page)).toEqual(all);
    }));

  test("Share makes a link for anyone", () =>
    openDrill(id, "UTC", async (page) => {
      await page.getByRole("button", { name: "Share" }).click();
      const text = await page.getByRole("region", { name: "Share" }).textContent();
      expect(text).toContain("Anyone who has the link can open this page");
    }));
});

test.skipIf(noBrowser)(
  "every single source in every week is right, and none shows a sentence",
  () =>
    openDrill(id, "UTC", async (page) => {
      for (const [source, week] of sources.flatMap((each) => weeks.map((of) => [each, of]))) {
        await choose(page, [source ?? ""], week);
        const found = findRows([source ?? ""], week);
        const sentence = page.getByText("No sign-ups for this choice");
        expect(await sentence.isVisible()).toBe(found.length === 0);
        if (found.length > 0) expect(await readCards(page)).toEqual(expectCards(found));
      }
      await choose(page, ["Newsletter"], "2026-06-15");
      expect(await page.locator("dl").isVisible()).toBe(false);
    }),
);
