import {
  outlineProject,
  type ProjectOutline,
  type ProjectOutlineView,
} from "../page/project-outline.ts";
import type { StepPart } from "../page/step-parts.ts";
import { JUDGING_TITLE } from "./judging.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";
import { renderFilled } from "./page.ts";
import { describeHash, renderChange } from "./page-value.ts";

/** Renders a project as sections of a page for someone else. */
export function renderProjectSections(view: ProjectOutlineView): string[] {
  const outline = outlineProject(view);
  return [`## ${outline.kind}: ${escapeMarkdown(outline.title)}`, ...renderOutlined(outline)];
}

function renderOutlined(outline: ProjectOutline): string[] {
  const { changes, judging, passes, parked, rounds, removed, versions } = outline;
  return [
    outline.facts.map(renderOutlineEntry).join("\n"),
    ...outline.pages.map(renderStepPart),
    ...section(changes.title, changes.changes.map(renderChange)),
    ...section(JUDGING_TITLE, judging.map(renderOutlineEntry)),
    ...section("Passes", passes.map(renderOutlineEntry)),
    ...section("Parked ideas", parked.map(renderOutlineEntry)),
    ...rounds.flatMap(({ title, pages, judging: earlier }) => [
      `### ${title}`,
      ...[
        ...pages.map(renderStepPart),
        ...section(JUDGING_TITLE, earlier.map(renderOutlineEntry)),
      ].map((text) => text.replace(/^#/gm, "##")),
    ]),
    ...section("Answers to questions that were removed", removed.map(renderOutlineEntry)),
    ...versions.flatMap(({ title, outline: version }) => [
      `### ${title}`,
      ...renderOutlined(version).map((text) => text.replace(/^#/gm, "##")),
    ]),
    ...outline.files.map(describeHash),
  ];
}

/** Renders the page of a step, with its headings two levels down. */
function renderStepPart({ title, page }: StepPart): string {
  return renderFilled(page, { isQuoted: false })
    .trim()
    .replace(/^# .*$/m, `### ${escapeMarkdown(title)}`)
    .replace(/^## /gm, "#### ")
    .trim();
}

function renderOutlineEntry(text: string): string {
  return listEntry(escapeMarkdown(text));
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`### ${title}`, lines.join("\n")] : [];
}
