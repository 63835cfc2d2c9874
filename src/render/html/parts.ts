import type { Ending } from "../../domain/library/ending.ts";
import type { Project } from "../../domain/project/project.ts";
import { capitalize } from "../../domain/text/words.ts";
import type { Tone } from "../page/value.ts";
import { formatDay } from "../text/dates.ts";
import { nameEnding } from "../text/project.ts";
import { type Hole, type Html, html, tidyLines } from "./html.ts";

/** A word or two with a color that means the same. */
export function chip(words: string, tone: Tone | "plain"): Html {
  return html`<span class="chip ${tone}">${words}</span>`;
}

const endingTones: Readonly<Record<Ending, Tone | "plain">> = {
  done: "good",
  "handed-over": "good",
  killed: "plain",
};

/** Says how a project ended, and on which day. */
export function endingChip({ closed }: Project): Html {
  if (!closed) return chip("Open", "open");
  const tone = closed.early ? "open" : endingTones[closed.as];
  const day = formatDay(new Date(closed.at));
  return html`${chip(capitalize(nameEnding(closed)), tone)} <span class="day">${day}</span>`;
}

/** Says the same of a project that may be open: then, on which day it was started. */
export function stateChip(project: Project): Html {
  if (project.closed) return endingChip(project);
  const day = formatDay(new Date(project.startedAt));
  return html`${chip("Not decided yet", "open")} <span class="day">started ${day}</span>`;
}

/** A paragraph that a person typed. */
export function typedParagraph(text: string, className = ""): Html {
  const lines = tidyLines(text);
  return className === ""
    ? html`<p dir="auto">${lines}</p>`
    : html`<p class="${className}" dir="auto">${lines}</p>`;
}

/** A list; nothing if there are no entries. */
export function bullets(entries: readonly Hole[]): Hole {
  return entries.length > 0
    ? html`<ul>${entries.map((entry) => html`<li>${entry}</li>`)}</ul>`
    : undefined;
}

/** A section with its title beside it, or above it if there is little room. */
export function sectionOf(title: Hole, body: Hole, level = 2): Html {
  const heading = level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`;
  return html`<section>${heading}<div>${body}</div></section>`;
}

/** Names with values. */
export function factList(facts: readonly { name: Hole; value: Hole }[]): Html {
  const rows = facts.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
  return html`<dl>${rows}</dl>`;
}
