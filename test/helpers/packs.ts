import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTempFolder } from "./temp.ts";

/** Creates a team's folder with these files. */
export function createPack(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = createTempFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Writes a slice with this title, and more lines of front matter. */
export const writeSlice = (title: string, more = "") => `---
title: ${title}
summary: Small and useful.
order: 15
hours: 4
for: PMs with a chore.
trains: [spec]
before: [One export]
example: Ana joins two files.
checks: [It adds up.]
notBuilding: [A database]
stop: Stop at hour 4.
engineer: [The key]
failsWhen: Nobody looks.
${more}---
`;
