import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { hashBytes } from "../../../src/files/hash.ts";
import { createLoopContext, projectAfter } from "../../helpers/loop.ts";
import { bytesOf, jpegSegment, makeJpeg, makePng } from "../../helpers/pictures.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const briefed = projectAfter("spec", "brief");
const jpg = makeJpeg(16, 8, [jpegSegment(0xfe, "Jane was here")]);
/** What is kept of it. */
const jpgKept = makeJpeg(16, 8);

const rest = [
  // Nothing ticked is asked about once more.
  ...[{ mark: [] }, { mark: [] }],
  { type: "Pulled the cable, and it said so." },
  ...[{ type: "" }, { mark: [] }],
];

test("attaches what is dropped at the question, and asks on", async () => {
  const narrow = "Screenshot at 9.41.00\u202fAM.png";
  const cwd = createTempFolder();
  for (const name of ["shot.png", narrow, "a.txt"])
    writeFileSync(join(cwd, name), name === "a.txt" ? "text" : makePng(name.length, 9));
  const { run, project, stderr } = createLoopContext({
    ...{ project: briefed, terminal: true, cwd },
    answers: [
      { choose: "met" },
      { type: `${join(cwd, narrow).replaceAll(" ", "\\ ")} ` },
      { type: pathToFileURL(join(cwd, "shot.png")).href },
      { type: join(cwd, "gone.png") },
      { type: "18 of 18 values match on June 8." },
      { choose: "met" },
      { type: join(cwd, "a.txt") },
      { choose: "met" },
      { type: "It took 3 minutes by stopwatch on June 8." },
      ...rest,
    ],
  });
  await run("review");
  expect(project().pictures).toMatchObject([
    { width: narrow.length, via: "asked" },
    { width: 8, via: "asked" },
  ]);
  expect(stderr()).toContain("Attached: 8 x 9 png. Now say what you saw.");
  expect(stderr()).toContain("wasn't found, so nothing was attached");
  const saw = project().answers.review?.saw as { each: Record<string, { text: string }> };
  expect(Object.values(saw.each).map(({ text }) => text)).toEqual([
    "18 of 18 values match on June 8.",
    join(cwd, "a.txt"),
    "It took 3 minutes by stopwatch on June 8.",
  ]);
});

/** Judges the first check with what is typed, and returns what is kept of it. */
async function judgeFirst(cwd: string, ...typed: { type: string; startsOn?: string }[]) {
  const loop = createLoopContext({
    ...{ project: briefed, terminal: true, cwd },
    answers: [
      { choose: "met" },
      ...typed,
      { choose: "met" },
      { type: "Read all 40 rows." },
      { choose: "met" },
      { type: "It took 3 minutes by stopwatch on June 8." },
      ...rest,
    ],
  });
  await loop.run("review");
  const saw = loop.project().answers.review?.saw as { each: Record<string, { text: string }> };
  const [first] = Object.values(saw.each);
  return { saw: first?.text, pictures: loop.project().pictures ?? [], stderr: loop.stderr() };
}

const wordsBeside: [string, (path: string) => string, string][] = [
  ["behind", (path) => `18 of 18 values match. '${path}' `, "18 of 18 values match."],
  ["before", (path) => `'${path}' 18 of 18 values match.`, "18 of 18 values match."],
  ["between", (path) => `As in "${path}", 18 of 18 match.`, "As in, 18 of 18 match."],
  [
    "at the end of",
    (path) => `18 of 18 values match, see ${path.replaceAll(" ", "\\ ")}.`,
    "18 of 18 values match, see.",
  ],
];

test.each(wordsBeside)(
  "attaches what is dropped %s words, and keeps them",
  async (_, say, kept) => {
    const cwd = createTempFolder();
    const path = join(cwd, "my shot.png");
    writeFileSync(path, makePng(8, 9));
    const { saw, pictures, stderr } = await judgeFirst(
      cwd,
      { type: say(path) },
      { type: "", startsOn: kept },
    );
    expect(pictures).toMatchObject([{ width: 8, via: "asked" }]);
    expect(stderr).toContain(
      "Attached: 8 x 9 png. Press Enter to keep your words, or change them.",
    );
    expect(saw).toBe(kept);
  },
);

test("attaches what is dropped at the new wording of a vague answer", async () => {
  const cwd = createTempFolder();
  writeFileSync(join(cwd, "shot.png"), makePng(8, 9));
  const loop = createLoopContext({
    ...{ project: briefed, terminal: true, cwd },
    answers: [
      { choose: "met" },
      { type: "It works." },
      { choose: "rewrite" },
      { type: `18 of 18 values match. ${join(cwd, "shot.png")}` },
      { type: "", startsOn: "18 of 18 values match." },
      "stop",
    ],
  });
  await expect(loop.run("review")).rejects.toMatchObject({ exitCode: 130 });
  expect(loop.project().pictures).toMatchObject([{ width: 8 }]);
});

test("attaches what is there, and changes no other word", async () => {
  const cwd = createTempFolder();
  const path = join(cwd, "shot.png");
  writeFileSync(path, makePng(8, 9));
  writeFileSync(join(cwd, "v.svg"), "<svg/>");
  const first = 'It says "a.png" is missing.';
  const second = ` The .env file at :8080 asks for /img/logo.png and ${join(cwd, "v.svg")}, see`;
  const { saw, pictures, stderr } = await judgeFirst(
    cwd,
    { type: `${first} ${path}` },
    { type: `${first}${second} ${path} too`, startsOn: first },
    { type: "", startsOn: `${first}${second} too` },
  );
  expect(pictures).toHaveLength(1);
  expect(saw).toBe(`${first}${second} too`);
  expect(stderr).toContain("v.svg\" wasn't attached");
});

test("keeps a path in words that is no file here", async () => {
  const words = "The page asks for /img/logo.png twice.";
  const { saw, pictures } = await judgeFirst(
    createTempFolder(),
    { type: words },
    { type: "", startsOn: words },
  );
  expect(pictures).toEqual([]);
  expect(saw).toBe(words);
});

test("offers what is named after a check in the work folder, once", async () => {
  const path = createTempFolder();
  mkdirSync(join(path, "evidence"));
  for (const name of ["C1-table.png", "c1.JPG", "C12.png", "C2.txt", "other.png"])
    writeFileSync(
      join(path, "evidence", name),
      name.endsWith("JPG") ? jpg : makePng(name.length, 9),
    );
  writeFileSync(join(path, "evidence", "C3.png"), bytesOf("text"));
  const { run, project, stderr } = createLoopContext({
    ...{ project: { ...briefed, folder: { path } }, terminal: true, cwd: path },
    answers: [
      { choose: "met" },
      { mark: [hashBytes(jpgKept)], asked: "Which show what you saw?" },
      { type: "18 of 18 values match on June 8." },
      { choose: "met" },
      { type: "One column was renamed on June 8, and the run stopped." },
      "stop",
    ],
  });
  await expect(run("review")).rejects.toThrow("Stopped");
  expect(project().pictures).toMatchObject([{ type: "jpg", via: "folder" }]);
  const page = join(path, "page.html");
  await run("review", { output: page, print: true });
  expect(readFileSync(page, "utf8")).toContain(", found in the project&#39;s folder");
  expect(stderr()).not.toContain("C12");
  await run("review", { print: true });
});

test("takes a picture that is typed by its name, and says if there is none", async () => {
  const cwd = createTempFolder();
  writeFileSync(join(cwd, "shot.png"), makePng(8, 9));
  const { saw, pictures, stderr } = await judgeFirst(
    cwd,
    { type: "shot.png" },
    { type: "gone.png" },
    { type: "gone.png", startsOn: "gone.png" },
  );
  expect(stderr).toContain("Attached: 8 x 9 png. Now say what you saw.");
  expect(stderr).toContain('"gone.png" wasn\'t found, so nothing was attached.');
  expect([saw, pictures.length]).toEqual(["gone.png", 1]);
});
