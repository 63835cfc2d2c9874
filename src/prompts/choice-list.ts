import type { Choice, PrompterSettings } from "./prompter.ts";

/**
 * Lays out choices for inquirer: labels in a column with their hints next to them. If there isn't
 * enough room, the hint of the current choice goes below. `margin` is what inquirer draws in front
 * of a label; a second row is indented further, so that it doesn't look like another choice.
 */
export function drawChoices<T extends string>(
  choices: readonly Choice<T>[],
  { visible, measure, wrap, findWidth }: PrompterSettings,
  margin: string,
) {
  const column = Math.max(...choices.map(({ label }) => measure(label))) + 3;
  const fits = choices.every(
    ({ hint }) => column + measure(hint ?? "") + margin.length <= findWidth(),
  );
  const drawn = choices.map(({ value, label, hint }) => {
    const name =
      hint && fits
        ? visible(`${label}${" ".repeat(column - measure(label))}${hint}`)
        : wrap(`${margin}  `, visible(label)).slice(margin.length + 2);
    const below = hint && !fits ? { description: wrap("  ", visible(hint)) } : {};
    return { value, name, short: visible(label), ...below };
  });
  return { choices: drawn, ...layOutPage(drawn) };
}

/**
 * Returns how many rows inquirer draws: those of the choices that fit as a whole. Each list has a
 * start and an end, so that a person notices when they have seen all of it.
 */
function layOutPage(choices: readonly { name: string }[]) {
  const ends: number[] = [];
  for (const { name } of choices) ends.push((ends.at(-1) ?? 0) + name.split("\n").length);
  const pageSize = ends.findLast((end) => end <= MAX_ROWS) ?? MAX_ROWS;
  return { pageSize, loop: false, isWhole: (ends.at(-1) ?? 0) <= pageSize };
}

/** More rows would leave no room for the question in a window of 24 rows. */
const MAX_ROWS = 12;
