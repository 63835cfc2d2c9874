import { writeFileSync } from "node:fs";
import { createTestContext, type TestSettings } from "./context.ts";
import { answered, progressOf, runOf } from "./samples.ts";
import { show } from "./snapshot.ts";

/** Saved progress with a started check. */
export const saved = progressOf({
  ...runOf("a", { problem: answered("yes") }, { open: true }),
  checklist: "reality-check",
});

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
