import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { countEach, drillRows, drillText, truthAndClaims } from "../helpers/drill-files.ts";
import { sum } from "../helpers/drills.ts";

const id = "ticket-router";
const tickets = drillRows(id, "tickets.csv");
const drafts = drillRows(id, "drafts.csv");
const lena = drillRows(id, "lena.csv");
const rules = drillRows(id, "rules.csv");
const run = drillText(id, "run.txt");

/** The owners of all rules that a subject fits. */
const ownersOf = (subject = "") =>
  rules
    .filter(({ word }) => subject.toLowerCase().includes(word ?? "?"))
    .map(({ owner }) => owner ?? "");

test("claims five checks, of which three don't hold", async () => {
  expect(await truthAndClaims(id)).toEqual([
    "not-met, claimed met (ran)",
    "met, claimed met (ran)",
    "not-met, claimed met (undefined)",
    "met, claimed met (ran)",
    "not-met, claimed met (ran)",
  ]);
});

test("drafts what its rules say, and Support where none fits", () => {
  const owners = tickets.map(({ subject }) => ownersOf(subject)[0] ?? "Support");
  expect(drafts.map(({ draft_owner }) => draft_owner)).toEqual(owners);
});

test("agrees with Lena on the demo, and on 14 of 24 tickets of the week", () => {
  const numbers = tickets.map(({ ticket }) => ticket);
  expect(lena.map(({ ticket }) => ticket)).toEqual(numbers);
  expect(drafts.map(({ ticket }) => ticket)).toEqual(numbers);
  const equal = drafts.filter(({ draft_owner }, index) => draft_owner === lena[index]?.owner);
  expect([equal.length, tickets.length]).toEqual([14, 24]);
  const demo = drillRows(id, "tickets-demo.csv");
  for (const { ticket, subject } of demo) {
    const [owner] = ownersOf(subject);
    expect(run).toMatch(new RegExp(`${ticket} +${owner} +Lena: ${owner} +equal`));
  }
  expect(run.split("\n\n")[0]).toMatch(
    /^\$ route tickets-demo\.csv[\s\S]*12 of 12 equal \(100%\)$/,
  );
  expect(tickets[1]?.subject).toBe("Can't log in since Monday");
  expect(drafts[1]?.draft_owner).toBe("Support");
});

test("adds nothing on a second run", () => {
  const runs = run.split("\n\n").filter((part) => part.startsWith("$ route tickets.csv"));
  expect(runs.map((part) => /(\d+) drafts added/.exec(part)?.[1])).toEqual(["24", "0"]);
  expect(new Set(drafts.map(({ ticket }) => ticket)).size).toBe(24);
  expect(drafts).toHaveLength(24);
});

test("drafts the ticket with an empty subject for a team", () => {
  const empty = tickets.filter(({ subject }) => subject === "");
  expect(empty.map(({ ticket }) => ticket)).toEqual(["T-4113"]);
  expect(drafts.find(({ ticket }) => ticket === "T-4113")?.draft_owner).toBe("Support");
  expect(JSON.stringify(drafts)).not.toContain("Needs a person");
});

test("leaves the tickets as they are", () => {
  const hash = createHash("sha256").update(drillText(id, "tickets.csv")).digest("hex");
  const printed = [...run.matchAll(/^([0-9a-f]{64}) {2}tickets\.csv$/gm)].map(([, found]) => found);
  expect(printed).toEqual([hash, hash]);
});

test("counts three tickets twice in the summary", () => {
  const lines = [...drillText(id, "summary.txt").matchAll(/^(\w+) +(\d+)$/gm)];
  const summary = Object.fromEntries(lines.map(([, owner, count]) => [owner, Number(count)]));
  expect(Object.values(summary)).toEqual([3, 5, 4, 2, 10]);
  expect(sum(Object.values(summary))).toBe(tickets.length);
  const matches = tickets.map(({ subject }) => ownersOf(subject));
  const { Support: left, ...counted } = summary;
  expect(counted).toEqual(countEach(matches.flat()));
  expect(left).toBe(tickets.length - matches.flat().length);
  expect(matches.filter((owners) => owners.length > 1)).toHaveLength(3);
  const drafted = countEach(drafts.map(({ draft_owner }) => draft_owner));
  expect(drafted).toEqual({ Billing: 3, Accounts: 3, Product: 3, Sales: 2, Support: 13 });
});
