import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runTeam } from "../../src/commands/team.ts";
import { quotePath } from "../../src/domain/text/words.ts";
import { createTestContext, root, type TestSettings } from "../helpers/context.ts";
import { openTeam, summaryOf, teamContent } from "../helpers/team.ts";
import { createTempFolder } from "../helpers/temp.ts";

const twelve = join(root, "test", "fixtures", "team");
const pack = join(root, "test", "fixtures", "pack-support");

test("what a pack says instead of a shipped text is shown", async () => {
  const folder = createTempFolder();
  cpSync(twelve, folder, { recursive: true });
  const { context, stdout } = createTestContext({ options: { content: [pack] } });
  await runTeam(context, folder);
  expect(stdout()).toContain("12 people");
});

test.each<[string, TestSettings, boolean]>([
  ["that is typed", { options: { content: [pack] } }, true],
  ["that is set", { env: { BUILDER_PM_CONTENT: pack } }, false],
])("a pack %s: its rule comes before a guide page", async (_, settings, isNamed) => {
  const misses = [{ cause: "spec-gap", about: "error" as const, count: 1 }];
  const items = teamContent.shipped.items.map((item) => ({ item, level: "said" as const }));
  const files = [1, 2, 3].map((each) => [`${each}.json`, summaryOf(each, { items, misses })]);
  const teachNext = async (more: TestSettings) =>
    (await openTeam(Object.fromEntries(files), more).json()).teachNext;
  expect(await teachNext({})).toMatchObject({ see: "builder-pm guide quality-bar" });
  const again = isNamed ? ` --content ${quotePath(pack)}` : "";
  expect(await teachNext(settings)).toMatchObject({
    what: "Checks about errors and empty input",
    see: `builder-pm lint --rule queue-words${again}`,
  });
});
