import type { Picture } from "./picture.ts";
import { findAnswer, findEntryAnswer, type Project } from "./project.ts";

/**
 * Lists the pictures that belong to the answer for one entry, such as a check, in the round that
 * the project is in; for an answer that was kept from an earlier round, also those of that round.
 * `question` is a reference such as `review.saw`. To get an earlier round, pass the project as
 * `listRounds` returns it.
 */
export function picturesOf(project: Project, question: string, entryId: string): Picture[] {
  const saved = findEntryAnswer(findAnswer(project, question), entryId);
  const rounds = [project.rounds.length + 1, saved?.fromRound];
  return (project.pictures ?? []).filter(
    (picture) =>
      picture.question === question && picture.of === entryId && rounds.includes(picture.round),
  );
}
