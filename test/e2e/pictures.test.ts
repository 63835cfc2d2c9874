import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { progressWith, projectAfter } from "../helpers/loop.ts";
import { makePng } from "../helpers/pictures.ts";
import { readProgress } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";
import { keys, openTerminal } from "../helpers/terminal.ts";

const START_PASTE = "\u001b[200~";
const END_PASTE = "\u001b[201~";

test.each([
  { how: "80 columns", settings: { columns: 80 } },
  { how: "50 columns", settings: { columns: 50 } },
  { how: "accessible mode", settings: { env: { ACCESSIBLE: "1" } } },
])("attaches a picture that is dropped into a real terminal, with $how", async ({ settings }) => {
  const home = createTempFolder();
  mkdirSync(join(home, "saved"));
  const file = join(home, "saved", "progress.json");
  writeFileSync(file, JSON.stringify(progressWith(projectAfter("spec", "brief"))));
  writeFileSync(join(home, "My shot.png"), makePng(40, 30));
  writeFileSync(join(home, "fake.png"), "<svg>");
  const terminal = openTerminal(["review"], { home, ...settings });
  const isPlain = "env" in settings;
  await terminal.waitFor("Is this check met?");
  await terminal.waitFor(isPlain ? /1[^\n]*Met/ : "Met");
  terminal.press(isPlain ? "1" : "", keys.enter);
  await terminal.waitFor("What did you see?");
  const drop = (path: string) =>
    terminal.press(...(isPlain ? [path] : [START_PASTE, path, END_PASTE]), keys.enter);
  drop(`${join(home, "My shot.png").replaceAll(" ", "\\ ")} `);
  await terminal.waitFor("Attached: 40 x 30 png.");
  drop(`'${join(home, "fake.png")}' `);
  await terminal.waitFor(/SVG or\s+HTML/);
  terminal.press("18 of 18 values match on June 8.", keys.enter);
  await terminal.waitFor(/renamed[\s\S]*Is this check met\?/);
  terminal.press(keys.ctrlC);
  expect(await terminal.waitForEnd()).toBe(130);
  expect(terminal.brokenLines()).toEqual([]);
  const { projects } = readProgress(file);
  expect(projects[0]?.pictures).toMatchObject([{ width: 40, height: 30, via: "asked" }]);
  expect(readdirSync(join(home, "saved", "pictures"))).toHaveLength(1);
});
