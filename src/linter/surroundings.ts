import { extractWords } from "./engine.ts";
import { hasEvidence } from "./evidence.ts";
import { prepareLine, type Surroundings } from "./line.ts";
import { skipBullet } from "./marks.ts";
import { hasPerson } from "./person.ts";
import type { Role } from "./roles/judge.ts";
import { joinParts } from "./roles/part.ts";
import type { RoleLine } from "./roles/read.ts";

/** Lines that share with those around them who has it and where it was seen. */
const isShared: Readonly<Partial<Record<Role, true>>> = { problem: true };

/** What a line of a problem section says, and where it stands. */
interface Facts extends Surroundings {
  line: RoleLine;
  isEntry: boolean;
  first: number;
  last: number;
}

/**
 * Returns for each problem of a text whether the lines around it, below the same heading, name the
 * people who have it, and show that it happened. For entries of a list, any problem above may name
 * the people.
 */
export function readSurroundings(
  lines: readonly RoleLine[],
  physical: readonly string[],
): ReadonlyMap<RoleLine, Surroundings> {
  const found = new Map<RoleLine, Surroundings>();
  // A problem says once whose it is. The lists of its causes stand below headings of their own.
  let isNamed = false;
  for (const section of splitSections(lines)) {
    if (!section.some(({ role }) => isShared[role])) continue;
    const facts = section.filter(isTelling).map((line) => readFacts(line, physical));
    for (const [index, { line, isEntry }] of facts.entries()) {
      const around = lookAround(facts, index);
      const person = around.person || (isNamed && isEntry);
      if (isShared[line.role]) found.set(line, { ...around, person });
    }
    isNamed ||= facts.some(
      ({ line, person, isEntry }) => isShared[line.role] && person && !isEntry,
    );
  }
  return found;
}

function splitSections(lines: readonly RoleLine[]): RoleLine[][] {
  const sections: RoleLine[][] = [[]];
  for (const line of lines) {
    if (line.why === "heading") sections.push([]);
    else sections.at(-1)?.push(line);
  }
  return sections;
}

function isTelling({ role, why }: RoleLine): boolean {
  return isShared[role] === true || why === "background" || why === "lead-in";
}

function readFacts(line: RoleLine, physical: readonly string[]): Facts {
  const { clean } = extractWords(joinParts(line.parts), "problem");
  const words = prepareLine(clean.text, "problem");
  const first = line.parts[0]?.line ?? 0;
  const start = physical[first - 1]?.trimStart() ?? "";
  return {
    line,
    person: hasPerson(words),
    evidence: hasEvidence(words),
    isEntry: skipBullet(start) > 0,
    first,
    last: line.parts.at(-1)?.line ?? 0,
  };
}

/** Entries of a list are problems of their own, but the text above them says whose they are. */
function lookAround(facts: readonly Facts[], index: number): Surroundings {
  const [before, own, after] = [facts[index - 1], facts[index], facts[index + 1]];
  const above = facts.slice(0, index).filter(({ isEntry }) => !isEntry);
  const isOneText = before?.last === (own?.first ?? 0) - 1;
  return {
    person: above.some(({ person }) => person) || (isNextLine(own, after) && after.person),
    evidence:
      own?.isEntry === false &&
      (after?.evidence === true || (isOneText && before?.isEntry === false && before.evidence)),
  };
}

/** Returns true for the next line of one paragraph. */
function isNextLine(own: Facts | undefined, after: Facts | undefined): after is Facts {
  return own?.isEntry === false && after?.isEntry === false && after.first === own.last + 1;
}
