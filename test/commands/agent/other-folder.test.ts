import { expect, test } from "vitest";
import { runAgentSetup } from "../../../src/commands/agent/setup.ts";
import { quotePath } from "../../../src/domain/text/words.ts";
import { createTestContext } from "../../helpers/context.ts";
import { newProject, progressWith } from "../../helpers/loop.ts";
import { createTempFolder } from "../../helpers/temp.ts";

test("names the folder of the project if it is another one", async () => {
  const [here, there] = [createTempFolder(), createTempFolder()];
  const saved = progressWith(newProject({ folder: { path: there } }));
  const said = `Your project "Monday report" works in another folder: ${there}\n`;
  const other = createTestContext({ cwd: here, saved });
  await runAgentSetup(other.context, {});
  expect(other.stderr()).toContain(
    `${said}To set it up there: builder-pm agent setup --dir ${quotePath(there)}\n`,
  );
  for (const [cwd, options] of [
    [there, {}],
    [here, { dir: here }],
  ] as const) {
    const quiet = createTestContext({ cwd, saved });
    await runAgentSetup(quiet.context, options);
    expect(quiet.stderr()).not.toContain(said);
  }
});
