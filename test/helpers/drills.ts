import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { readReport } from "../../src/domain/report/read-report.ts";
import { parseContentFile } from "../../src/front-matter/parse.ts";
import { findBarriers, noBrowser, withPage } from "./browser.ts";

interface Truth {
  verdict: "met" | "not-met";
  where: string;
  how: string[];
  kind?: string;
  ask?: string;
  guide?: string;
}

interface DrillFields {
  checks: string[];
  open: string;
  truth: Truth[];
  planted?: Truth[];
}

const policy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

/** Returns the path of a file of a drill. */
function drillPath(id: string, file = ""): string {
  return join("content", "drills", id, file);
}

/** Returns the text of a file of a drill. */
export function readDrillFile(id: string, file: string): string {
  return readFileSync(drillPath(id, file), "utf8");
}

/** Returns the rows of a CSV file of a drill, each by the names of the header. */
export function readRows(id: string, file: string): Record<string, string>[] {
  const [header = [], ...rows] = readCsv(readDrillFile(id, file));
  return rows.map((cells) => {
    expect(cells, `${file}: ${cells.join(",")}`).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""]));
  });
}

function readCsv(text: string): string[][] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
      ),
    );
}

/** Returns the number of cents of an amount such as "1,204.50". */
export function toCents(amount: string): number {
  return Math.round(Number(amount.replaceAll(/[$,]/g, "")) * 100);
}

/** Adds up numbers. */
export function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Opens the first file of a drill in a fresh profile, as in this time zone. */
export function openDrill<T>(
  id: string,
  timezoneId: string,
  use: (page: Page) => Promise<T>,
  file = "index.html",
): Promise<T> {
  return withPage(drillPath(id, file), ({ page }) => use(page), { timezoneId });
}

async function readDrill(id: string): Promise<{ fields: DrillFields; body: string }> {
  const file = join("content", "drills", `${id}.md`);
  const { fields, body } = await parseContentFile(readFileSync(file));
  return { fields: fields as DrillFields, body };
}

/** Tests what holds for every drill: its truth is complete, its report can be read and is proud. */
export function testDrillForm(id: string, verdicts: Truth["verdict"][]): void {
  test(`${id}: the truth and the report`, async () => {
    const { fields, body } = await readDrill(id);
    expect(fields.truth.map(({ verdict }) => verdict)).toEqual(verdicts);
    expect(fields.checks).toHaveLength(verdicts.length);
    const defects = [...fields.truth, ...(fields.planted ?? [])].filter(
      ({ verdict }) => verdict !== "met",
    );
    expect(defects.length).toBeLessThanOrEqual(3);
    for (const { kind, ask, guide } of defects) {
      expect([kind, ask, guide]).not.toContain(undefined);
      expect(readdirSync(join("content", "guide"))).toContain(`${guide}.md`);
    }
    const { claims } = readReport(body, fields.checks);
    const claimed = claims.map((each) => each.claim);
    expect(claimed).not.toContain(undefined);
    const isTrusted = (at: number) => verdicts[at] === "not-met" && claimed[at] === "met";
    expect(claimed.some((_, at) => isTrusted(at))).toBe(true);
    expect(readDrillFile(id, fields.open)).not.toBe("");
  });
}

/** What a script needs to read a clock, or to write a time. */
const clocks = /new Date|\bDate[.(]|\bIntl\b|toLocale(?:Date|Time)/;

/** Tests that a page can't tell the time zone, so that its proofs need to run in one only. */
export function testSameInZones(id: string, file = "index.html"): void {
  test(`${id}: the page is the same in every time zone`, () => {
    expect(readDrillFile(id, file)).not.toMatch(clocks);
  });
}

/** Tests what holds for every page of a drill: closed to the network, and readable. */
export function testDrillPage(id: string, file = "index.html"): void {
  test(`${id}: the page has the policy and no link out`, () => {
    const text = readDrillFile(id, file);
    expect(text).toContain(`content="${policy}"`);
    expect(text).not.toMatch(/https?:|\b(?:src|href)="(?!#|data:)/);
    expect(text.length).toBeLessThan(40_000);
  });
  test.skipIf(noBrowser)(`${id}: the page is readable at 320 and 1280 px`, () =>
    withPage(drillPath(id, file), async ({ page, noise }) => {
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await findBarriers(page), `${width} px`).toEqual([]);
        const wide = "document.documentElement.scrollWidth - innerWidth";
        expect(await page.evaluate(wide), `${width} px`).toBeLessThanOrEqual(0);
      }
      expect(noise).toEqual([]);
    }),
  );
}
