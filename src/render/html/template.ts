import type { FilledPage } from "../page/filled-page.ts";
import { type Hole, html } from "./html.ts";
import { bullets, factList } from "./parts.ts";
import { type Block, parseTemplate, type Words } from "./template-blocks.ts";
import { showInline, showValue, type ValueContext } from "./value.ts";

/** A page as its template divides it: its title, what stands below it, and its sections. */
export interface PageParts {
  /** The line of the title, with its placeholders. */
  title: string;
  lead: Hole;
  sections: { title: Hole; body: Hole }[];
}

/** Shows a filled page. */
export function showPageParts(page: FilledPage, context: ValueContext): PageParts {
  const { title, lead, sections } = parseTemplate(page.template);
  const show = (blocks: readonly Block[]) => blocks.map((block) => showBlock(page, block, context));
  return {
    title,
    lead: show(lead),
    sections: sections.map((section) => ({
      title: showWords(page, section.title),
      body: show(section.blocks),
    })),
  };
}

function showBlock(page: FilledPage, block: Block, context: ValueContext): Hole {
  switch (block.kind) {
    case "value":
      return showValue(page.findValue(block.name), context);
    case "paragraph":
      return showParagraphOf(block.label, showWords(page, block.words));
    case "facts":
      return factList(
        block.facts.map(({ name, words }) => ({ name, value: showWords(page, words) })),
      );
    case "list":
      return showEntries(block, (entry) => showWords(page, entry));
    case "code":
      return html`<pre tabindex="0">${block.lines}</pre>`;
  }
}

function showParagraphOf(label: string | undefined, words: Hole): Hole {
  return label === undefined
    ? html`<p>${words}</p>`
    : html`<p><span class="label">${label}</span> ${words}</p>`;
}

function showEntries(
  { entries, isNumbered }: Extract<Block, { kind: "list" }>,
  show: (entry: Words) => Hole,
): Hole {
  const shown = entries.map(show);
  return isNumbered
    ? html`<ol>${shown.map((entry) => html`<li>${entry}</li>`)}</ol>`
    : bullets(shown);
}

/** Shows a line of a template: bold words, and values inside the sentence. */
function showWords(page: FilledPage, words: Words): Hole {
  return words.map((part, index) =>
    index % 2 === 1 ? showInline(page.findValue(part)) : showBold(part),
  );
}

function showBold(text: string): Hole {
  return text.split(/\*\*/).map((part, index) => (index % 2 === 1 ? html`<b>${part}</b>` : part));
}
