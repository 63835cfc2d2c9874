import type { Context } from "../../../context.ts";
import type { ReadPicture } from "../../../domain/picture/read-picture.ts";
import type { SessionQuestion } from "../../../domain/project/session-question.ts";
import { pathInFolder } from "../../../files/folder.ts";
import { hashBytes } from "../../../files/hash.ts";
import { listPlainFolder } from "../../../files/plain-file.ts";
import { describeReadPicture } from "../../../render/page/pictures.ts";
import { describeLostFolder } from "../../shared/work-folder.ts";
import type { Tools } from "../interview.ts";
import type { StepWork } from "../work.ts";
import { readPictureFile, savePictures } from "./attach.ts";

/** More pictures of one check than anyone looks at. */
const MAX_OFFERED = 8;

interface FoundPicture {
  name: string;
  sha256: string;
  read: ReadPicture;
}

/** What pictures are offered for, and the folder in the work folder that they are `from`. */
export interface PictureOffer {
  from: string;
  question: SessionQuestion;
  tools: Tools;
  /** The hashes of those that were offered, each with the name of the question. */
  offered: Set<string>;
}

/**
 * Offers the pictures in the work folder that are named after a check, such as `evidence/C2-a.png`,
 * once each. Anyone may have put them there, so only those count that the person picks.
 */
export async function offerFound(
  context: Context,
  work: StepWork,
  { question: { question, entry, name }, tools, offered, from }: PictureOffer,
): Promise<void> {
  const { project } = work.session;
  if (!entry || !project.folder || describeLostFolder(project)) return;
  const known = new Set((project.pictures ?? []).map(({ of, sha256 }) => `${of} ${sha256}`));
  const found = listFound(pathInFolder(project.folder.path, from), entry.number).filter(
    ({ sha256 }) => {
      const isNew = !known.has(`${entry.id} ${sha256}`) && !offered.has(`${name} ${sha256}`);
      offered.add(`${name} ${sha256}`);
      return isNew;
    },
  );
  if (found.length === 0) return;
  const picked = await tools.prompter.multi({
    message: `The project's folder has pictures of C${entry.number}. Which show what you saw?`,
    choices: found.map(({ sha256, read }, at) => ({
      value: sha256,
      label: wordFound(found.length, at, entry.number),
      hint: describeReadPicture(read),
    })),
  });
  const added = found
    .filter(({ sha256 }) => picked.includes(sha256))
    .map(({ read }) => ({ target: { question, entry }, read }));
  if (added.length > 0) await savePictures(context, work, { added, via: "folder" });
}

/** Names a picture without the name of its file: an agent may have chosen it to say something. */
function wordFound(total: number, at: number, check: number): string {
  return total === 1 ? `The picture of C${check}` : `Picture ${at + 1} of C${check}`;
}

function listFound(path: string, number: number): FoundPicture[] {
  const named = new RegExp(String.raw`^C${number}(?!\d).*\.(?:png|jpe?g|gif|webp)$`, "i");
  const names = listPlainFolder(path).filter((name) => named.test(name));
  return names.slice(0, MAX_OFFERED).flatMap((name) => {
    const read = readPictureFile(pathInFolder(path, name));
    return "problem" in read ? [] : [{ name, sha256: hashBytes(read.bytes), read }];
  });
}
