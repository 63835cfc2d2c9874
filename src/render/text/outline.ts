import { hang } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** Renders fields with their values. Text is in quotes, to tell it from numbers and booleans. */
export function renderOutline(
  view: { from: string; fields: object },
  { theme, width }: RenderOptions,
): string {
  const source = theme.faint(hang("", `From ${view.from}`, width));
  return `${[source, ...renderFields(view.fields, "", width)].join("\n")}\n`;
}

function renderFields(value: unknown, margin: string, width: number): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => renderField("-", entry, margin, width));
  const fields = Object.entries(value as object);
  return fields.flatMap(([name, entry]) => renderField(`${name}:`, entry, margin, width));
}

function renderField(name: string, value: unknown, margin: string, width: number): string[] {
  if (value !== null && typeof value === "object") {
    const inside = renderFields(value, `${margin}  `, width);
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
