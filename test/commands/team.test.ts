import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runTeam } from "../../src/commands/team.ts";
import { createTestContext, root } from "../helpers/context.ts";
import { show } from "../helpers/snapshot.ts";
import { openTeam, summaryOf } from "../helpers/team.ts";

const twelve = join(root, "test", "fixtures", "team");

/** The summaries of three people who each kept one project. */
function three(): Record<string, unknown> {
  const decisions = [{ slice: "script", decision: "done" as const, count: 1 }];
  return Object.fromEntries(
    [1, 2, 3].map((person) => [
      `${person}.json`,
      summaryOf(person, { decisions, predictions: { tooHigh: person, exact: 0, tooLow: 0 } }),
    ]),
  );
}

test.each([80, 50])("twelve people over six months, in %d columns", async (columns) => {
  const { context, stdout, stderr } = createTestContext({ columns });
  await runTeam(context, twelve);
  expect(show(stdout())).toMatchSnapshot();
  expect(stderr()).toBe("");
  for (const line of stdout().split("\n")) expect(line.length).toBeLessThanOrEqual(columns);
});

test("prints JSON with the fields that programs know", async () => {
  const { context, stdout } = createTestContext();
  await runTeam(context, twelve, { json: true });
  const team = JSON.parse(stdout()) as Record<string, unknown>;
  expect(Object.keys(team)).toEqual([
    ...["version", "people", "months", "items", "decisions", "predictions", "causes", "claims"],
    ...["practice", "ideaToArtifact", "teachNext", "left"],
  ]);
  expect(team).toMatchSnapshot();
});

test("the newest items of a person count, and the events of all months are summed", async () => {
  const level = (name: "none" | "said") => [{ item: "spec", level: name }];
  const decisions = [{ slice: "script", decision: "killed" as const, count: 2 }];
  const files = Object.fromEntries(
    [1, 2, 3].flatMap((person) => [
      [`a${person}.json`, summaryOf(person, { month: "2026-09", items: level("none"), decisions })],
      [`b${person}.json`, summaryOf(person, { month: "2026-10", items: level("said"), decisions })],
    ]),
  );
  const team = await openTeam(files).json();
  expect(team).toMatchObject({ people: 3, months: ["2026-09", "2026-10"] });
  expect(team.decisions).toMatchObject({ total: 12 });
  expect(team.items).toContainEqual(expect.objectContaining({ id: "spec", true: 3 }));
});

test("an id that isn't shipped is never shown", async () => {
  const files = Object.fromEntries(
    [1, 2, 3].map((person) => [
      `${person}.json`,
      summaryOf(person, {
        items: [{ item: "ada-is-slow", level: "none" }],
        decisions: [{ slice: "ada-is-slow", decision: "done", count: person }],
        misses: [{ cause: "ada-is-slow", about: "error", count: person }],
      }),
    ]),
  );
  const { run, stdout, json } = openTeam(files);
  await run();
  expect(stdout()).toContain("A reason of your own");
  expect(stdout()).not.toContain("ada");
  expect(JSON.stringify(await openTeam(files).json())).not.toContain("ada");
  expect(json).toBeDefined();
});

describe("files that don't count", () => {
  test("are named with a reason, and the others count", async () => {
    const { run, folder, stdout } = openTeam({
      ...three(),
      "huge.json": "x".repeat(70_000),
      "text.json": "\u001b[31mhello",
      "package.json": { name: "app", version: "1.0.0" },
      "notes.md": "not looked at",
      "newer.json": { ...summaryOf(4), version: 2 },
      "later.json": summaryOf(5, { month: "2027-01" }),
      "again.json": summaryOf(1),
    });
    mkdirSync(join(folder, "folder.json"));
    symlinkSync("/etc/passwd", join(folder, "link.json"));
    symlinkSync(join(folder, "1.json"), join(folder, "inside.json"));
    if (process.platform !== "win32") execFileSync("mkfifo", [join(folder, "pipe.json")]);
    await run();
    const left = stdout().slice(stdout().indexOf("  Files that"));
    expect(show(left)).toMatchInlineSnapshot(`
      "|  Files that weren't counted
      |  - "again.json": "1.json" has the same person and month.
      |  - "folder.json": it is a folder.
      |  - "huge.json": it is larger than 64 kB.
      |  - "inside.json": it is a link.
      |  - "later.json": 2027-01 is in the future.
      |  - "link.json": it is a link.
      |  - "newer.json": a newer version of builder-pm wrote it; update builder-pm.
      |  - "package.json": it isn't a summary from builder-pm.
      |  - "pipe.json": it isn't a file.
      |  - "text.json": it isn't JSON.
      |"
    `);
    expect(stdout()).toContain("3 people, Nov 2026.");
  });

  test("a big sparse file isn't read", async () => {
    const { folder, json } = openTeam({ ...three(), "sparse.json": "" });
    truncateSync(join(folder, "sparse.json"), 2 ** 34);
    expect((await json()).left).toEqual([
      { file: "sparse.json", reason: "it is larger than 64 kB" },
    ]);
  });
});

describe("too few people", () => {
  test("an empty folder", async () => {
    const { run, folder } = openTeam({});
    await expect(run()).rejects.toMatchObject({
      message: `There are no summaries in "${folder}".`,
      fix: `Each person adds a file: builder-pm export --summary -o ${folder}`,
    });
  });

  test("two people", async () => {
    const { run, stdout } = openTeam({ "1.json": summaryOf(1), "2.json": summaryOf(2) });
    await expect(run()).rejects.toThrow(
      "Only 2 people shared a summary. Figures need at least 3 people, so that they say " +
        "nothing about one.",
    );
    expect(stdout()).toBe("");
  });

  test("other files only", async () => {
    const { run, stderr } = openTeam({ "package.json": "{}" });
    await expect(run()).rejects.toThrow("There are no summaries");
    expect(stderr()).toBe('Not counted: "package.json": it isn\'t a summary from builder-pm.\n');
  });

  test("in the newest month", async () => {
    const { run, stdout } = openTeam({ ...three(), "9.json": summaryOf(1, { month: "2026-10" }) });
    await run();
    expect(stdout()).toContain("3 people, Oct to Nov 2026.");
  });
});

test.each([
  { name: "missing", message: "can't be read: it doesn't exist." },
  { name: "1.json", message: "is not a folder." },
])("a folder that is $name", async ({ name, message }) => {
  const { context, folder } = openTeam(three());
  await expect(runTeam(context, join(folder, name))).rejects.toThrow(message);
});

test.each([
  ["1.json", JSON.stringify(summaryOf(1)), /^For all summaries beside it: builder-pm team \S+$/],
  ["page.html", "<p>My page</p>", /^It holds no summary either\. /],
])("the file %s in place of a folder", async (name, text, fix) => {
  const { context, folder } = openTeam(three());
  writeFileSync(join(folder, name), text);
  await expect(runTeam(context, join(folder, name))).rejects.toMatchObject({
    fix: expect.stringMatching(fix),
  });
});

describe("a page to pass on", () => {
  test.each(["html", "md", "txt", "json"])("by the ending .%s", async (ending) => {
    const { context, home, stdout, stderr } = createTestContext();
    const output = join(home, `team.${ending}`);
    await runTeam(context, twelve, { output });
    const text = readFileSync(output, "utf8");
    expect(text).toContain("quality-bar");
    expect(
      text.startsWith({ html: "<!doctype html>", md: "# What", json: "{" }[ending] ?? "  What"),
    ).toBe(true);
    expect(stdout()).toBe("");
    expect(stderr()).toContain(`Written to "${output}".`);
    await expect(runTeam(context, twelve, { output })).rejects.toThrow("already exists");
    await runTeam(context, twelve, { output, force: true });
  });

  test("names no file that couldn't be counted, because a name can be a person's", async () => {
    const { context, home, folder } = openTeam({ ...three(), "ada-lovelace.json": "{}" });
    for (const ending of ["html", "md"]) {
      const output = join(home, `team.${ending}`);
      await runTeam(context, folder, { output });
      const text = readFileSync(output, "utf8");
      expect(text).toMatch(/1 file couldn(?:'|&#39;)t be counted\./);
      expect(text).not.toContain("ada");
    }
  });

  test("an ending that is no format", async () => {
    const { context, home } = createTestContext();
    await expect(runTeam(context, twelve, { output: join(home, "team.pdf") })).rejects.toThrow(
      "can't be written as .pdf",
    );
  });

  test("--format html goes to stdout", async () => {
    const { context, stdout } = createTestContext();
    await runTeam(context, twelve, { format: "html" });
    expect(stdout()).toMatch(/^<!doctype html>.*<\/html>$/s);
  });
});

test("names the ideas of people's own, and the slices by their titles", async () => {
  const decisions = ["own", "script"].map((slice) => ({ slice, decision: "done", count: 3 }));
  const files = [1, 2, 3].map((person) => [
    `${person}.json`,
    summaryOf(person, { decisions } as never),
  ]);
  const { run, stdout } = openTeam(Object.fromEntries(files));
  await run();
  expect(stdout()).toContain("ideas of their own 9");
  const text = stdout().replaceAll(/\s+/g, " ");
  expect(text).toContain('"A script that saves you 30 minutes every week" 9');
  const [, figures = "", parts = ""] = /\n( +Kept +)18\n( +\S.*)\n/.exec(stdout()) ?? [];
  expect(parts.length).toBeLessThanOrEqual(figures.length);
  expect(parts).not.toBe("");
});
