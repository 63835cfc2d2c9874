import type { ShownClaims } from "../../domain/team/claims.ts";
import type { TeamPractice } from "../../domain/team/practice.ts";
import type { Table, TableRow } from "../../domain/team/tallies.ts";
import type { TeamItem } from "../../domain/team/team.ts";
import type { TeamView } from "../../domain/team/team-page.ts";

/** Converts what a team's summaries add up to into JSON. */
export function toTeamJson({ team, teachNext, left, content }: TeamView): Record<string, unknown> {
  const { people, months, decisions, predictions, causes, claims, practice, ideaToArtifact } = team;
  return {
    version: 1,
    people,
    months,
    items: team.items.map(toTeamItemJson),
    decisions: {
      total: decisions.total,
      kinds: decisions.rows.map((row) => ({
        kind: row.name,
        count: row.count,
        slices: toPartsJson(row, "slice"),
      })),
    },
    predictions: toCountsJson(predictions),
    causes: {
      total: causes.total,
      causes: causes.rows.map((row) => ({
        cause: row.name,
        label: content.causes.find(({ value }) => value === row.name)?.label ?? row.name,
        count: row.count,
        kinds: toPartsJson(row, "kind"),
      })),
    },
    claims: {
      ...toClaimsJson(claims),
      agents: claims.agents.map((each) => ({ agent: each.agent, ...toClaimsJson(each) })),
    },
    practice: toTeamPracticeJson(practice),
    ideaToArtifact,
    teachNext: teachNext ?? null,
    left,
  };
}

function toTeamItemJson({ id, item, open: _, ...counts }: TeamItem): Record<string, unknown> {
  return { id, title: item?.title ?? null, ...counts };
}

function toPartsJson<Part extends string>(
  { parts }: TableRow<string, Part>,
  key: string,
): Record<string, unknown>[] {
  return parts.map(({ name, count }) => ({ [key]: name, count }));
}

function toCountsJson({ total, rows }: Table<string>): Record<string, unknown> {
  return { total, ...Object.fromEntries(rows.map(({ name, count }) => [name, count])) };
}

function toTeamPracticeJson(practice: TeamPractice): Record<string, unknown> {
  const { defects, kinds, sound, falseClaims } = practice;
  return {
    planted: defects.counted,
    caught: defects.hits,
    sound: sound.counted,
    doubted: sound.hits,
    falseClaims: falseClaims.counted,
    trusted: falseClaims.hits,
    kinds: kinds.map(({ name, counted, hits }) => ({ kind: name, planted: counted, caught: hits })),
  };
}

function toClaimsJson({ counted, overclaimed }: ShownClaims): Record<string, unknown> {
  const rate = counted && overclaimed !== null ? overclaimed / counted : null;
  return { counted, overclaimed, rate };
}
