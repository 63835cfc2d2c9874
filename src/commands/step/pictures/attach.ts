import type { Context } from "../../../context.ts";
import { MAX_PICTURE_MEGABYTES } from "../../../domain/picture/picture-limits.ts";
import {
  type PictureProblem,
  type ReadPicture,
  readPicture,
} from "../../../domain/picture/read-picture.ts";
import { describeNamed } from "../../../domain/progress/progress.ts";
import type { Picture } from "../../../domain/project/picture.ts";
import {
  addPicture,
  describePictureExcess,
  removePicture,
} from "../../../domain/project/pictures.ts";
import type { QuestionInstance } from "../../../domain/project/question-instance.ts";
import type { StepSession } from "../../../domain/project/session.ts";
import { UserError } from "../../../errors.ts";
import { hashBytes } from "../../../files/hash.ts";
import { readPlainFile } from "../../../files/plain-file.ts";
import { removeUnusedPictures, writePictureBytes } from "../../../store/pictures.ts";
import { assertTurn } from "../preconditions.ts";
import { type StepWork, saveStep } from "../work.ts";

/** A line of a list that pictures can belong to, and the question that they answer. */
export type PictureTarget = Required<QuestionInstance>;

/** A picture with the line that it belongs to. */
export interface GivenPicture {
  target: PictureTarget;
  read: ReadPicture;
}

/** What changes: pictures that come, with how they were given, and pictures that go. */
export interface PictureChange {
  added: readonly GivenPicture[];
  via: Picture["via"];
  removed?: readonly Picture[];
}

/** Reads a picture from a file. Returns the reason, as a clause, if it can't be one. */
export function readPictureFile(path: string): ReadPicture | PictureProblem {
  const file = readPlainFile(path, MAX_PICTURE_MEGABYTES);
  if (file.is === "absent") return { problem: "it wasn't found", isAbsent: true };
  return file.is === "unread" ? { problem: file.because } : readPicture(file.bytes);
}

/**
 * Saves pictures with the answers they belong to: first their bytes, then what refers to them, as
 * one change. Throws a UserError if the project is finished, or they would take too much room.
 */
export function savePictures(
  context: Context,
  work: StepWork,
  { added, via, removed = [] }: PictureChange,
): Promise<StepWork> {
  const { file } = work.app.store;
  return saveStep(work, (session) => {
    assertPicturesChange(session, added);
    removeUnusedPictures(file);
    const pictures = added.map((given) => describeGiven(context, session, given, via));
    const changed = session.keepPictures((project) =>
      pictures.reduce(addPicture, removed.reduce(removePicture, project)),
    );
    const { progress, project } = changed;
    const excess = added.length > 0 && describePictureExcess(progress.projects, project);
    if (excess) throw excessError(session, excess);
    for (const [index, picture] of pictures.entries())
      writePictureBytes(file, picture, added[index]?.read.bytes ?? new Uint8Array());
    return changed;
  });
}

/** Throws if the step can't have pictures now, or a line that one belongs to is gone. */
function assertPicturesChange(session: StepSession, added: readonly GivenPicture[]): void {
  const { project, step } = session;
  if (project.closed)
    throw new UserError(
      `"${project.title}" (${project.id}) is finished, so its pictures can't be changed anymore.`,
      { fix: "builder-pm projects" },
    );
  assertTurn(session);
  const gone = added.find(({ target }) => !session.hasEntry(target));
  if (gone)
    throw new UserError(`"${gone.target.entry.text}" was removed, so nothing was attached.`, {
      fix: `builder-pm ${step.id}`,
    });
}

function describeGiven(
  context: Context,
  { project, step }: StepSession,
  { target: { question, entry }, read }: GivenPicture,
  via: Picture["via"],
): Picture {
  const { type, width, height, animated, bytes } = read;
  return {
    question: `${step.id}.${question.id}`,
    of: entry.id,
    round: project.rounds.length + 1,
    sha256: hashBytes(bytes),
    ...{ type, width, height, bytes: bytes.length },
    ...(animated ? { animated } : {}),
    at: context.now().toISOString(),
    via,
  };
}

function excessError({ step, project, progress }: StepSession, excess: string): UserError {
  const named = describeNamed(progress, project);
  return new UserError(`${excess} Nothing was attached.`, {
    fix: `Take one off: builder-pm ${step.id} --detach 2${named}. Or attach a smaller one.`,
  });
}
