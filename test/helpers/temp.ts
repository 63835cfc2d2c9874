import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A new, empty folder that is gone when the test is over. */
export function createTempFolder(): string {
  // The real path: macOS keeps its temporary files behind a link.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "builder-pm-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
