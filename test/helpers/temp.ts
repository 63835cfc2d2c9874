import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Creates an empty folder that is removed after the test. */
export function createTempFolder(): string {
  // The real path, because the temporary folder of macOS is a link.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "builder-pm-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
