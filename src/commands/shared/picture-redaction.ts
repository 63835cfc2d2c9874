import type { Context } from "../../context.ts";
import type { Progress } from "../../domain/progress/progress.ts";
import { isRedacted } from "../../domain/project/picture.ts";
import { listPictures } from "../../domain/project/pictures.ts";
import { mapTexts } from "../../domain/text/map-texts.ts";
import { countOf } from "../../domain/text/words.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { describePicture } from "../../render/page/pictures.ts";
import { formatDay } from "../../render/text/dates.ts";
import type { Store } from "../../store/contract.ts";
import { listStoredHashes, removePictureBytes } from "../../store/pictures.ts";
import { confirmTakingOut } from "./confirm-taking-out.ts";
import { describeLeft } from "./left-copies.ts";
import { assertOwnShell } from "./own-judgment.ts";

/** A picture that can be taken out: its number, such as `p1`, and what it is. */
interface KnownPicture {
  number: string;
  sha256: string;
  about: string;
}

/** Prints the pictures with the numbers under which they can be taken out. */
export function printPictures(context: Context, { file }: Store, progress: Progress): void {
  const known = listKnown(file, progress);
  for (const { number, about } of known) context.stdout.line(`${number}. ${about}`);
  if (known.length > 0) context.stderr.line("To take a picture out: builder-pm redact p1");
}

/**
 * Takes pictures out for good: their files, and what refers to them in the saved progress, its undo
 * steps, its backup and copies. The pages say that there was one. Undo doesn't bring it back.
 */
export async function takeOutPictures(
  context: Context,
  store: Store,
  progress: Progress,
  numbers: readonly string[],
): Promise<void> {
  const known = listKnown(store.file, progress);
  const chosen = numbers.map((number) => findKnown(known, number));
  assertOwnShell(context, `builder-pm redact ${numbers.join(" ")}`);
  const lines = chosen.map(({ number, about }) => `${number}. ${about}`);
  if (!(await confirmTakingOut(context, { lines, count: lines.length }))) {
    context.stderr.line("Nothing was changed.");
    return;
  }
  const hashes = chosen.map(({ sha256 }) => sha256);
  const mark = `redacted on ${formatDay(context.now())}`;
  const { left } = await store.rewrite((value) =>
    mapTexts(value, (text) => (hashes.includes(text) ? mark : text)),
  );
  removePictureBytes(store.file, hashes);
  context.stderr.line(`Taken out for good: ${countOf(new Set(hashes).size, "picture")}.`);
  for (const line of describeLeft(left)) context.stderr.line(line);
  context.stderr.line("Look at the pages that you exported or sent, too.");
}

/** Lists the pictures of all projects, then those that were taken off and can still be undone. */
function listKnown(file: string, { projects }: Progress): KnownPicture[] {
  const attached = projects.flatMap((project) =>
    listPictures(project)
      .filter((picture) => !isRedacted(picture))
      .map((picture) => ({
        sha256: picture.sha256,
        about:
          `A picture of the project "${project.id}", attached on ` +
          `${formatDay(new Date(picture.at))}: ${describePicture(picture)}`,
      })),
  );
  const others = listStoredHashes(file).map((sha256) => ({
    sha256,
    about: "A picture that isn't attached anymore, and that undo could bring back",
  }));
  const each = [...attached, ...others];
  return each
    .filter(({ sha256 }, at) => each.findIndex((other) => other.sha256 === sha256) === at)
    .map((picture, index) => ({ number: `p${index + 1}`, ...picture }));
}

function findKnown(known: readonly KnownPicture[], wanted: string): KnownPicture {
  const found = known.find(({ number }) => number === wanted.toLowerCase());
  if (found) return found;
  throw new UserError(`There is no picture ${wanted}. Nothing was changed.`, {
    exitCode: ExitCode.usage,
    fix: "To see their numbers: builder-pm redact",
  });
}
