import { cutTemplate, listPlaceholders } from "../../domain/text/template.ts";
import { resolvePlaceholder } from "./resolve.ts";
import { showOnce } from "./shown-facts.ts";
import { isNothingShown, NOTHING, type PageValue } from "./value.ts";
import type { PageView } from "./view.ts";

/** The page of a step: what is left of its template, and what the placeholders in it stand for. */
export interface FilledPage {
  template: string;
  findValue: (name: string) => PageValue;
}

/**
 * Fills the page of a step with values, and leaves out what has none. `resolve` says what a
 * placeholder stands for.
 */
export function fillPage(
  view: PageView,
  resolve = (name: string) => resolvePlaceholder(view, name),
): FilledPage {
  const { step, steps, shown } = view;
  const round = view.project.rounds.length + 1;
  const values = new Map(
    listPlaceholders(step.body).map((name) => [
      name,
      showOnce(shown, steps, name, resolve(name), round),
    ]),
  );
  const findValue = (name: string) => values.get(name) ?? NOTHING;
  return { template: cutTemplate(step.body, (name) => isNothingShown(findValue(name))), findValue };
}
