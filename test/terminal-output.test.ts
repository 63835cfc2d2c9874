import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../src/cli.ts";
import { createTestWorld, root, type TestSettings } from "./helpers/context.ts";
import { openEmulator } from "./helpers/emulator.ts";
import { createReviewHome, reading, title } from "./helpers/reading.ts";

/** Runs a command line as in a terminal, in this process, and returns what it prints. */
async function print(words: string[], settings: TestSettings): Promise<string> {
  const home = join(createReviewHome(), "saved");
  const { world, stdout, stderr } = createTestWorld(home, { words, terminal: true, ...settings });
  expect(await main(world, root)).toBe(0);
  return stdout() + stderr();
}

test.each(reading.map((words) => ({ words })))(
  "$words prints no escape sequence with TERM=dumb",
  async ({ words }) => {
    const printed = await print(words, { env: { TERM: "dumb", NO_COLOR: "" } });
    expect(printed.replaceAll(title, "")).toMatch(/^[\n\x20-\x7e]*$/);
  },
);

const windows = reading.flatMap((words) => [80, 50].map((columns) => ({ words, columns })));

// test/e2e/terminal.test.ts does the same for some commands in a real terminal.
test.each(windows)("$words fits $columns columns", async ({ words, columns }) => {
  const emulator = openEmulator(columns, 60);
  const printed = await print(words, { columns, env: { NO_COLOR: "" } });
  emulator.write(printed.replaceAll("\n", "\r\n"));
  await emulator.flush();
  // Text to paste stays whole: commands, links, paths, scripts, schemas and the brief.
  const isPasted = ["completion", "brief"].includes(words[0] ?? "") || words.includes("schema");
  const broken = isPasted ? [] : emulator.brokenLines();
  expect(broken.filter((line) => !/^ *(builder-pm |https:|\/|[A-Z]:\\)/.test(line))).toEqual([]);
  emulator.dispose();
});
