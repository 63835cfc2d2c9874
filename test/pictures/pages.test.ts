import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { platform } from "node:process";
import { expect, inject, test } from "vitest";
import { hashText } from "../../src/files/hash.ts";
import { noBrowser, withPage } from "../helpers/browser.ts";
import { root } from "../helpers/context.ts";
import { createTempFolder } from "../helpers/temp.ts";
import { openBuiltProject, writeHandoff } from "./scenes.ts";

// Pixels differ from one browser to the next, so the page itself is compared, by its hash.
test.skipIf(platform !== "linux")("the pictures of the handoff page are current", async () => {
  const page = await writeHandoff(await openBuiltProject());
  await expect(`${hashText(page)}\n`).toMatchFileSnapshot("../../docs/pictures/handoff.sha256");
  if (!inject("drawPictures")) return;
  if (noBrowser) throw new Error("Without Chromium or Chrome, pages can't be drawn.");
  const file = join(createTempFolder(), "handoff.html");
  writeFileSync(file, page);
  for (const scheme of ["light", "dark"] as const) await drawPage(file, scheme);
});

function drawPage(file: string, colorScheme: "light" | "dark"): Promise<void> {
  const path = join(root, "docs", "pictures", `handoff-${colorScheme}.png`);
  const viewport = { width: 900, height: 900 };
  return withPage(file, async ({ page }) => void (await page.screenshot({ path })), {
    colorScheme,
    viewport,
  });
}
