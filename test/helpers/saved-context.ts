import { writeFileSync } from "node:fs";
import { createTestContext, type TestSettings } from "./context.ts";
import { started } from "./reality-check.ts";
import { progressOf } from "./samples.ts";
import { show } from "./snapshot.ts";

/** What is saved in this context. */
export const saved = started;

/** Creates a context with a saved file and its backup, and then calls `damage`. */
export function createSavedContext({
  damage,
  ...settings
}: TestSettings & { damage?: string } = {}) {
  const test = createTestContext({ saved, ...settings });
  writeFileSync(`${test.file}.bak`, JSON.stringify(progressOf()));
  if (damage !== undefined) writeFileSync(test.file, damage);
  return {
    ...test,
    screen: () =>
      show(
        test
          .stdout()
          .replaceAll(test.home, "HOME")
          .replace(/saved .* ago|saved just now|saved today/g, "saved AGE"),
      ),
  };
}
