import type { Context } from "../../context.ts";
import { MANIFEST_FILE, SKILL_FILE } from "../../domain/agent/skill-folder.ts";
import { describeSystemError, UserError } from "../../errors.ts";
import { removeEmptyFolder, removeFile } from "../../files/disk.ts";
import { isFolder, isNameTaken, pathInFolder } from "../../files/folder.ts";
import { findFile } from "../../files/hash.ts";
import { AGENTS_LINE, listWithLine } from "./agents-line.ts";
import { type AgentOptions, chooseBase } from "./base.ts";
import { findSkillPlaces, type SkillPlace, throwAll, tryEach } from "./skill-place.ts";

/** Removes the skill where setup wrote it, with the folders that it made. */
export function runAgentRemove(context: Context, options: AgentOptions): void {
  const base = chooseBase(context, "remove", options);
  const { places: all } = findSkillPlaces(base);
  const places = all.filter(({ record }) => record);
  if (places.length === 0) context.stderr.line(`There is no skill to remove in ${base}`);
  const { done, problems } = tryEach(places, removeSkill);
  for (const { path, isKept } of done)
    context.stderr.line(isKept ? describeKeptSkill(path) : `Removed ${path}`);
  for (const { path, record } of all) {
    if (record || !isFolder(path) || !isNameTaken(path, MANIFEST_FILE)) continue;
    context.stderr.line(
      `${pathInFolder(path, MANIFEST_FILE)} isn't from setup, so nothing was removed there. ` +
        "If you don't need that folder, delete it yourself.",
    );
  }
  if (!options.user && done.length > 0) printLinesLeft(context, base);
  throwAll(problems);
}

/** Says which files still have the line that setup asked to add. */
function printLinesLeft({ stderr, stdout }: Context, base: string): void {
  for (const name of listWithLine(base)) {
    stderr.line(`Your ${name} still has this line. Take it out yourself:`);
    stdout.line(AGENTS_LINE);
  }
}

function describeKeptSkill(path: string): string {
  return (
    `Someone changed ${path}, so it stays. If you don't need it, delete it yourself. ` +
    `Only ${MANIFEST_FILE} beside it, the note of setup, was removed.`
  );
}

function removeSkill({ base, path, levels, record }: SkillPlace) {
  const file = pathInFolder(path, SKILL_FILE);
  const found = findFile(path, SKILL_FILE);
  const isOurs = found.is === "file" && found.sha256 === record?.sha256;
  try {
    if (isOurs) removeFile(file);
    removeFile(pathInFolder(path, MANIFEST_FILE));
    for (const level of levels.toReversed())
      if (record?.folders.includes(level)) removeEmptyFolder(pathInFolder(base, level));
  } catch (error) {
    throw new UserError(`"${file}" can't be removed: ${describeSystemError(error)}.`, {
      cause: error,
    });
  }
  return { path: file, isKept: !isOurs && found.is !== "absent" };
}
