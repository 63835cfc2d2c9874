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
  const name = typed.trim();
  if (BARE_NAME.test(name)) return takeNamed(context, work, target, name);
  const said = await takePaths(context, work, target, typed);
  return said === undefined ? takeFromWords(context, work, target, typed) : { said };
}

/** The name of a picture alone, as it is typed by hand. */
const BARE_NAME = /^[^\s/\\'":]+\.(?:png|jpe?g|gif|webp|svg|hei[cf]|avif|bmp|tiff?)$/i;

/** Attaches a picture that was typed by its name. A name without a file may be what was seen. */
async function takeNamed(
  context: Context,
  work: StepWork,
  target: PictureTarget,
  name: string,
): Promise<Taken | undefined> {
  const path = findSpelled(name, context.folder);
  if (path === undefined) return { said: `${describeLost([name])} ${KEEP}`, words: name };
  const said = await attachDropped(context, work, target, [path]);
  return said === undefined ? undefined : { said };
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
  return lost && describeLost(lost);
}

function describeLost(paths: readonly string[]): string {
  return `${joinWords(paths.map(quote))} wasn't found, so nothing was attached.`;
}

async function attachDropped(
  context: Context,
  work: StepWork,
  target: PictureTarget,
  paths: readonly string[],
): Promise<string | undefined> {
  const files = paths.map((path) => ({ path, read: readPictureFile(path) }));
  // A path can be an answer: "/tmp/report.csv".
  const isAnswer = files.every(({ path, read }) => "problem" in read && !PICTURE_ENDING.test(path));
  if (isAnswer) return undefined;
  const { said, isAttached } = await attachFiles(context, work, target, files);
  return isAttached ? `${said} Now say what you saw.` : said;
}

/** A file that was dropped, and what it is as a picture. */
interface DroppedFile {
  path: string;
  read: ReturnType<typeof readPictureFile>;
}

/** Attaches the files that are pictures, and says so, and why the others aren't attached. */
async function attachFiles(
  context: Context,
  work: StepWork,
  target: PictureTarget,
  files: readonly DroppedFile[],
): Promise<{ said: string; isAttached: boolean }> {
  const added = files.flatMap(({ read }) => ("problem" in read ? [] : [{ target, read }]));
  const problems = files.flatMap(({ path, read }) =>
    "problem" in read ? [`${quote(path)} wasn't attached: ${read.problem}.`] : [],
  );
  if (added.length === 0) return { said: problems.join(" "), isAttached: false };
  const refused = await trySaving(context, work, added);
  if (refused !== undefined) return { said: refused, isAttached: false };
  const attached = `Attached: ${joinWords(added.map(({ read }) => describeReadPicture(read)))}.`;
  return { said: [attached, ...problems].join(" "), isAttached: true };
}

/** A path among words: where it starts there, and the file that it names, if there is one. */
interface PathInWords {
  start: number;
  text: string;
  file: DroppedFile | undefined;
}

const KEEP = "Press Enter to keep your words, or change them.";

/** Attaches the pictures whose paths stand in a sentence, and returns the sentence without them. */
async function takeFromWords(
  context: Context,
  work: StepWork,
  target: PictureTarget,
  typed: string,
): Promise<Taken | undefined> {
  const paths = findPaths(context, typed);
  if (paths.length === 0) return undefined;
  const files = paths.flatMap(({ file }) => file ?? []);
  // What isn't here may be what the person saw: "the page asks for /img/logo.png".
  if (files.length === 0)
    return { said: `${describeLost(paths.map(({ text }) => text))} ${KEEP}`, words: typed };
  const { said, isAttached } = await attachFiles(context, work, target, files);
  const taken = paths.filter(({ file }) => isAttached && file && !("problem" in file.read));
  return { said: `${said} ${KEEP}`, words: taken.reduceRight(cutOut, typed).trimEnd() };
}

function findPaths(context: Context, typed: string): PathInWords[] {
  return Array.from(typed.matchAll(PATHS_IN_WORDS), ({ index, 0: match }) => {
    const text = match.replace(/[.,;:)]+$/, "");
    const readings = readDroppedPaths(text, { home: readHome(), hasWindowsPaths });
    const named = readings.flatMap(([path = "", ...others]) => (others.length > 0 ? [] : path));
    const pictures = named.filter((path) => PICTURE_ENDING.test(path));
    const [path] = pictures.flatMap((path) => findSpelled(path, context.folder) ?? []);
    const file = path === undefined ? undefined : { path, read: readPictureFile(path) };
    return { start: index, text, file, isPicture: pictures.length > 0 };
  }).filter(({ isPicture }) => isPicture);
}

/** Cuts a path out of words, with the space that would stand there twice. */
function cutOut(words: string, { start, text }: PathInWords): string {
  const before = words.slice(0, start);
  const after = words.slice(start + text.length);
  if (before === "") return after.replace(/^[ \t]/, "");
  return (/^(?:[ \t.,;:)]|$)/.test(after) ? before.replace(/[ \t]$/, "") : before) + after;
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
