import { hang } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/**
 * Fields with their values, texts in quotes, so that a text, a number and a yes can be told apart.
 */
export function renderOutline(
  view: { from: string; fields: object },
  { theme, width }: RenderOptions,
): string {
  return `${theme.faint(hang("", `From ${view.from}`, width))}\n${draw(view.fields, "", width).join("\n")}\n`;
}

function draw(value: unknown, margin: string, width: number): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => drawField("-", entry, margin, width));
  const fields = Object.entries(value as object);
  return fields.flatMap(([name, entry]) => drawField(`${name}:`, entry, margin, width));
}

function drawField(name: string, value: unknown, margin: string, width: number): string[] {
  if (value !== null && typeof value === "object") {
    const inside = draw(value, `${margin}  `, width);
    return inside.length > 0 ? [`${margin}${name}`, ...inside] : [`${margin}${name} none`];
  }
  if (typeof value === "string" && value.includes("\n")) {
    return [
      `${margin}${name}`,
      ...value.split("\n").map((line) => (line === "" ? "" : hang(`${margin}  | `, line, width))),
    ];
  }
  return [
    hang(`${margin}${name} `, typeof value === "string" ? `"${value}"` : String(value), width),
  ];
}
