import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { NOTES_HINT } from "../../src/commands/shared/notes-hint.ts";
import { runSlices, runSlicesShow, type SlicesOptions } from "../../src/commands/slices.ts";
import { joinWords } from "../../src/domain/text/words.ts";
import { createTestContext } from "../helpers/context.ts";
import { slices } from "../helpers/loop.ts";
import { createTempFolder } from "../helpers/temp.ts";

const starters = slices.filter(({ own }) => !own);
const all = starters.map(({ id }) => id);

/** Lists the slices that pass a filter. */
function listThose(passes: (slice: (typeof slices)[number]) => boolean): string[] {
  return starters.filter(passes).map(({ id }) => id);
}

test.each<{ options: SlicesOptions; want: string[] }>([
  { options: {}, want: all },
  { options: { trains: "review" }, want: listThose(({ trains }) => trains.includes("review")) },
  { options: { maxHours: "4" }, want: listThose(({ hours }) => hours <= 4) },
  {
    options: { maxHours: "4.0", trains: "review" },
    want: listThose(({ hours, trains }) => hours <= 4 && trains.includes("review")),
  },
  { options: { maxHours: "0" }, want: [] },
])("lists $want for $options, as text and as JSON", async ({ options, want }) => {
  const person = createTestContext({ terminal: true });
  await runSlices(person.context, options);
  expect(all.filter((id) => new RegExp(`^  ${id} `, "m").test(person.stdout()))).toEqual(want);
  const hint =
    want.length > 0
      ? `\n  See one: builder-pm slices show ${want[0]}\n  ${NOTES_HINT}\n`
      : "No slice matches these filters. See all of them: builder-pm slices\n";
  expect(person.stderr()).toBe(hint);

  const program = createTestContext({ words: ["slices", "--json"] });
  await runSlices(program.context, { ...options, json: true });
  const document = JSON.parse(program.stdout());
  expect(document.version).toBe(1);
  expect(document.slices.map(({ id }: { id: string }) => id)).toEqual(want);
  expect(program.stderr()).toBe("");
  expect(readdirSync(program.home)).toEqual([]);
});

test.each([
  {
    options: { trains: "reviewz" },
    message: 'There is no item "reviewz".',
    fix: "Did you mean reviews? Use discovery, scoping, specs, reviews or handoffs.",
  },
  {
    options: { maxHours: "four" },
    message: '"four" is not a number of hours.',
    fix: "builder-pm slices --max-hours 4",
  },
  {
    options: { maxHours: "" },
    message: '"" is not a number of hours.',
    fix: "builder-pm slices --max-hours 4",
  },
  {
    options: { maxHours: "-1" },
    message: '"-1" is not a number of hours.',
    fix: "builder-pm slices --max-hours 4",
  },
  {
    options: { maxHours: "Infinity" },
    message: '"Infinity" is not a number of hours.',
    fix: "builder-pm slices --max-hours 4",
  },
])("rejects $options", async ({ options, message, fix }) => {
  const { context, stdout } = createTestContext();
  await expect(runSlices(context, options)).rejects.toMatchObject({ message, fix, exitCode: 2 });
  expect(stdout()).toBe("");
});

test.each(all)(
  "slices show %s prints the slice's page and, as JSON, all its content",
  async (id) => {
    const person = createTestContext();
    await runSlicesShow(person.context, id);
    const program = createTestContext({ words: ["slices", "show", id, "--json"] });
    await runSlicesShow(program.context, id);
    const { slice } = JSON.parse(program.stdout());
    expect(slice.id).toBe(id);
    for (const text of [
      slice.title,
      slice.summary,
      slice.stop,
      ...slice.checks,
      ...slice.notBuilding,
      slice.body,
    ]) {
      expect(person.stdout().replace(/\s+/g, " ")).toContain(text.replace(/\s+/g, " "));
    }
  },
);

test("suggests the closest slice", async () => {
  const { context } = createTestContext();
  await expect(runSlicesShow(context, "scrpt")).rejects.toMatchObject({
    message: 'There is no slice "scrpt".',
    fix: `Did you mean script? Use ${joinWords(all, "or")}.`,
    exitCode: 2,
  });
});

test("prints the first of many problems and the command for the rest", async () => {
  const team = join(createTempFolder(), "my team");
  mkdirSync(join(team, "slices"), { recursive: true });
  for (const name of "abcdef")
    writeFileSync(join(team, "slices", `${name}.md`), "---\ntitle: A\n---\n");
  const { context, stderr } = createTestContext({ options: { content: [team] } });
  await runSlices(context, {});
  expect(stderr().match(/builder-pm content lint.*/g)).toEqual([
    ...Array.from({ length: 5 }, () => `builder-pm content lint "${team}")`),
    `builder-pm content lint "${team}"`,
  ]);
});

test("ends a slice with the command that starts it", async () => {
  const person = createTestContext({ terminal: true });
  await runSlicesShow(person.context, "script");
  expect(person.stderr()).toBe("\n  Start it: builder-pm start script\n");
});
