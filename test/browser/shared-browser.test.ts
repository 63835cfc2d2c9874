import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { findBarriers, noBrowser, reloadWithStorage, withPage } from "../helpers/browser.ts";

function writePage(name: string, body: string): string {
  const file = join(inject("sharedFolder"), name);
  writeFileSync(file, `<!doctype html><html lang="en"><title>t</title><body>${body}</body></html>`);
  return file;
}

test.skipIf(noBrowser)("a page that does nothing makes no noise", async () => {
  const file = writePage("calm.html", "<h1>Calm</h1>");
  const seen = await withPage(file, async ({ page, noise }) => ({
    heading: await page.textContent("h1"),
    noise: [...noise],
  }));
  expect(seen).toEqual({ heading: "Calm", noise: [] });
});

test.skipIf(noBrowser)("messages, errors and requests of a page are told", async () => {
  const script = `console.warn("hello"); setTimeout(() => missing(), 0);`;
  const file = writePage("loud.html", `<img src="other.png" alt=""><script>${script}</script>`);
  const noise = await withPage(file, async ({ page, noise: told }) => {
    await page.waitForTimeout(50);
    return told.join("\n");
  });
  expect(noise).toMatch(/request: file:.*other\.png/);
  expect(noise).toContain("warning: hello");
  expect(noise).toContain("missing is not defined");
});

test.skipIf(noBrowser)("what keeps people from reading a page is found", async () => {
  const file = writePage("barrier.html", `<main><h1>Plan</h1><img src="data:,"></main>`);
  const barriers = await withPage(file, ({ page }) => findBarriers(page));
  expect(barriers).toEqual([expect.stringMatching(/^image-alt: <img/)]);
});

test.skipIf(noBrowser)("a page finds what it stored when it's reloaded, never later", async () => {
  const count = `localStorage.setItem("times", Number(localStorage.getItem("times") ?? 0) + 1)`;
  const show = `document.body.append(localStorage.getItem("times"))`;
  const file = writePage("counter.html", `<script>${count}; ${show}</script>`);
  const visit = () =>
    withPage(file, async ({ page }) => {
      for (let reloads = 0; reloads < 20; reloads++) await reloadWithStorage(page);
      return page.textContent("body");
    });
  expect([await visit(), await visit()]).toEqual([
    expect.stringMatching(/21$/),
    expect.stringMatching(/21$/),
  ]);
});
