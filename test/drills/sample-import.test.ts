import { expect, test } from "vitest";
import { drillRows, drillText, truthAndClaims } from "../helpers/drill-files.ts";

const contacts = drillRows("sample-import", "contacts.csv");
const sample = drillRows("sample-import", "sample.csv");
const empty = drillText("sample-import", "run.txt").trim().split("\n\n").at(-1);

test("claims five checks, of which three don't hold", async () => {
  expect(await truthAndClaims("sample-import")).toEqual([
    "met, claimed met (ran)",
    "not-met, claimed met (ran)",
    "not-met, claimed met (ran)",
    "met, claimed met (ran)",
    "not-met, claimed not-met (ran)",
  ]);
});

test("drops the contacts without a company, and no others", () => {
  expect([contacts.length, sample.length]).toEqual([28, 24]);
  const kept = new Set(sample.map(({ contact }) => contact));
  const missing = contacts.filter(({ contact }) => !kept.has(contact));
  expect(missing.map(({ contact }) => contact)).toEqual(["C-313", "C-334", "C-352", "C-367"]);
  expect(contacts.filter(({ company }) => company === "")).toEqual(missing);
});

test("leaves people in the notes, and nowhere else", () => {
  const names = contacts.flatMap(({ name }) => name?.split(" ") ?? []);
  const real = new RegExp(`\\b(?:${names.join("|")})\\b|@example\\.org|\\(\\d{3}\\) 555`, "i");
  const left = sample.filter(({ note }) => real.test(note ?? ""));
  expect(left.map(({ contact }) => contact)).toEqual(["C-376"]);
  // The others are colleagues, and no contact has such a name.
  expect(names.filter((name) => /^(?:Tom|Priya|Ines)$/.test(name))).toEqual([]);
  for (const [index, row] of sample.entries()) {
    expect(row.name).not.toMatch(real);
    expect(row.email).toBe(`contact${index + 1}@example.com`);
    expect(row.phone).toMatch(/^(?:\(555\) 010-\d{4})?$/);
    expect(row.company).not.toMatch(real);
  }
  expect(new Set(sample.map(({ name }) => name)).size).toBe(24);
});

test("keeps the other columns as they are", () => {
  for (const row of sample) {
    const source = contacts.find(({ contact }) => contact === row.contact);
    for (const column of ["contact", "company", "plan", "signed_up", "note"])
      expect(row[column]).toBe(source?.[column]);
    expect(row.phone === "").toBe(source?.phone === "");
  }
});

test("keeps a company name with a sign in it", () => {
  const signs = contacts.filter(({ company }) => company?.includes("&"));
  expect(signs.map(({ contact }) => contact)).toEqual(["C-358"]);
  expect(sample.find(({ contact }) => contact === "C-358")?.company).toBe("Fennel & Rye");
});

test("writes the same file twice", () => {
  const [first, second] = ["sample.csv", "sample-second-run.csv"];
  expect(drillText("sample-import", second ?? "")).toBe(drillText("sample-import", first ?? ""));
  expect(drillText("sample-import", "run.txt")).toContain(
    `Files ${first} and ${second} are identical`,
  );
});

test("writes a file without rows, and says what it always says", () => {
  expect(empty).toMatch(/^\$ .* empty\.csv [\s\S]*\nWrote empty-sample\.csv\.$/);
  expect(drillText("sample-import", "run.txt")).not.toContain("No rows in");
});
