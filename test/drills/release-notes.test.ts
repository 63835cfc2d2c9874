import { expect, test } from "vitest";
import { findBarriers, noBrowser, withPage } from "../helpers/browser.ts";
import { drillPath, drillRows, drillText, truthAndClaims, zones } from "../helpers/drill-files.ts";

const id = "release-notes";
const file = drillPath(id, "release-notes.html");
const changes = drillRows(id, "changes.csv");
const feedback = drillRows(id, "feedback.csv");

interface Notes {
  lines: { section: string; change: string; title: string }[];
  quotes: { text: string; from: string }[];
}

/** Reads what a person sees in the notes. */
async function readNotes(timezoneId: string): Promise<Notes> {
  return withPage(
    file,
    async ({ page, noise }) => {
      const lines = [];
      for (const item of await page.locator("ul > li").all()) {
        const [change = "", title = ""] = (await item.innerText()).split(/\s+(.*)/s);
        const section = await item.locator("xpath=../preceding-sibling::h2[1]").innerText();
        lines.push({ section, change: change.slice(1), title });
      }
      const quotes = [];
      for (const figure of await page.locator("figure").all()) {
        const text = (await figure.locator("blockquote").innerText()).replace(/^"|"$/g, "");
        quotes.push({ text, from: await figure.locator("figcaption").innerText() });
      }
      expect(noise).toEqual([]);
      return { lines, quotes };
    },
    { timezoneId },
  );
}

/** Returns the day of a change in a time zone, such as "2026-06-07". */
function dayIn(timeZone: string, { merged_at_utc = "" }: Record<string, string>): string {
  const moment = new Date(`${merged_at_utc.replace(" ", "T")}:00Z`);
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(moment);
}

function changesOfWeek(timeZone: string): (string | undefined)[] {
  return changes
    .filter((each) => each.label !== "internal")
    .filter((each) => dayIn(timeZone, each) >= "2026-06-08" && dayIn(timeZone, each) < "2026-06-15")
    .map(({ change }) => change);
}

test("claims four checks, of which two don't hold", async () => {
  expect(await truthAndClaims(id)).toEqual([
    "not-met, claimed met (ran)",
    "met, claimed met (ran)",
    "not-met, claimed met (ran)",
    "met, claimed met (ran)",
  ]);
});

test.skipIf(noBrowser).each(zones)("lists the week of UTC, not of Chicago, in %s", async (zone) => {
  const { lines } = await readNotes(zone);
  const listed = lines.map(({ change }) => change).sort();
  expect(listed).toEqual(changesOfWeek("UTC"));
  const wanted = changesOfWeek("America/Chicago");
  expect(listed.filter((change) => !wanted.includes(change))).toEqual(["812"]);
  expect(wanted.filter((change) => !listed.includes(change ?? ""))).toEqual(["830"]);
});

test.skipIf(noBrowser)("leaves out the internal changes", async () => {
  const { lines } = await readNotes("UTC");
  const internal = changes.filter(({ label }) => label === "internal");
  expect(internal.map(({ change }) => change)).toEqual(["817", "824"]);
  expect(lines.filter(({ change }) => ["817", "824"].includes(change))).toEqual([]);
});

test.skipIf(noBrowser)("has one quote that nobody wrote", async () => {
  const { quotes } = await readNotes("UTC");
  const sources = quotes.map(
    ({ text, from }) => feedback.find((row) => row.text === text && row.from === from)?.answer,
  );
  expect(sources).toEqual(["F-61", "F-67", undefined]);
  const lead = feedback.filter((row) => row.from === quotes[2]?.from);
  expect(lead.map(({ answer }) => answer)).toEqual(["F-69"]);
});

test.skipIf(noBrowser)("copies numbers and titles, each under its label", async () => {
  const { lines } = await readNotes("UTC");
  expect(lines).toHaveLength(9);
  for (const { section, change, title } of lines) {
    const source = changes.find((each) => each.change === change);
    expect(title).toBe(source?.title);
    expect(section).toBe(source?.label === "feature" ? "New" : "Fixed");
  }
});

test("shows the draft to nobody but Ravi", () => {
  expect(drillText(id, "publish.txt")).toContain("access: Ravi only\n");
});

test.skipIf(noBrowser)("has no barriers, and fits a phone", async () => {
  await withPage(
    file,
    async ({ page }) => {
      expect(await findBarriers(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    },
    { viewport: { width: 360, height: 700 } },
  );
});
