import { splitPlaceholders } from "../../domain/text/template.ts";
import type { FilledPage } from "../page/filled-page.ts";
import { type Hole, html } from "./html.ts";
import { bullets, factList } from "./parts.ts";
import { showInline, showValue, type ValueContext } from "./value.ts";

/** A page as its template divides it: its title, what stands below it, and its sections. */
export interface PageParts {
  /** The line of the title, with its placeholders. */
  title: string;
  lead: Hole;
  sections: { title: Hole; body: Hole }[];
}

/** Shows a filled page: the few forms of markdown that templates use, with values in them. */
export function showPageParts(page: FilledPage, context: ValueContext): PageParts {
  const [head = "", ...others] = page.template.split(/^(?=## )/m);
  const [title = "", ...lead] = head.split("\n");
  const hasTitle = title.startsWith("# ");
  return {
    title: hasTitle ? title.slice(2) : "",
    lead: showBlocks(page, hasTitle ? lead.join("\n") : head, context),
    sections: others.map((section) => {
      const [heading = "", ...body] = section.split("\n");
      return {
        title: showWords(page, heading.slice(3)),
        body: showBlocks(page, body.join("\n"), context),
      };
    }),
  };
}

function showBlocks(page: FilledPage, text: string, context: ValueContext): Hole {
  return text
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== "")
    .map((block) => showBlock(page, block, context));
}

function showBlock(page: FilledPage, block: string, context: ValueContext): Hole {
  const lines = block.split("\n").filter((line) => line !== "");
  if (lines.every((line) => line.startsWith("    ")))
    return html`<pre tabindex="0">${lines.map((line) => `${line.slice(4)}\n`)}</pre>`;
  if (/^(?:-|\d+\.) /.test(lines[0] ?? "")) return showEntries(page, lines);
  const alone = splitPlaceholders(block.trim());
  if (alone.length === 3 && alone[0] === "" && alone[2] === "")
    return showValue(page.findValue(alone[1] ?? ""), context);
  const [, label, rest] = /^([A-Z][^:{}]{0,60}:) (\{\{.*)$/.exec(lines.join(" ")) ?? [];
  if (label !== undefined)
    return html`<p><span class="label">${label}</span> ${showWords(page, rest ?? "")}</p>`;
  return html`<p>${showWords(page, lines.join(" "))}</p>`;
}

/** Shows a list; names with values as such. */
function showEntries(page: FilledPage, lines: readonly string[]): Hole {
  const entries: string[] = [];
  for (const line of lines) {
    const [mark, rest] = /^(?:-|\d+\.) (.*)$/.exec(line) ?? [];
    if (mark === undefined) entries.push(`${entries.pop() ?? ""} ${line.trim()}`);
    else entries.push(rest ?? "");
  }
  const facts = entries.map((entry) => /^\*\*([^*{]+):\*\* (.*)$/.exec(entry));
  if (facts.every((fact) => fact !== null))
    return factList(
      facts.map((fact) => ({ name: fact[1] ?? "", value: showWords(page, fact[2] ?? "") })),
    );
  const shown = entries.map((entry) => showWords(page, entry));
  if ((lines[0] ?? "").startsWith("-")) return bullets(shown);
  return html`<ol>${shown.map((entry) => html`<li>${entry}</li>`)}</ol>`;
}

/** Shows a line of a template: bold words, and values inside the sentence. */
function showWords(page: FilledPage, line: string): Hole {
  return splitPlaceholders(line).map((part, index) =>
    index % 2 === 1 ? showInline(page.findValue(part)) : showBold(part),
  );
}

function showBold(text: string): Hole {
  return text.split(/\*\*/).map((part, index) => (index % 2 === 1 ? html`<b>${part}</b>` : part));
}
