import type { Context } from "../../../context.ts";
import type { SessionQuestion } from "../../../domain/project/session-question.ts";
import { isFolder, pathInFolder } from "../../../files/folder.ts";
import type { Interviewer } from "../interview.ts";
import type { StepWork } from "../work.ts";

/** The folder in the work folder where pictures are looked for. */
const EVIDENCE_FOLDER = "evidence";

/** A path among words, or the name of a file alone. */
const MAY_BE_PICTURE = /[\\/]|^\s*\S+\.\w{3,4}\s*$/;

/**
 * Creates the part of an interview that takes pictures. Loads the code for them only for a question
 * that can have some, once a path is typed, or if the work folder has a folder for them.
 */
export function createPictureHooks(
  context: Context,
): Required<Pick<Interviewer<StepWork, SessionQuestion>, "offer" | "take">> {
  const offered = new Set<string>();
  return {
    offer: async (work, question, tools) => {
      const { folder } = work.session.project;
      if (!question.question.pictures || !folder) return;
      if (!isFolder(pathInFolder(folder.path, EVIDENCE_FOLDER))) return;
      const { offerFound } = await import("./offer.ts");
      await offerFound(context, work, { question, tools, offered, from: EVIDENCE_FOLDER });
    },
    take: async (work, question, typed) => {
      if (!question.question.pictures || !MAY_BE_PICTURE.test(typed)) return undefined;
      const { takeDropped } = await import("./drop.ts");
      return takeDropped(context, work, question, typed);
    },
  };
}
