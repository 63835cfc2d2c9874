import { describeWaiting, type LeftFile } from "./choose-summaries.ts";
import { nameMonth } from "./month.ts";
import { nameGroup } from "./small-groups.ts";
import type { TeachNext } from "./teach-next.ts";
import type { Team, TeamContent } from "./team.ts";

import { LEFT_OUT, type TeamSection, WHY_LEFT_OUT } from "./team-lines.ts";
import {
  describeCauses,
  describeDecisions,
  describeItems,
  describePredictions,
  describeTeamClaims,
  describeTeamPractice,
  describeTimes,
} from "./team-sections.ts";

/** What is known about a team. */
export interface TeamView {
  team: Team;
  teachNext: TeachNext | undefined;
  left: LeftFile[];
  /** The months that wait for more people. */
  waiting: string[];
  content: TeamContent;
}

/** The page about a team, in words for any format. */
export interface TeamPage {
  title: string;
  about: string;
  people: number;
  teachNext: TeachNext | undefined;
  sections: TeamSection[];
  /** What is left out, and why. */
  notes: string[];
  left: LeftFile[];
}

/** Describes what a team's summaries add up to, leaving out sections without any figure. */
export function describeTeam({ team, teachNext, left, waiting, content }: TeamView): TeamPage {
  const sections = [
    describeItems(team),
    describeCauses(team, content),
    describeDecisions(team, content),
    describePredictions(team),
    describeTeamClaims(team),
    describeTimes(team),
    describeTeamPractice(team),
  ];
  const shown = sections.filter(({ lines, says }) => lines.length + says.length > 0);
  return {
    title: "What your team's projects add up to",
    about: `${nameGroup(team.people)}, ${nameMonths(team)}.`,
    people: team.people,
    teachNext,
    left,
    sections: shown,
    notes: [
      ...(hasGaps(shown) ? [`${LEFT_OUT} is left out: it ${WHY_LEFT_OUT}`] : []),
      ...[describeWaiting(waiting)].filter(Boolean),
    ],
  };
}

function nameMonths({ months }: Team): string {
  const [first = "", last = first] = [months[0], months.at(-1)];
  const isOneYear = first.slice(0, 4) === last.slice(0, 4);
  const start = isOneYear ? nameMonth(first).slice(0, 3) : nameMonth(first);
  return first === last ? nameMonth(first) : `${start} to ${nameMonth(last)}`;
}

function hasGaps(sections: readonly TeamSection[]): boolean {
  return sections.some(({ lines }) => lines.some(({ figures }) => figures.includes(null)));
}
