import type { Context } from "../../../context.ts";
import { readDroppedPaths } from "../../../domain/picture/dropped-paths.ts";
import type { SessionQuestion } from "../../../domain/project/session-question.ts";
import { joinWords, quote } from "../../../domain/text/words.ts";
import { UserError } from "../../../errors.ts";
import { hasWindowsPaths } from "../../../files/folder.ts";
import { findSpelled } from "../../../files/plain-file.ts";
import { describeReadPicture } from "../../../render/page/pictures.ts";
import { readHome } from "../../../store/place.ts";
import type { Taken } from "../reply.ts";
import type { StepWork } from "../work.ts";
import { type GivenPicture, type PictureTarget, readPictureFile, savePictures } from "./attach.ts";

/** The endings of files that people take for pictures, of those that aren't taken too. */
const PICTURE_ENDING = /\.(?:png|jpe?g|gif|webp|svg|hei[cf]|avif|bmp|tiff?)$/i;

/** A sentence, and behind it one path, as a terminal pastes it. */
const WORDS_AND_PATH =
  /^(.*\S)[ \t]+('[^']+'|"[^"]+"|(?:file:|~?\/|[A-Za-z]:[\\/])(?:\\.|[^ \t\\'"]|\\)*)[ \t]*$/s;

/**
 * Attaches pictures if what was typed is the paths of some, as a terminal pastes them when they are
 * dropped into it, and returns what to say. Returns undefined for an answer in words. The files are
 * read at once, because macOS soon removes a screenshot that was dragged from the corner.
 */
export async function takeDropped(
  context: Context,
  work: StepWork,
  { question, entry }: SessionQuestion,
  typed: string,
): Promise<Taken | undefined> {
  if (!entry) return undefined;
  const target = { question, entry };
  const said = await takePaths(context, work, target, typed);
  if (said !== undefined) return { said };
  const [, words, path] = WORDS_AND_PATH.exec(typed) ?? [];
  if (words === undefined || path === undefined || !PICTURE_ENDING.test(path.replace(/['"]$/, "")))
    return undefined;
  const dropped = await takePaths(context, work, target, path);
  return dropped === undefined ? undefined : { said: dropped, words };
}

async function takePaths(
  context: Context,
  work: StepWork,
  target: PictureTarget,
  typed: string,
): Promise<string | undefined> {
  const readings = readDroppedPaths(typed, { home: readHome(), hasWindowsPaths });
  for (const reading of readings) {
    const paths = reading.flatMap((path) => findSpelled(path, context.folder) ?? []);
    if (paths.length === reading.length) return attachDropped(context, work, target, paths);
  }
  const lost = readings.find((reading) => reading.every((path) => PICTURE_ENDING.test(path)));
  return lost && `${joinWords(lost.map(quote))} wasn't found, so nothing was attached.`;
}

async function attachDropped(
  context: Context,
  work: StepWork,
  target: PictureTarget,
  paths: readonly string[],
): Promise<string | undefined> {
  const files = paths.map((path) => ({ path, read: readPictureFile(path) }));
  const added = files.flatMap(({ read }) => ("problem" in read ? [] : [{ target, read }]));
  const problems = files.flatMap(({ path, read }) =>
    "problem" in read ? [`${quote(path)} wasn't attached: ${read.problem}.`] : [],
  );
  // A path can be an answer: "/tmp/report.csv".
  if (added.length === 0)
    return paths.some((path) => PICTURE_ENDING.test(path)) ? problems.join(" ") : undefined;
  const attached = `Attached: ${joinWords(added.map(({ read }) => describeReadPicture(read)))}.`;
  const refused = await trySaving(context, work, added);
  return refused ?? [`${attached} Now say what you saw.`, ...problems].join(" ");
}

/** Saves pictures. Returns what to say if that is refused, so that the question stays open. */
async function trySaving(
  context: Context,
  work: StepWork,
  added: readonly GivenPicture[],
): Promise<string | undefined> {
  try {
    await savePictures(context, work, { added, via: context.isTyped() ? "asked" : "flag" });
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [error.message, error.fix].filter(Boolean).join(" ");
  }
}
