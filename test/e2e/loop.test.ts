import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { expect, onTestFinished, test } from "vitest";
import { sampleAnswers } from "../helpers/loop.ts";
import { cleanEnv, runProgram } from "../helpers/program.ts";
import { openSharedProcess } from "../helpers/shared-process.ts";
import { readProgress } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";
import { keys, openTerminal } from "../helpers/terminal.ts";

/** Creates a home and functions to run the program in it. */
function openHome() {
  const home = createTempFolder();
  const saved = join(home, "saved", "progress.json");
  const run = openSharedProcess({ env: cleanEnv(home), cwd: home, after: onTestFinished });
  return {
    home,
    saved,
    run: (...words: string[]) => run(words),
    pipe: (input: unknown, ...words: string[]) =>
      runProgram(words, { home, input: JSON.stringify(input) }),
    read: () => readProgress(saved),
  };
}

type Home = ReturnType<typeof openHome>;

async function startSpecAndBrief({ home, run }: Home) {
  expect((await run("spec")).stderr).toBe("No project is open.\nStart one: builder-pm start\n");
  expect(await run("start", "script", "--title", "Monday report")).toMatchObject({
    code: 0,
    stdout: "",
  });
  expect((await run("start", "flow")).code).toBe(1);
  expect((await run("review")).stderr).toContain("Finish the spec first.");
  expect((await run("spec")).code).toBe(2);
  writeFileSync(join(home, "spec.json"), JSON.stringify(sampleAnswers.spec));
  const spec = await run("spec", "--answers", "spec.json");
  expect(spec).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^# Monday report: spec\n/),
  });
  const brief = await run("brief", "--answer", "prediction=3");
  expect(brief).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^# Monday report: brief\n/),
  });
  expect(brief.stderr).toMatch(
    /^\d+ words, about \d minutes to read\nGive this page [^\n]*\nNext: builder-pm log /,
  );
  expect((await run("brief", "--print")).stdout).toBe(brief.stdout);
}

async function changeTheSpec({ run }: Home) {
  const change = ["spec", "--answer", "checks.2=It stops and names the column."];
  expect((await run(...change)).code).toBe(2);
  const changed = await run(...change, "--because", "Too long");
  expect(changed).toMatchObject({ code: 0, stdout: expect.stringContaining("Because: Too long") });
}

async function reviewAndDecide({ run, pipe, read }: Home) {
  expect((await pipe(sampleAnswers.review, "review", "--answers", "-")).stdout).toContain(
    "to be met; 1 was.",
  );
  expect((await pipe(sampleAnswers.handoff, "handoff", "--answers", "-")).stdout).toContain(
    "**C2 not met:** It stops",
  );
  expect((await run("status", "--json")).stdout).toContain('"command": "builder-pm decide"');
  expect((await pipe(sampleAnswers.decide, "decide", "--answers", "-")).code).toBe(0);
  expect((await run("handoff", "--answer", "reply=Mira: join on shop and number.")).code).toBe(0);
  expect(read().projects[0]?.closed?.as).toBe("done");
}

async function exportTheReport({ home, run }: Home) {
  expect(await run("export", "--project", "script", "-o", "loop.md")).toMatchObject({
    code: 0,
    stdout: "",
  });
  const report = readFileSync(join(home, "loop.md"), "utf8");
  expect(report.match(/^#{1,2} .*/gm)).toEqual([
    "# Project: Monday report",
    "## Spec",
    "## Review",
    "## Handoff",
    "## Decision",
    "## Changed after the brief",
    "## How this was judged",
    "## Passes",
    "## Parked ideas",
  ]);
  const exported = (await run("export")).stdout;
  expect(exported).toContain("1 kept");
  for (const part of [
    "send it by itself",
    "35 minutes: runs, but C2 fails",
    "join on shop and number",
  ]) {
    expect(exported).toContain(part);
    expect(report).toContain(part);
  }
}

test("the whole loop works by flags, from a slice to a decision and a report", async () => {
  const home = openHome();
  await startSpecAndBrief(home);
  expect((await home.run("log", "runs, but C2 fails", "--minutes", "35")).code).toBe(0);
  expect((await home.run("park", "send it by itself")).code).toBe(0);
  await changeTheSpec(home);
  await reviewAndDecide(home);
  await exportTheReport(home);
});

test("a pass over budget exits with 1, and the suggested command works", async () => {
  const { run } = openHome();
  await run("start", "script", "--passes", "1");
  await run("log", "first", "--minutes", "5");
  const refused = await run("log", "second", "--minutes", "7");
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  const [, words = ""] = /^ {2}builder-pm (log .*)$/m.exec(refused.stderr) ?? [];
  const parts = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? "",
  );
  expect(parts).toEqual(["log", "second", "--minutes", "7", "--extend", "60", "--because", "..."]);
  // The dots stand for a reason, so they aren't taken for one.
  expect(await run(...parts)).toMatchObject({ code: 2 });
  expect((await run(...parts.with(-1, "One check is left."))).stderr).toContain(
    "Saved. Budget: 12 of 300 minutes, 2 of 2 passes used.",
  );
});

test.skipIf(process.platform === "win32")(
  "continues at the next question after it was killed during spec",
  async () => {
    const { home, run, read } = openHome();
    await run("start", "script");
    const first = openTerminal(["spec"], { home });
    await first.waitFor(/Question 1 of 9[\s\S]*\n >/);
    first.press("Priya joins 2 files by hand, 42 minutes", keys.enter);
    await first.waitFor(/Question 2 of 8[\s\S]*\n >/);
    first.press("From 42 to 10 minutes, or we stop", keys.enter);
    await first.waitFor(/Question 3 of 8[\s\S]*\n >/);
    first.press("half a sente");
    await first.waitFor("half a sente");
    process.kill(first.pid, "SIGKILL");
    await first.waitForEnd();
    expect(Object.keys(read().projects[0]?.answers.spec ?? {})).toEqual(["problem", "bet"]);

    const second = openTerminal(["spec"], { home });
    await second.waitFor("Question 3 of 8");
    expect(second.lines().join("\n")).not.toContain("Question 2 of 8");
    second.press(keys.ctrlC);
    expect(await second.waitForEnd()).toBe(130);
    expect(second.lines().join("\n")).toContain(
      "Stopped. 2 of 8 answers are saved. To continue: builder-pm spec",
    );
  },
);

test("markup and 10,000 characters come out as typed", async () => {
  const { run, pipe } = openHome();
  await run("start", "script");
  const markup = "<b>bold</b> |x| [y](https://z.example) `code` **stars** {{spec.bet}} $& C1";
  const long = "word ".repeat(2000).trim();
  const answers = {
    ...sampleAnswers.spec,
    problem: markup,
    bet: long,
    stop: "# stop\n- now\n1. go",
    path: "a\u001b[31mb\u0007",
  };
  const spec = await pipe(answers, "spec", "--answers", "-");
  expect(spec.code).toBe(0);
  expect(spec.stdout).not.toMatch(/[\u001b\u0007]/);
  const exported = (await run("export", "--project", "script")).stdout;
  const shown = new MarkdownIt({ linkify: true }).render(exported);
  const text = shown
    .replace(/<\/?code>/g, "`")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
  for (const part of [markup, long, "# stop", "- now", "1. go"]) expect(text).toContain(part);
  expect(shown.match(/<a [^>]*>[^<]*/g)).toEqual(['<a href="https://z.example">https://z.example']);
  const brief = await run("brief", "--answer", "prediction=1");
  expect(brief.stdout).not.toMatch(/[\u001b\u0007]/);
  expect(brief.stdout).toContain(markup.slice(0, 60));
  expect(brief.stdout.replace(/\s+/g, " ")).toContain(long);
});

test("status fits 24 rows of 80 columns and wraps at words in 50", async () => {
  const { home, run, pipe } = openHome();
  for (const item of ["problem", "slice", "spec", "review", "engineer"])
    await run("check", "--answer", `${item}=partly`);
  await run("start", "script", "--title", "Monday report");
  await pipe(sampleAnswers.spec, "spec", "--answers", "-");
  await run("brief", "--answer", "prediction=2");
  await run("park", "send it");
  const wide = openTerminal(["status"], { home });
  expect(await wide.waitForEnd()).toBe(0);
  expect(wide.screen().join("\n")).toContain("Reality check");
  expect(wide.screen().join("\n")).toContain(
    "[x] Spec  [x] Brief  [ ] Review  [ ] Handoff  [ ] Decision",
  );
  const narrow = openTerminal(["status"], { home, columns: 50, rows: 60 });
  expect(await narrow.waitForEnd()).toBe(0);
  expect(narrow.brokenLines()).toEqual([]);
  expect(narrow.lines().join("\n")).toMatch(
    /You expected 2 of 3 checks to be met\.[\s\S]*builder-pm log/,
  );
});

test("the root help with all its steps fits 30 lines of 80 columns", async () => {
  const { stdout } = await runProgram(["--help"]);
  const lines = stdout.trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(30);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});
