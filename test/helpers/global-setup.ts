import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env, stderr } from "node:process";
import type { TestProject } from "vitest/node";
import { noBrowser } from "./browser.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for files that test files share; it is removed after the last test. */
    sharedFolder: string;
    /** True if property tests try their full number of cases, as `npm run soak` does. */
    fullRuns: boolean;
    /** True if the pictures of pages are drawn anew, as `npm run pictures` does. */
    drawPictures: boolean;
    /** Where temporary folders are made, if that is in memory. */
    memoryFolder?: string | undefined;
  }
}

const NO_BROWSER =
  "The tests in a browser are skipped: there is no Chromium or Chrome here. " +
  "CHROMIUM_PATH can name one.\n";

/**
 * Creates the shared folder, and returns the function that removes it.
 *
 * @throws Error if there is no browser and BROWSER_REQUIRED asks for one.
 */
export function setup(project: TestProject): () => void {
  const { BROWSER_REQUIRED: required } = env;
  if (noBrowser && required === "1") throw new Error(NO_BROWSER);
  if (noBrowser) stderr.write(NO_BROWSER);
  const folder = mkdtempSync(join(tmpdir(), "builder-pm-shared-"));
  project.provide("sharedFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
