import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for files that test files share; it is removed after the last test. */
    sharedFolder: string;
    /** True if property tests try their full number of cases, as `npm run soak` does. */
    fullRuns: boolean;
  }
}

/** Creates the shared folder, and returns the function that removes it. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "builder-pm-shared-"));
  project.provide("sharedFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
