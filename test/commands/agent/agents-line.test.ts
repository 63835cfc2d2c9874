import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runAgentRemove } from "../../../src/commands/agent/remove.ts";
import { runAgentSetup } from "../../../src/commands/agent/setup.ts";
import { createTestContext } from "../../helpers/context.ts";
import { createTempFolder } from "../../helpers/temp.ts";

function openFolder() {
  const cwd = createTempFolder();
  const open = () => createTestContext({ cwd });
  const at = (...names: string[]) => join(cwd, ...names);
  return { at, open };
}

test("names the files that lack the line at every run, and those that have it when removed", async () => {
  const { open, at } = openFolder();
  writeFileSync(at("AGENTS.md"), "Use tabs.\n");
  writeFileSync(at("CLAUDE.md"), "Use spaces.\n");
  const line = "Your AGENTS.md and CLAUDE.md weren't changed. Add this line to each:\n";
  const first = open();
  await runAgentSetup(first.context, {});
  expect(first.stderr()).toContain(line);
  const second = open();
  await runAgentSetup(second.context, {});
  expect(second.stderr()).toContain(line);
  writeFileSync(at("AGENTS.md"), `Use tabs.\n${first.stdout()}`);
  writeFileSync(at("CLAUDE.md"), "@AGENTS.md\n");
  const third = open();
  await runAgentSetup(third.context, {});
  expect(third.stdout()).toBe("");
  const removed = open();
  runAgentRemove(removed.context, {});
  expect(removed.stderr()).toContain("Your AGENTS.md still has this line. Take it out yourself:\n");
  expect(removed.stderr()).not.toContain("CLAUDE.md");
  expect(removed.stdout()).toBe(first.stdout());
});
