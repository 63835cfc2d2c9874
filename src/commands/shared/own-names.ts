import { type Project, textsOf } from "../../domain/project/project.ts";
import { collectOwnNames, type OwnNames } from "../../domain/report/own-names.ts";
import { listPlainFolder } from "../../files/plain-file.ts";

/** Finds the names that may stand in how to run a result while its report is sealed. */
export function findOwnNames({ title, answers, folder }: Project): OwnNames {
  const texts = Object.values(answers)
    .flatMap((step) => Object.values(step))
    .flatMap((value) => textsOf(value));
  return collectOwnNames(title, texts, folder ? listPlainFolder(folder.path) : []);
}
