import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { chooseSummaries } from "../../src/domain/team/choose-summaries.ts";
import { parseSummary } from "../../src/domain/team/parse-summary.ts";
import { findTeachNext } from "../../src/domain/team/teach-next.ts";
import { addUpTeam } from "../../src/domain/team/team.ts";
import { describeTeam } from "../../src/domain/team/team-page.ts";
import { renderTeamHtml } from "../../src/render/html/team.ts";
import { findBarriersIn, noBrowser, withPage } from "../helpers/browser.ts";
import { root } from "../helpers/context.ts";
import { teamContent } from "../helpers/team.ts";

const folder = join(root, "test", "fixtures", "team");

/** Renders the page of the twelve people. */
function renderTwelve(items = teamContent.items): string {
  const files = readdirSync(folder).flatMap((file) => {
    const summary = parseSummary(readFileSync(join(folder, file), "utf8"), "2026-11");
    return typeof summary === "string" ? [] : [{ file, summary }];
  });
  const { summaries, left, waiting } = chooseSummaries(files);
  const content = { ...teamContent, items };
  const team = addUpTeam(summaries, content);
  const teachNext = findTeachNext(team, content);
  return renderTeamHtml(describeTeam({ team, teachNext, left, waiting, content })).markup;
}

function writePage(name: string, markup: string): string {
  const file = join(inject("sharedFolder"), `team-${name}.html`);
  writeFileSync(file, markup);
  return file;
}

test.skipIf(noBrowser)(
  "everyone can read the page of a team, in both schemes, at every width and on paper",
  async () => {
    const seen = await withPage(writePage("twelve", renderTwelve()), async ({ page, noise }) => {
      const found: string[] = [];
      for (const colorScheme of ["light", "dark"] as const) {
        found.push(...(await findBarriersIn(page, colorScheme)));
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          const wide = await page.evaluate("document.documentElement.scrollWidth");
          if (Number(wide) > width) found.push(`${colorScheme}: ${wide} wide at ${width}`);
        }
      }
      const paper = await page.pdf({ format: "A4", printBackground: true });
      return { found, noise, isPrinted: paper.length > 5000, h1: await page.locator("h1").count() };
    });
    expect(seen).toEqual({ found: [], noise: [], isPrinted: true, h1: 1 });
  },
);

test.skipIf(noBrowser)("what a pack says never becomes markup", async () => {
  const trick = "<img src=x onerror=alert(1)><script>document.title='no'</script>";
  const items = teamContent.items.map((item) => ({ ...item, title: trick }));
  const seen = await withPage(writePage("trick", renderTwelve(items)), async ({ page, noise }) => ({
    noise,
    elements: await page.locator("img, script").count(),
    isShown: (await page.locator("body").innerText()).includes("onerror=alert(1)"),
  }));
  expect(seen).toEqual({ noise: [], elements: 0, isShown: true });
});

test("the page is small", () => {
  expect(renderTwelve().length).toBeLessThan(60_000);
});
