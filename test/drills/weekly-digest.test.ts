import { describe, expect, test } from "vitest";
import { noBrowser } from "../helpers/browser.ts";
import {
  openDrill,
  readDrillFile,
  readRows,
  sum,
  testDrillForm,
  testDrillPage,
  testSameInZones,
} from "../helpers/drills.ts";

const id = "weekly-digest";
const feedback = readRows(id, "feedback.csv");
const drafts = readRows(id, "drafts.csv");
const log = readDrillFile(id, "run.log");

testDrillForm(id, ["met", "not-met", "not-met", "met", "met"]);
testDrillPage(id, "digest.html");
testSameInZones(id, "digest.html");

/** The ids of the comments that came from one day of June to another. */
function findIds(from: number, to: number): (string | undefined)[] {
  return feedback
    .filter(({ received = "" }) => {
      const day = Number(received.slice(8, 10));
      return day >= from && day <= to;
    })
    .map((row) => row.id);
}

test("the drafts are of Sunday to Saturday", () => {
  expect(new Date("2026-06-07T12:00:00Z").getUTCDay()).toBe(0);
  const ids = drafts.map((row) => row.id);
  expect(ids).toEqual(findIds(7, 13));
  expect(ids).toHaveLength(32);
  expect(findIds(8, 14)).toHaveLength(31);
  expect(findIds(7, 7)).toEqual(["F-818", "F-819", "F-820", "F-821"]);
  expect(findIds(14, 14)).toEqual(["F-855", "F-857", "F-858"]);
});

test("the drafts have the words of the export", () => {
  for (const draft of drafts) {
    expect(draft.comment).toBe(feedback.find((row) => row.id === draft.id)?.comment);
  }
});

test("15 comments of the week have no topic, and 20 of 20 is about the sample", () => {
  const general = drafts.filter(({ topic }) => topic === "General");
  expect(general).toHaveLength(15);
  expect(general.map(({ comment }) => comment)).toContain("Where do I change the credit card?");
  const words = /billing|invoice|search|export/i;
  expect(general.filter(({ comment = "" }) => words.test(comment))).toEqual([]);
  const sample = readRows(id, "sample.csv");
  expect(sample).toHaveLength(20);
  expect(sample.filter(({ comment = "" }) => !words.test(comment))).toEqual([]);
  const [first = ""] = log.split("\n\n");
  expect(first).toMatch(/sample\.csv --compare\n(?:.*\n)*.*20 of 20 equal$/);
});

test("the second run on the export adds no rows, and sends the digest to everyone again", () => {
  const runs = log.split("\n\n").filter((run) => run.includes(" feedback.csv"));
  expect(runs.map((run) => run.split("\n")[0])).toEqual(
    Array(2).fill("$ node digest.mjs feedback.csv --week 2026-06-08"),
  );
  expect(runs.map((run) => /(\d+) rows added/.exec(run)?.[1])).toEqual(["32", "0"]);
  for (const run of runs) expect(run).toMatch(/, sent to everyone@example\.com$/);
  expect(new Set(drafts.map((row) => row.id)).size).toBe(drafts.length);
});

test("a missing export stops the run", () => {
  expect(log).toMatch(/\$ node digest\.mjs feedbak\.csv .*\nfeedbak\.csv is missing\. .*\n$/);
});

describe.skipIf(noBrowser)("in a browser", () => {
  test("the digest ends with a Sunday that is the one before, and shows 17 of 32 comments by topic", () =>
    openDrill(
      id,
      "UTC",
      async (page) => {
        expect(await page.textContent(".lead")).toContain("Week of June 8, 2026. 32 comments.");
        const days = await page.locator("th").allTextContents();
        expect(days).toEqual(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
        const numbers = (await page.locator("td").allTextContents()).map(Number);
        expect(numbers).toEqual([8, 9, 10, 11, 12, 13, 7].map((day) => findIds(day, day).length));
        const counts = await page.locator(".count").allTextContents();
        const topics = ["Billing", "Search", "Exports"].map(
          (name) => drafts.filter(({ topic }) => topic === name).length,
        );
        expect(counts).toEqual(topics.map((count) => `${count} comments`));
        expect(sum(topics)).toBe(17);
      },
      "digest.html",
    ));

  test("every quote is word for word in the export", () =>
    openDrill(
      id,
      "UTC",
      async (page) => {
        const quotes = await page.locator("blockquote p").allTextContents();
        const ids = await page.locator("blockquote footer").allTextContents();
        expect(quotes).toHaveLength(6);
        expect(quotes).toEqual(
          ids.map((name) => `“${feedback.find((row) => row.id === name)?.comment}”`),
        );
      },
      "digest.html",
    ));
});
