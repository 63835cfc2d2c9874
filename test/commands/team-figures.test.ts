import { expect, test } from "vitest";
import { runTeam } from "../../src/commands/team.ts";
import { openTeam, summaryOf } from "../helpers/team.ts";

test("a project that shows an item is nobody's word for it, and no answer is no inability", async () => {
  const items = [
    { item: "spec", level: "shown" as const },
    { item: "review", level: "none" as const },
  ];
  const files = [1, 2, 3].map((person) => [`${person}.json`, summaryOf(person, { items })]);
  const { run, stdout } = openTeam(Object.fromEntries(files));
  await run();
  expect(stdout()).toMatch(/ say or show {2}show it {2}twice\n/);
  expect(stdout()).toMatch(/Specs +3 +3 +0\n/);
  expect(stdout()).toContain("3 of 3 people haven't said or shown this yet.");
  const page = openTeam(Object.fromEntries(files));
  await runTeam(page.context, page.folder, { format: "html" });
  expect(page.stdout()).toContain("3 say so or show it, 3 show it and 0 show it twice");
  expect(page.stdout()).not.toContain("3 say so,");
});

test("two files with the same figures are named", async () => {
  const twins = Object.fromEntries(
    [1, 2, 3].map((person) => [
      `${person}.json`,
      summaryOf(person, { predictions: { tooHigh: person === 3 ? 3 : 1, exact: 0, tooLow: 0 } }),
    ]),
  );
  const { run, stderr } = openTeam(twins);
  await run();
  expect(stderr()).toBe(
    '"1.json" and "2.json" have the same figures. If one person shared both under two ids, ' +
      "delete one.\n",
  );
});

test("three files with the same figures are one group, and all are named", async () => {
  const { run, stderr } = openTeam(
    Object.fromEntries(
      [1, 2, 3].map((person) => [
        `${person}.json`,
        summaryOf(person, { predictions: { tooHigh: 1, exact: 0, tooLow: 0 } }),
      ]),
    ),
  );
  await run();
  expect(stderr()).toBe(
    '"1.json", "2.json" and "3.json" have the same figures. If one person shared several of ' +
      "them under different ids, keep one.\n",
  );
});
