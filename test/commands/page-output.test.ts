import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { runExport } from "../../src/commands/export.ts";
import { readPageOutput, writeOutput } from "../../src/commands/shared/page-output.ts";
import { createLoopContext, newProject, projectAfter } from "../helpers/loop.ts";

const ended = projectAfter("spec", "brief", "review", "handoff", "decide");
const all = ["markdown", "text", "html", "json"] as const;

test.each([
  { output: "a.md", format: "markdown" },
  { output: "a.TXT", format: "text" },
  { output: "b/a.html", format: "html" },
  { output: "a.json", format: "json" },
  { output: "page", format: "markdown" },
  { output: "-", format: "markdown" },
  { output: "a.bin", wanted: "html", format: "html" },
])("$output is written as $format", ({ output, wanted, format }) => {
  const read = readPageOutput({ output, ...(wanted ? { format: wanted } : {}) }, all);
  expect(read).toEqual({ format, file: output === "-" ? undefined : output, force: false });
});

test.each([
  { output: "a.docx", formats: all, message: /^"a\.docx" can't be written as \.docx/ },
  { output: "a.json", formats: all.slice(0, 3), message: /^"a\.json" can't be written as \.json/ },
  { output: "a.html", format: "json", formats: all, message: /"a\.html" ends in \.html/ },
])("$output can't be written", ({ formats, message, ...options }) => {
  const read = () => readPageOutput(options, formats);
  expect(read).toThrow(
    expect.objectContaining({ exitCode: 2, message: expect.stringMatching(message) }),
  );
});

test("every step of an ended project is written as HTML, and its address is printed", async () => {
  for (const id of ["spec", "brief", "review", "handoff", "decide"]) {
    const { run, home, stderr, stdout, bytes } = createLoopContext({ project: ended });
    const before = bytes();
    const output = join(home, `${id}.html`);
    await run(id, { output, project: ended.id });
    expect(readFileSync(output, "utf8")).toMatch(/^<!doctype html><html lang="en">.*<h1/s);
    expect(stderr()).toContain(`Open it in a browser: ${pathToFileURL(output).href}\n`);
    expect(stdout()).toBe("");
    expect(bytes()).toBe(before);
  }
});

test("a page in a format goes to standard output without a file", async () => {
  const { run, stdout } = createLoopContext({ project: ended });
  await run("review", { format: "html" });
  expect(stdout()).toMatch(/^<!doctype html>.*<\/html>$/s);
});

test("a page is written when its step is finished by flags", async () => {
  const { run, home, stdout } = createLoopContext({
    project: projectAfter("spec", "brief", "review"),
  });
  const output = join(home, "handoff.txt");
  await run("handoff", { output, answer: ["engineer=Mira", "faked=Nothing", "status=throwaway"] });
  expect(readFileSync(output, "utf8")).toMatch(/^Monday report: handoff\n\nFor: Mira/);
  expect(stdout()).toBe("");
});

test("an existing file is kept unless --force says otherwise", async () => {
  const { run, home } = createLoopContext({ project: ended });
  const output = join(home, "page.html");
  await run("spec", { output });
  await expect(run("review", { output })).rejects.toThrow("exists");
  await run("review", { output, force: true });
  expect(readFileSync(output, "utf8")).toContain("Prediction and result");
});

test("--json is about the answers, not the page", async () => {
  const { run } = createLoopContext({ project: ended });
  await expect(run("spec", { json: true, output: "x.html" })).rejects.toMatchObject({
    exitCode: 2,
  });
});

test.each(["html", "markdown", "text"])("a secret stops a page in %s", async (format) => {
  const mail = ["priya.k", "northwind-billing.de"].join("@");
  const project = newProject({ title: `Ask <${mail}> & co`, answers: ended.answers });
  const { run, context, stdout } = createLoopContext({ project });
  await expect(run("spec", { format, print: true })).rejects.toThrow("Nothing was printed.");
  await expect(runExport(context, { format })).rejects.toThrow("Nothing was printed.");
  expect(stdout()).toBe("");
});

test("says when a page is too large for many mail programs", () => {
  const { context, home, file, stderr } = createLoopContext();
  const page = { format: "html", file: join(home, "large.html"), force: false };
  writeOutput(context, "x".repeat(13 * 1024 * 1024), page, file);
  expect(stderr()).toContain("It has 13 MB. Many mail programs refuse more than 10 MB.");
});
