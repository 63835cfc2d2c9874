import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";

type After = (work: () => void) => void;

/**
 * Creates an empty folder that is removed after the test, in memory where there is room for it. A
 * concurrent test passes its own `onTestFinished`, and a file `afterAll`.
 */
export function createTempFolder(after?: After): string {
  return createFolderIn(findTempParent(), after);
}

/** Returns where temporary folders are made. */
export function findTempParent(): string {
  return inject("memoryFolder") ?? tmpdir();
}

/** Creates a temporary folder like a person's: the one in memory is among those of the system. */
export function createFolderOnDisk(after?: After): string {
  return createFolderIn(tmpdir(), after);
}

function createFolderIn(parent: string, after: After = onTestFinished): string {
  // The real path, because the temporary folder of macOS is a link.
  const folder = realpathSync(mkdtempSync(join(parent, "pm-test-")));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
