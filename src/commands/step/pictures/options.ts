import type { Context } from "../../../context.ts";
import { readDroppedPaths } from "../../../domain/picture/dropped-paths.ts";
import { MAX_MEGAPIXELS, MAX_PICTURE_MEGABYTES } from "../../../domain/picture/picture-limits.ts";
import { describeNamed } from "../../../domain/progress/progress.ts";
import type { Picture } from "../../../domain/project/picture.ts";
import { picturesOf } from "../../../domain/project/pictures.ts";
import { entriesOf, findAnswer } from "../../../domain/project/project.ts";
import type { StepSession } from "../../../domain/project/session.ts";
import { countOf, quote } from "../../../domain/text/words.ts";
import { ExitCode, UserError } from "../../../errors.ts";
import { hasWindowsPaths } from "../../../files/folder.ts";
import { findSpelled } from "../../../files/plain-file.ts";
import { describePicture, describeReadPicture } from "../../../render/page/pictures.ts";
import { readHome } from "../../../store/place.ts";
import { usageError } from "../../shared/arguments.ts";
import type { StepWork } from "../work.ts";
import { type GivenPicture, type PictureTarget, readPictureFile, savePictures } from "./attach.ts";

/** What `--attach` and `--detach` name, as it was typed. */
export interface PictureOptions {
  attach: readonly string[];
  detach: readonly string[];
}

/** Attaches and takes off what options name, as one change, and says what was done. */
export async function changeByOptions(
  context: Context,
  work: StepWork,
  { attach, detach }: PictureOptions,
): Promise<StepWork> {
  const { session } = work;
  assertNoAgent(context, session);
  const removed = detach.flatMap((words) => findAttached(session, words));
  const added = attach.map((words) => readAttached(context, session, words));
  const after = await savePictures(context, work, { added, removed, via: "flag" });
  for (const picture of removed) {
    const number = findNumber(session, picture);
    context.stderr.line(`Taken off check ${number}: ${describePicture(picture)}.`);
  }
  if (removed.length > 0) context.stderr.line("To bring back what was taken off: builder-pm undo");
  for (const { target, read } of added)
    context.stderr.line(`Attached to check ${target.entry.number}: ${describeReadPicture(read)}.`);
  return after;
}

/**
 * Throws in the shell of a coding agent. What it adds would stand on the pages as what the person
 * saw; from the folder, the review offers it, and the person decides.
 */
function assertNoAgent({ agent }: Context, { step, progress, project }: StepSession): void {
  if (agent === undefined) return;
  const own = `builder-pm ${step.id}${describeNamed(progress, project)}`;
  throw new UserError("What the person saw is theirs to show, so nothing was changed.", {
    fix: [
      "Put a picture of check 2 into the project's folder as evidence/C2.png:",
      `the person is asked about it in their own terminal: ${own}`,
    ].join("\n"),
  });
}

/** Reads a word such as `2=shot.png`. */
function readAttached(context: Context, session: StepSession, words: string): GivenPicture {
  const [, number, path] = /^C?(\d+)=([\s\S]+)$/i.exec(words) ?? [];
  if (number === undefined || path === undefined)
    throw usageError(`"${words}" doesn't say which check it shows.`, "Write it as: 2=shot.png");
  const target = findTarget(session, Number(number));
  const read = readPictureFile(findNamedFile(context, path));
  if ("problem" in read)
    throw new UserError(`${quote(path)} can't be attached: ${read.problem}. Nothing was saved.`, {
      fix: read.isAbsent ? "Check the path, or drop the file into the terminal." : CHOOSE_OTHER,
    });
  return { target, read };
}

const CHOOSE_OTHER =
  `Choose a png, jpg, gif or webp file of at most ${MAX_PICTURE_MEGABYTES} MB ` +
  `and ${MAX_MEGAPIXELS} megapixels.`;

/** Finds a file under the name that was typed, else as a terminal pastes it. */
function findNamedFile({ folder }: Context, path: string): string {
  const place = { home: readHome(), hasWindowsPaths };
  const names = [path, ...readDroppedPaths(path, place).flat()];
  const found = names.map((name) => findSpelled(name, folder));
  return found.find((full) => full !== undefined) ?? path;
}

function findTarget({ step, project }: StepSession, number: number): PictureTarget {
  const question = step.questions.find(({ pictures }) => pictures);
  const entries = entriesOf(findAnswer(project, question?.each ?? ""));
  const entry = entries[number - 1];
  if (question && entry) return { question, entry: { ...entry, number } };
  throw usageError(
    `There is no check ${number}. Nothing was saved.`,
    entries.length > 0 ? `There are ${countOf(entries.length, "check")}.` : "builder-pm status",
  );
}

/** Finds the pictures that a word such as `2`, or `2.1` for the first one, means. */
function findAttached(session: StepSession, words: string): Picture[] {
  const [, number, place] = /^C?(\d+)(?:\.(\d+))?$/i.exec(words) ?? [];
  if (number === undefined)
    throw usageError(`"${words}" isn't the number of a check.`, "Write it as: --detach 2");
  const { question, entry } = findTarget(session, Number(number));
  const { project, step } = session;
  const round = project.rounds.length + 1;
  const all = picturesOf(project, `${step.id}.${question.id}`, entry.id);
  const found = all.filter(
    (picture, index) =>
      picture.round === round && (place === undefined || index === Number(place) - 1),
  );
  if (found.length > 0) return found;
  throw new UserError(`Check ${words} has no picture of this round. Nothing was changed.`, {
    exitCode: ExitCode.usage,
    fix: `To see them: builder-pm ${step.id} --print`,
  });
}

/** Returns the number of the check that a picture belongs to. */
function findNumber({ step, project }: StepSession, { of }: Picture): number {
  const question = step.questions.find(({ pictures }) => pictures);
  return entriesOf(findAnswer(project, question?.each ?? "")).findIndex(({ id }) => id === of) + 1;
}
