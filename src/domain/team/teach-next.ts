import { describeCheckKind } from "../insights/check-kind.ts";
import { describeDefect } from "../library/drill.ts";
import { labelOfItem } from "../library/item-label.ts";
import type { Choice } from "../library/step.ts";
import { capitalize, countTimes } from "../text/words.ts";
import type { DefectName } from "./practice.ts";
import { ENOUGH_PEOPLE, nameGroup, showAtLeast } from "./small-groups.ts";
import type { Team, TeamContent, TeamItem } from "./team.ts";

/** What to teach a team next. */
export interface TeachNext {
  what: string;
  /** The counts that are the reason. */
  because: string;
  /** A command that helps. */
  see: string;
}

/** Something that people miss. `people` is what may be said about how many they are. */
interface Miss extends TeachNext {
  people: number;
}

/** The smallest share of people, in percent, that is worth teaching a team something. */
const ENOUGH_PERCENT = 30;

/**
 * Finds what to teach next: what the largest share of people misses, if they are at least three and
 * 30 %. Of two misses that are as large, the one that comes earlier in the loop. It uses only
 * figures that are shown, so that the choice gives nothing away. Returns undefined if there is none.
 */
export function findTeachNext(team: Team, content: TeamContent): TeachNext | undefined {
  const misses = [
    ...team.items.flatMap((item) => describeOpenItem(team, item)),
    ...content.causes.flatMap((cause) => describeCause(team, cause)),
    ...team.practice.kinds.flatMap(({ name }) => describeMissedDefect(team, name, content)),
  ].filter(({ people }) => people >= ENOUGH_PEOPLE && people * 100 >= team.people * ENOUGH_PERCENT);
  const most = Math.max(...misses.map(({ people }) => people));
  const next = misses.find(({ people }) => people === most);
  return next && { what: next.what, because: next.because, see: next.see };
}

/** Describes an item that people don't have true; none if no guide page helps. */
function describeOpenItem(team: Team, { item, open }: TeamItem): Miss[] {
  if (!item?.lesson) return [];
  const { people, isExact } = showAtLeast(team.people, open);
  const many = isExact ? `${people}` : `At least ${people}`;
  return [
    {
      people,
      what: `${capitalize(labelOfItem(item))}: ${item.title}`,
      because: `${many} of ${nameGroup(team.people)} can't say this of their work yet.`,
      see: `builder-pm guide ${item.lesson}`,
    },
  ];
}

/** Describes a kind of planted defect that people missed; none if no drill has one. */
function describeMissedDefect(team: Team, kind: DefectName, { drills }: TeamContent): Miss[] {
  if (kind === "other") return [];
  const drill = drills.find(({ truth }) => truth.some((each) => each.kind === kind));
  const people = team.practice.missedBy.get(kind)?.size ?? 0;
  if (!drill) return [];
  return [
    {
      people,
      what: `Defects: ${describeDefect(kind)}`,
      because: `${people} of ${nameGroup(team.people)} missed one that was planted in a drill.`,
      see: `builder-pm practice ${drill.id}`,
    },
  ];
}

/** Describes the checks that weren't met for a reason, by what they were about. */
function describeCause(team: Team, { value, label, lesson }: Choice): Miss[] {
  const row = team.causes.rows.find(({ name }) => name === value);
  if (!row || !lesson) return [];
  const misses = team.missedBy.get(value);
  if (row.parts.length === 0 && row.count) {
    const people = new Set([...(misses?.rows.values() ?? [])].flatMap((each) => [...each.people]));
    return [
      {
        people: people.size,
        what: `Checks that weren't met: "${label}"`,
        because:
          `${people.size} of ${nameGroup(team.people)} gave this reason ` +
          `(${countTimes(row.count)} in all).`,
        see: `builder-pm guide ${lesson}`,
      },
    ];
  }
  return row.parts.map(({ name, count }) => {
    const people = misses?.rows.get(name)?.people.size ?? 0;
    return {
      people,
      what: `Checks about ${describeCheckKind(name)}`,
      because:
        `${people} of ${nameGroup(team.people)} had such checks that weren't met ` +
        `(${countTimes(count)} in all): "${label}".`,
      see: `builder-pm guide ${lesson}`,
    };
  });
}
