import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * Creates an empty folder that is removed after the test. A concurrent test passes its own
 * `onTestFinished`, and a file `afterAll`.
 */
export function createTempFolder(after: (work: () => void) => void = onTestFinished): string {
  // The real path, because the temporary folder of macOS is a link.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "builder-pm-test-")));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
