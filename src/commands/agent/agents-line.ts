import { SKILL } from "../../domain/agent/skill-folder.ts";
import { pathInFolder } from "../../files/folder.ts";
import { findFile, hashText } from "../../files/hash.ts";
import { readTextFile } from "../../files/read.ts";

/** The line for an AGENTS.md or a CLAUDE.md that someone has already. */
export const AGENTS_LINE =
  "For a spec, BRIEF.md or REPORT.md: first run `builder-pm agent instructions`, and do what it says.";

const AGENTS_FILE = "AGENTS.md";

/** Lists the files that agents read first which don't lead to the skill. `ours` are our texts. */
export function listWithoutLine(base: string, ours: readonly string[]): string[] {
  const hashes = ours.map((text) => hashText(text));
  return listFirstRead(base).filter((name) => {
    const found = findFile(base, name);
    if (found.is === "file" && hashes.includes(found.sha256)) return false;
    const text = readTextFile(pathInFolder(base, name));
    const isLeading = name !== AGENTS_FILE && text.includes(AGENTS_FILE);
    return !isLeading && !text.includes(`${SKILL} agent instructions`);
  });
}

/** Lists the files that have the line. */
export function listWithLine(base: string): string[] {
  return listFirstRead(base).filter((name) =>
    readTextFile(pathInFolder(base, name)).includes(AGENTS_LINE),
  );
}

function listFirstRead(base: string): string[] {
  return [AGENTS_FILE, "CLAUDE.md"].filter((name) => findFile(base, name).is === "file");
}
