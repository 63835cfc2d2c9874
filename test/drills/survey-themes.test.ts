import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { noBrowser } from "../helpers/browser.ts";
import {
  openDrill,
  readRows,
  testDrillForm,
  testDrillPage,
  testSameInZones,
} from "../helpers/drills.ts";

const id = "survey-themes";
const responses = readRows(id, "responses.csv");
const coded = readRows(id, "coded.csv");
const empty = ["R-06", "R-18", "R-31"];

testDrillForm(id, ["met", "not-met", "met", "not-met", "met"]);
testDrillPage(id, "themes.html");
testSameInZones(id, "themes.html");

/** The numbers of coded.csv by theme, the largest first. */
const counts = [...new Set(coded.map(({ theme = "" }) => theme))]
  .map((theme) => ({ theme, count: coded.filter((row) => row.theme === theme).length }))
  .sort((a, b) => b.count - a.count);

function openThemes(use: (page: Page) => Promise<void>): Promise<void> {
  return openDrill(id, "UTC", use, "themes.html");
}

async function readQuotes(page: Page): Promise<{ text: string; number: string; role: string }[]> {
  const texts = await page.locator("blockquote p").allTextContents();
  const sources = await page.locator("blockquote footer").allTextContents();
  return texts.map((text, at) => {
    const [number = "", role = ""] = (sources[at] ?? "").split(", ");
    return { text: text.slice(1, -1), number, role };
  });
}

function findResponse(number: string): Record<string, string> | undefined {
  return responses.find((row) => row.response === number);
}

test("36 responses, 3 of them empty, and 5 with two themes", () => {
  expect(responses).toHaveLength(36);
  const blank = responses.filter(({ comment }) => comment === "");
  expect(blank.map(({ response }) => response)).toEqual(empty);
  expect(coded).toHaveLength(38);
  const numbers = coded.map(({ response }) => response);
  expect(new Set(numbers).size).toBe(33);
  const twice = numbers.filter((number, at) => numbers.indexOf(number) !== at);
  expect(twice).toEqual(["R-05", "R-09", "R-17", "R-27", "R-33"]);
  expect(numbers.filter((number) => number && empty.includes(number))).toEqual([]);
});

describe.skipIf(noBrowser)("in a browser", () => {
  test("one quote is made worse, and one says where someone works", () =>
    openThemes(async (page) => {
      const quotes = await readQuotes(page);
      expect(quotes).toHaveLength(8);
      const wrong = quotes.filter(({ text, number }) => findResponse(number)?.comment !== text);
      expect(wrong.map(({ number }) => number)).toEqual(["R-34"]);
      expect(wrong[0]?.text.replace("weeks", "months")).toBe(findResponse("R-34")?.comment);
      expect(quotes.map(({ role }) => role)).toEqual(
        quotes.map(({ number }) => findResponse(number)?.role),
      );
      for (const { number } of quotes.filter((quote) => !wrong.includes(quote))) {
        const themes = coded.filter(({ response }) => response === number);
        expect(themes.length).toBeGreaterThan(0);
      }
      const named = quotes.filter(({ text }) => text.includes("Alder Street Dental"));
      expect(named.map(({ number }) => number)).toEqual(["R-09"]);
    }));

  test("the counts are right and in order, and the percentages are of 33", () =>
    openThemes(async (page) => {
      expect(counts.map(({ count }) => count)).toEqual([13, 10, 9, 6]);
      expect(counts.map(({ theme }) => theme)).toEqual([
        "Price",
        "Setup",
        "Integrations",
        "Support",
      ]);
      const headings = await page.locator("h2").allTextContents();
      for (const [at, { theme }] of counts.entries()) expect(headings[at]).toContain(theme);
      const shares = await page.locator(".share").allTextContents();
      expect(shares).toEqual(
        counts.map(({ count }) => `${Math.round((count / 33) * 100)}% ${count} of 33 responses`),
      );
      expect(shares.map((share) => share.slice(0, 3))).toEqual(["39%", "30%", "27%", "18%"]);
      expect(await page.textContent(".lead")).toContain("33 responses with a comment");
    }));

  test("the empty responses are listed, and no name or address is on the page", () =>
    openThemes(async (page) => {
      expect(await page.textContent(".end")).toBe(
        "Left out because the comment is empty: R-06, R-18 and R-31.",
      );
      const text = (await page.textContent("html")) ?? "";
      expect(text).not.toContain("@example.com");
      for (const { name = "" } of responses) {
        for (const part of name.split(" ")) expect(text).not.toMatch(new RegExp(`\\b${part}\\b`));
      }
    }));
});
