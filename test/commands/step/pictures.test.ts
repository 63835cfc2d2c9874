import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runUndo } from "../../../src/commands/undo.ts";
import {
  createLoopContext,
  entriesAt,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import { jpegSegment, makeJpeg, makePng } from "../../helpers/pictures.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const briefed = projectAfter("spec", "brief");
const reviewed = projectAfter("spec", "brief", "review");
const png = makePng(40, 30);
const jpg = makeJpeg(16, 8, [jpegSegment(0xfe, "Jane was here")]);

/** Opens a context in a folder with two pictures and a text. */
function openWithFiles(settings: Parameters<typeof createLoopContext>[0] = {}) {
  const cwd = createTempFolder();
  writeFileSync(join(cwd, "shot.png"), png);
  writeFileSync(join(cwd, "My photo.jpg"), jpg);
  writeFileSync(join(cwd, "notes.png"), "<svg>");
  const loop = createLoopContext({ project: briefed, cwd, ...settings });
  const listStored = () => {
    const folder = join(loop.home, "pictures");
    return existsSync(folder) ? readdirSync(folder).toSorted() : [];
  };
  return { ...loop, cwd, listStored };
}

test("attaches pictures by flag, cleaned, readable by this account alone", async () => {
  const { run, project, stderr, home, listStored, bytes } = openWithFiles();
  await run("review", { attach: ["2=shot.png", "3=My photo.jpg"] });
  const { pictures = [] } = project();
  expect(pictures).toMatchObject([
    { question: "review.saw", round: 1, type: "png", width: 40, height: 30, via: "flag" },
    { question: "review.saw", round: 1, type: "jpg", width: 16, height: 8, via: "flag" },
  ]);
  const checks = entriesAt(briefed, "spec.checks");
  expect(pictures.map(({ of }) => of)).toEqual([checks[1]?.id, checks[2]?.id]);
  expect(listStored()).toEqual(pictures.map(({ sha256, type }) => `${sha256}.${type}`).toSorted());
  for (const name of listStored())
    expect(statSync(join(home, "pictures", name)).mode & 0o777).toBe(0o600);
  expect(statSync(join(home, "pictures")).mode & 0o777).toBe(0o700);
  expect(stderr()).toContain("Attached to check 2: 40 x 30 png.\n");
  expect(bytes()).not.toContain("photo");
});

test.each([
  { words: "2", fix: "Write it as: 2=shot.png", code: 2 },
  { words: "9=shot.png", fix: "There are 3 checks.", code: 2 },
  {
    ...{ words: "2=gone.png", message: "it wasn't found" },
    fix: "Check the path, or drop the file into the terminal.",
  },
  {
    ...{ words: "2=notes.png", message: "it is SVG or HTML" },
    fix: "Choose a png, jpg, gif or webp file of at most 5 MB and 40 megapixels.",
  },
  { words: "2=.", message: "it isn't a file" },
  { words: "2=link.png", message: "it is a link" },
  { words: "2=pipe.png", message: "it isn't a file" },
])("refuses --attach $words, and saves nothing", async ({ words, message, fix, code }) => {
  const { run, cwd, project, listStored } = openWithFiles();
  symlinkSync(join(cwd, "shot.png"), join(cwd, "link.png"));
  execFileSync("mkfifo", [join(cwd, "pipe.png")]);
  const refused = run("review", { attach: ["1=shot.png", words] });
  await expect(refused).rejects.toMatchObject({
    ...(message ? { message: expect.stringContaining(message) } : {}),
    ...(fix ? { fix } : {}),
    exitCode: code ?? 1,
  });
  expect(project().pictures).toBeUndefined();
  expect(listStored()).toEqual([]);
});

test("lists pictures in JSON with the answer that they belong to", async () => {
  const { run, stdout } = openWithFiles();
  await run("review", { attach: ["2=shot.png"], json: true });
  const { questions } = JSON.parse(stdout());
  const listed = questions.flatMap(({ id, pictures }: { id: string; pictures?: object[] }) =>
    pictures ? [[id, pictures]] : [],
  );
  expect(listed).toEqual([
    ["saw.1", []],
    ["saw.2", [expect.objectContaining({ type: "png", width: 40, height: 30, via: "flag" })]],
    ["saw.3", []],
  ]);
});

test("takes pictures off, and keeps a file as long as an undo step refers to it", async () => {
  const { context, run, project, listStored, stderr } = openWithFiles();
  await run("review", { attach: ["2=shot.png", "2=My photo.jpg"] });
  await run("review", { detach: ["2.1"] });
  expect(project().pictures).toMatchObject([{ type: "jpg" }]);
  expect(stderr()).toContain(
    "Taken off check 2: 40 x 30 png.\nTo bring back what was taken off: builder-pm undo\n",
  );
  await run("review", { detach: ["2"] });
  expect(project().pictures).toEqual([]);
  expect(listStored()).toHaveLength(2);
  await runUndo(context);
  await runUndo(context);
  expect(project().pictures).toHaveLength(2);
  expect(stderr()).toContain("Undid: removing a picture");
  await runUndo(context);
  expect(project().pictures ?? []).toEqual([]);
  expect(stderr()).toContain("Undid: attaching 2 pictures");
});

test("removes a picture that no undo step and no backup refers to", async () => {
  const { run, file, listStored } = openWithFiles();
  await run("review", { attach: ["2=shot.png"] });
  const [kept] = listStored();
  await run("review", { answer: ["verdict.1=met"] });
  const bare = { version: 2, runs: [], projects: [briefed] };
  writeFileSync(file, JSON.stringify(bare));
  await run("review", { attach: ["1=My photo.jpg"] });
  expect(listStored()).toContain(kept);
  writeFileSync(`${file}.bak`, JSON.stringify(bare));
  await run("review", { attach: ["3=My photo.jpg"] });
  expect(listStored()).toHaveLength(1);
  expect(listStored()).not.toContain(kept);
});

test("doesn't detach what isn't there", async () => {
  const { run } = openWithFiles();
  await expect(run("review", { detach: ["2"] })).rejects.toMatchObject({ exitCode: 2 });
  await expect(run("review", { detach: ["two"] })).rejects.toMatchObject({ exitCode: 2 });
});

test("changes no pictures of a finished project, nor in an agent's shell", async () => {
  const closed = takeStep(
    projectAfter("spec", "brief", "review", "handoff"),
    "decide",
    sampleAnswers.decide ?? {},
  );
  const ended = openWithFiles({ project: closed });
  await expect(ended.run("review", { project: "script", attach: ["2=shot.png"] })).rejects.toThrow(
    "is finished",
  );
  const agent = openWithFiles({ env: { CLAUDECODE: "1" } });
  await expect(agent.run("review", { attach: ["2=shot.png"] })).rejects.toMatchObject({
    message: expect.stringContaining("theirs to show"),
    fix: expect.stringContaining("evidence/C2.png"),
    exitCode: 1,
  });
  expect(agent.project().pictures).toBeUndefined();
});

test("says on a page which pictures belong to a check", async () => {
  const { run, stdout } = openWithFiles({ project: reviewed });
  await run("review", { attach: ["2=shot.png"] });
  await run("review", { print: true });
  expect(stdout()).toMatch(/C2 not met[\s\S]*?\n {2}- Picture: 40 x 30 png\n[\s\S]*C3/);
});

test("says nothing of pictures to an agent, and shows those of an earlier round there", async () => {
  const { run, project } = openWithFiles({ project: reviewed });
  await run("review", { attach: ["2=shot.png"] });
  const handedOff = takeStep(project(), "handoff", sampleAnswers.handoff ?? {});
  const again = takeStep(handedOff, "decide", { ...sampleAnswers.decide, verdict: "revise" });
  const later = openWithFiles({ project: again });
  await later.run("brief", { print: true });
  expect(later.stdout()).toContain("Renamed shop");
  expect(later.stdout()).not.toContain("Picture");
  await later.run("review", { print: true });
  expect(later.stdout()).toContain("Picture: 40 x 30 png");
  const refused = later.run("review", { detach: ["2"] });
  await expect(refused).rejects.toThrow("Check 2 has no picture of this round.");
});

test("refuses to take more room than a project may", async () => {
  const full = {
    ...briefed,
    pictures: [
      {
        ...{
          question: "review.saw",
          of: "x",
          round: 1,
          sha256: "a".repeat(64),
          type: "png" as const,
        },
        ...{
          width: 1,
          height: 1,
          bytes: 40 * 1024 * 1024,
          at: briefed.startedAt,
          via: "flag" as const,
        },
      },
    ],
  };
  const { run, listStored } = openWithFiles({ project: full });
  await expect(run("review", { attach: ["2=shot.png"] })).rejects.toThrow(
    "The pictures of this project would take more than 40 MB. Nothing was attached.",
  );
  expect(listStored()).toEqual([]);
});

test("offers a picture of the work folder without the name that an agent gave it", async () => {
  const folder = createTempFolder();
  mkdirSync(join(folder, "evidence"));
  writeFileSync(join(folder, "evidence", "C1-all-18-values-met.png"), png);
  const asked: string[] = [];
  const { run, context, project, stderr } = createLoopContext({
    project: { ...briefed, folder: { path: folder } },
    terminal: true,
    answers: [{ choose: "met" }, { mark: [] }, "stop"],
  });
  const { ask } = context;
  context.ask = (note, work) =>
    ask(note, (prompter) => {
      const { multi } = prompter;
      return work({
        ...prompter,
        multi: async (question) => {
          asked.push(question.message, ...question.choices.map(({ label }) => label));
          // The next question is shown when it is what waits for an answer.
          expect(stderr()).not.toContain("What did you see");
          return multi(question);
        },
      });
    });
  await expect(run("review")).rejects.toMatchObject({ exitCode: 130 });
  expect(asked).toEqual([
    "The project's folder has pictures of C1. Which show what you saw?",
    "The picture of C1",
  ]);
  expect(stderr()).toContain("What did you see");
  expect(project().pictures ?? []).toEqual([]);
});
