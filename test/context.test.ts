import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../src/cli.ts";
import { createContext } from "../src/context.ts";
import { createTestContext, createTestWorld, root } from "./helpers/context.ts";
import { createTempFolder } from "./helpers/temp.ts";

test("assumes 80 columns if the terminal reports none", async () => {
  const shown = await Promise.all(
    [0, 80].map(async (columns) => {
      const { world, stdout } = createTestWorld(createTempFolder(), {
        words: ["slices"],
        terminal: true,
        columns,
      });
      await main(world, root);
      return stdout();
    }),
  );
  expect(shown[0]).toContain("dashboard");
  expect(shown[0]).toBe(shown[1]);
});

test.each([
  {
    words: ["check"],
    env: {},
    why: "this isn't a terminal (add --accessible to answer in plain lines)",
  },
  {
    words: ["check"],
    env: { MSYSTEM: "MINGW64" },
    why:
      "this isn't a terminal (in Git Bash, add --accessible, or put winpty before the " +
      "command)",
  },
  { words: ["check", "--no-input"], env: {}, why: "--no-input turns them off" },
  { words: ["start"], env: { CI: "true" }, why: "the variable CI turns them off" },
])("$words with $env asks nothing and says why", async ({ words, env, why }) => {
  const { world, stderr } = createTestWorld(createTempFolder(), {
    words,
    env,
    terminal: !why.startsWith("this isn't a terminal"),
  });
  expect(await main(world, root)).toBe(2);
  expect(stderr().replaceAll("\n", " ")).toMatch(/^Can't ask questions: /);
  expect(stderr().replace(/\s+/g, " ")).toContain(`Can't ask questions: ${why}. `);
});

test.each([
  { words: ["export", "--json"], json: true },
  { words: ["export", "--format", "json"], json: true },
  { words: ["export", "--format=json"], json: true },
  { words: ["export", "--format", "text"], json: false },
  { words: ["completion", "json", "--", "status", "--json"], json: false },
])("prints an error of $words as one JSON document: $json", async ({ words, json }) => {
  const home = createTempFolder();
  writeFileSync(join(home, "progress.json"), "{ damaged");
  const { world, stderr } = createTestWorld(home, { words });
  expect(await main(world, root)).not.toBe(0);
  const [first = ""] = stderr().split("\n");
  expect(first.startsWith('{"code":')).toBe(json);
});

test.each([
  { words: ["export", "--json", "-o", "p.json"], terminal: true, json: false },
  { words: ["export", "--format=json", "--output=p.json"], terminal: true, json: false },
  { words: ["export", "--json", "-o", "-"], terminal: true, json: true },
  { words: ["export", "--json", "-o", "p.json"], terminal: false, json: true },
])("tells a person who wants JSON in a file what is wrong in words: $words", async (row) => {
  const home = createTempFolder();
  writeFileSync(join(home, "progress.json"), "{ damaged");
  const { world, stderr } = createTestWorld(home, row);
  expect(await main(world, root)).not.toBe(0);
  expect(stderr().includes('{"code":')).toBe(row.json);
});

test("reads each kind of content once, and prints each of its problems once", async () => {
  const pack = createTempFolder();
  const broken = join(pack, "slices", "broken.md");
  mkdirSync(join(pack, "slices"));
  writeFileSync(broken, "no front matter");
  const { context, stderr } = createTestContext({ options: { content: [pack] } });
  await context.loadLibrary("slices");
  rmSync(broken);
  const { slices, rules, problems } = await context.loadLibrary("slices", "rules");
  expect(slices.length).toBeGreaterThan(3);
  expect(rules.length).toBeGreaterThan(3);
  expect(problems).toHaveLength(1);
  expect(stderr().match(/broken\.md/g)).toHaveLength(1);
});

test.each([
  { env: {}, rows: "24" },
  { env: { ACCESSIBLE: "1" }, rows: "undefined" },
  { env: { TERM: "dumb" }, rows: "undefined" },
])("only what is drawn has to fit in the window: $env", ({ env, rows }) => {
  const { world, stdout } = createTestWorld(createTempFolder(), { terminal: true, env });
  Object.assign(world.stdout, { rows: 24 });
  const { stdout: screen } = createContext(world, root, {});
  screen.show((_: null, options) => `${options.rows}`, null);
  expect(stdout()).toBe(rows);
});
