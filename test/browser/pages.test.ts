import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { summarizeChecklist } from "../../src/domain/insights/checklist-summary.ts";
import type { Project } from "../../src/domain/project/project.ts";
import type { Html } from "../../src/render/html/html.ts";
import {
  renderProgressHtml,
  renderProjectHtml,
  renderStepHtml,
} from "../../src/render/html/pages.ts";
import { findBarriersIn, noBrowser, withPage } from "../helpers/browser.ts";
import {
  library,
  newProject,
  progressWith,
  projectAfter,
  sampleAnswers,
  slices,
  stepOf,
  steps,
  takeStep,
} from "../helpers/loop.ts";
import { checklistOf } from "../helpers/samples.ts";

const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
const checklist = library.checklists[0] ?? checklistOf("a");

const folder = { path: "/work/monday", files: {} };
const ended: Project = { ...projectAfter("spec", "brief", "review", "handoff", "decide"), folder };
const long = `${"A title that goes on and on, without a rest ".repeat(7)}\u05e9\u05dc\u05d5\u05dd \u{1f469}\u{1f3fd}\u200d\u{1f52c}`;
const open: Project = {
  ...projectAfter("spec", "brief", "review"),
  ...{ uid: "uid-2", id: "open", title: long },
  parked: [
    { idea: "\u05d3\u05d5\u05d7 \u05e9\u05d1\u05d5\u05e2\u05d9", at: "2026-11-03T12:00:00.000Z" },
  ],
};
const second: Project = {
  ...takeStep(
    takeStep(projectAfter("spec", "brief", "review", "handoff"), "decide", {
      ...sampleAnswers.decide,
      verdict: "revise",
    }),
    "review",
    sampleAnswers.review ?? {},
    9,
  ),
  ...{ uid: "uid-3", id: "second", title: "Second round" },
};

function progressPage(projects: readonly Project[]): Html {
  const progress = progressWith(...projects);
  const summary = summarizeChecklist({ checklist, slices, steps, progress });
  return renderProgressHtml({ summary, slices, steps, projects });
}

function stepPage(id: string, project = ended): Html {
  let number = 0;
  const findSource = () => ({ src: PIXEL, number: ++number });
  const picture = { sha256: "a".repeat(64), findSource };
  const words = { isFromFolder: false, alt: "1280 x 800 png", absent: "1280 x 800 png, missing" };
  const findPictures = () => [{ ...picture, width: 1280, height: 800, ...words }];
  const step = stepOf(id);
  return renderStepHtml({ step, steps, project, slice: slices[0], findPictures });
}

const pages: Record<string, () => Html> = {
  progress: () => progressPage([ended, open, second]),
  empty: () => progressPage([]),
  project: () => renderProjectHtml({ project: second, steps, slice: slices[0] }),
  review: () => stepPage("review"),
  handoff: () => stepPage("handoff"),
  long: () => stepPage("spec", open),
  brief: () => stepPage("brief"),
  decide: () => stepPage("decide"),
  begun: () => stepPage("spec", newProject()),
};

function writeHtml(name: string, { markup }: Html): string {
  const file = join(inject("sharedFolder"), `page-${name}.html`);
  writeFileSync(file, markup);
  return file;
}

/** Keeps a picture of the page for people to look at, if they say where. */
async function keepShot(page: Page, name: string): Promise<void> {
  const { PAGE_SHOTS: shots } = env;
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

const schemes = ["light", "dark"] as const;
const widths = [320, 1280, 1440];

test.skipIf(noBrowser).concurrent.each(Object.entries(pages))(
  "everyone can read the page %s, in both schemes, at every width and on paper",
  async (name, render) => {
    const seen = await withPage(writeHtml(name, render()), async ({ page, noise }) => {
      const found: string[] = [];
      for (const colorScheme of schemes) {
        found.push(...(await findBarriersIn(page, colorScheme)));
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          const wide = await page.evaluate("document.documentElement.scrollWidth");
          if (Number(wide) > width) found.push(`${colorScheme}: ${wide} wide at ${width}`);
          await keepShot(page, `${name}-${colorScheme}-${width}`);
        }
      }
      const paper = await page.pdf({ format: "A4", printBackground: true });
      await page.emulateMedia({ media: "print" });
      await keepShot(page, `${name}-print`);
      return { found, noise, isPrinted: paper.length > 5000, h1: await page.locator("h1").count() };
    });
    expect(seen).toEqual({ found: [], noise: [], isPrinted: true, h1: 1 });
  },
);

test.skipIf(noBrowser)("the first screen of a handoff says what an engineer needs", async () => {
  const file = writeHtml("first", stepPage("handoff"));
  const below = await withPage(
    file,
    async ({ page }) => {
      const titles = page.locator("h2");
      const places = await titles.evaluateAll((all) =>
        all.map((title) => [title.textContent, title.getBoundingClientRect().top] as const),
      );
      return places.filter(([, top]) => top < 800).map(([title]) => title);
    },
    { viewport: { width: 1280, height: 800 } },
  );
  expect(below).toEqual(
    expect.arrayContaining([
      "What it does",
      "Where it is and how to run it",
      "Questions for you",
      "What's faked",
    ]),
  );
});

test.skipIf(noBrowser)("a picture opens full size without a script", async () => {
  const sizes = await withPage(writeHtml("picture", stepPage("review")), async ({ page }) => {
    const width = () =>
      page
        .locator("figure.picture")
        .first()
        .evaluate((figure) => figure.clientWidth);
    const before = await width();
    await page.locator("figure.picture a").first().click();
    return { before, after: await width(), closes: await page.locator(".close:visible").count() };
  });
  expect(sizes.after).toBeGreaterThan(sizes.before);
  expect(sizes.closes).toBe(1);
});

test("a page of one project without pictures is small", () => {
  expect(
    renderProjectHtml({ project: second, steps, slice: slices[0] }).markup.length,
  ).toBeLessThan(60_000);
});
