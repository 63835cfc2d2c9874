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

/** The paths among words: quoted, or starting as a path does, as a terminal pastes them. */
const PATHS_IN_WORDS =
  /(?<=^|[ \t])(?:'[^']+'|"[^"]+"|(?:file:|~?\/|[A-Za-z]:[\\/])(?:\\.|[^ \t\\'"]|\\)*)/g;

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
  const dropped = await takePaths(context, work, target, typed);
  if (!dropped) return takeFromWords(context, work, target, typed);
  return { said: dropped.isAttached ? `${dropped.said} ${SAY}` : dropped.said };
}

const SAY = "Now say what you saw.";
const KEEP = "Press Enter to keep your words, or change them.";

/** Attaches the pictures whose paths stand in a sentence, and returns the sentence without them. */
async function takeFromWords(
  context: Context,
  work: StepWork,
  target: PictureTarget,
  typed: string,
): Promise<Taken | undefined> {
  const paths = (typed.match(PATHS_IN_WORDS) ?? [])
    .map((path) => path.replace(/[.,;:)]+$/, ""))
    .filter((path) => PICTURE_ENDING.test(path.replace(/['"]$/, "")));
  if (paths.length === 0) return undefined;
  const dropped = await takePaths(context, work, target, paths.join(" "));
  if (!dropped) return undefined;
  // What isn't a file here may be what the person saw: "the page asks for /img/logo.png".
  const rest = dropped.isFound
    ? paths.reduce((left, path) => left.replace(path, ""), typed)
    : typed;
  const words = rest.replace(/ +([.,;:)]|$)/g, "$1").replace(/ {2,}/g, " ");
  return { said: `${dropped.said} ${KEEP}`, words: words.trim() };
}

/** What became of paths that were typed. */
interface Dropped {
  said: string;
  isFound: boolean;
  isAttached?: boolean;
}

async function takePaths(
  context: Context,
  work: StepWork,
  target: PictureTarget,
  typed: string,
): Promise<Dropped | undefined> {
  const readings = readDroppedPaths(typed, { home: readHome(), hasWindowsPaths });
  for (const reading of readings) {
    const paths = reading.flatMap((path) => findSpelled(path, context.folder) ?? []);
    if (paths.length === reading.length) return attachDropped(context, work, target, paths);
  }
  const lost = readings.find((reading) => reading.every((path) => PICTURE_ENDING.test(path)));
  if (!lost) return undefined;
  const said = `${joinWords(lost.map(quote))} wasn't found, so nothing was attached.`;
  return { said, isFound: false };
}

async function attachDropped(
  context: Context,
  work: StepWork,
  target: PictureTarget,
  paths: readonly string[],
): Promise<Dropped | undefined> {
  const files = paths.map((path) => ({ path, read: readPictureFile(path) }));
  const added = files.flatMap(({ read }) => ("problem" in read ? [] : [{ target, read }]));
  const problems = files.flatMap(({ path, read }) =>
    "problem" in read ? [`${quote(path)} wasn't attached: ${read.problem}.`] : [],
  );
  // A path can be an answer: "/tmp/report.csv".
  if (added.length === 0 && !paths.some((path) => PICTURE_ENDING.test(path))) return undefined;
  if (added.length === 0) return { said: problems.join(" "), isFound: true };
  const refused = await trySaving(context, work, added);
  const attached = `Attached: ${joinWords(added.map(({ read }) => describeReadPicture(read)))}.`;
  return {
    said: refused ?? [attached, ...problems].join(" "),
    isFound: true,
    isAttached: refused === undefined,
  };
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
