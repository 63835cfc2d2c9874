import { describeCheckKind } from "../insights/check-kind.ts";
import { describeDefect } from "../library/drill.ts";
import { labelOfItem } from "../library/item-label.ts";
import type { Origin } from "../library/origin.ts";
import type { Choice } from "../library/step.ts";
import { capitalize, countTimes, quotePath } from "../text/words.ts";
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

/** A command that helps, with the pack that it needs. */
interface Help extends Origin {
  command: string;
}

/** Something that people miss. */
interface Miss extends Omit<TeachNext, "see"> {
  /** What may be said about how many they are. */
  people: number;
  /** The names by which a rule of a pack says that it helps with this. */
  names: readonly string[];
  /** What helps if no rule of a pack does. */
  help: Help;
}

/** What a page says if there is nothing to teach. */
export const NOTHING_TO_TEACH =
  "Nothing yet that three people and 30 % of all miss. Figures that are left out don't count.";

/** The smallest share of people, in percent, that is worth teaching a team something. */
const ENOUGH_PERCENT = 30;

/**
 * Finds what to teach next: what the largest share of people misses, if they are at least three and
 * 30 %. Of two misses that are as large, the one that comes earlier in the loop. It uses only
 * figures that are shown, so that the choice gives nothing away. Returns undefined if there is none.
 */
export function findTeachNext(team: Team, content: TeamContent): TeachNext | undefined {
  const misses = [
    ...team.items.flatMap((item) => describeOpenItem(team, item, content)),
    ...content.causes.flatMap((cause) => describeCause(team, cause, content)),
    ...team.practice.kinds.flatMap(({ name }) => describeMissedDefect(team, name, content)),
  ].filter(({ people }) => people >= ENOUGH_PEOPLE && people * 100 >= team.people * ENOUGH_PERCENT);
  const most = Math.max(...misses.map(({ people }) => people));
  const next = misses.find(({ people }) => people === most);
  if (!next) return undefined;
  const { what, because, help, names } = next;
  return { what, because, see: writeCommand(findTaughtBy(names, content) ?? help, content) };
}

/** Finds the rule of a pack that says that it helps with this. */
function findTaughtBy(names: readonly string[], { rules }: TeamContent): Help | undefined {
  const rule = rules.find(({ teaches }) => teaches.some((name) => names.includes(name)));
  return rule && { ...rule, command: `lint --rule ${rule.id}` };
}

function findPage(id: string, { guide }: TeamContent): Help {
  return { ...guide.find((page) => page.id === id), command: `guide ${id}` };
}

/** Writes a command so that it works: with the folder of its pack, if that was typed. */
function writeCommand({ command, from }: Help, { typed }: TeamContent): string {
  const folder = from !== undefined && typed.includes(from) ? ` --content ${quotePath(from)}` : "";
  return `builder-pm ${command}${folder}`;
}

/** Describes an item that people don't have true; none if no guide page helps. */
function describeOpenItem(team: Team, { item, open }: TeamItem, content: TeamContent): Miss[] {
  if (!item?.lesson) return [];
  const { people, isExact } = showAtLeast(team.people, open);
  const many = isExact ? `${people}` : `At least ${people}`;
  return [
    {
      people,
      what: `${capitalize(labelOfItem(item))}: ${item.title}`,
      because: `${many} of ${nameGroup(team.people)} haven't said or shown this yet.`,
      names: [item.id],
      help: findPage(item.lesson, content),
    },
  ];
}

/** Describes a kind of planted defect that people missed; none if no drill has one. */
function describeMissedDefect(team: Team, kind: DefectName, { drills }: TeamContent): Miss[] {
  if (kind === "other") return [];
  const fitting = drills.filter(({ truth }) => truth.some((each) => each.kind === kind));
  const drill = fitting.find(({ from }) => from !== undefined) ?? fitting[0];
  const people = team.practice.missedBy.get(kind)?.size ?? 0;
  if (!drill) return [];
  return [
    {
      people,
      what: `Defects: ${describeDefect(kind)}`,
      because: `${people} of ${nameGroup(team.people)} missed one that was planted in a drill.`,
      names: [],
      help: { ...drill, command: `practice ${drill.id}` },
    },
  ];
}

/** Describes the checks that weren't met for a reason, by what they were about. */
function describeCause(team: Team, { value, label, lesson }: Choice, content: TeamContent): Miss[] {
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
        names: [value],
        help: findPage(lesson, content),
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
      names: [value, name],
      help: findPage(lesson, content),
    };
  });
}
