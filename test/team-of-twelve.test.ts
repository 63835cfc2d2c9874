import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { playPerson, teamPeople } from "./fixtures/team-of-twelve.ts";

const folder = join(import.meta.dirname, "fixtures", "team");

/** Playing all of them takes long. */
const played = inject("fullRuns") ? teamPeople : [7];

test.each(played)(
  "the commands write the summaries of person %d as they are here",
  async (person) => {
    const files = await playPerson(person);
    expect(files.size).toBeGreaterThan(2);
    for (const [name, text] of files) await expect(text).toMatchFileSnapshot(join(folder, name));
    const own = readdirSync(folder).filter((name) => name.endsWith(`-person-${person}.json`));
    expect(own).toEqual([...files.keys()]);
  },
  60_000,
);
