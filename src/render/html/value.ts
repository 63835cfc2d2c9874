import { capitalize } from "../../domain/text/words.ts";
import { FOLDER_LABEL, FROM_FOLDER, LEFT_EMPTY, LEFT_OUT } from "../page/answer-words.ts";
import type {
  ChangeView,
  CheckNote,
  JudgedCheck,
  Line,
  PageValue,
  PictureView,
} from "../page/value.ts";
import { type Hole, Html, html, typed } from "./html.ts";
import { bullets, chip, factList, typedParagraph } from "./parts.ts";

/** Where a page stands that values are shown on. */
export interface ValueContext {
  /** True for a page that quotes answers, because an agent reads it. */
  isQuoted: boolean;
}

/** Shows a value as blocks of its own. */
export function showValue(value: PageValue, context: ValueContext): Hole {
  switch (value.kind) {
    case "nothing":
      return undefined;
    case "left-empty":
      return html`<p class="quiet">${LEFT_EMPTY}</p>`;
    case "words":
      return value.lines.map(showParagraph);
    case "answer":
      return quoted(value.lines.map(showParagraph), context);
    case "list":
      return quoted(showList(value.lines), value.isPlain ? { isQuoted: false } : context);
    case "picks":
      return bullets(value.lines.map(showPick));
    case "judged":
      return html`<ol class="checks">${value.checks.map(showCheck)}</ol>`;
    case "sum":
      return html`<p class="sum">${value.parts.map(({ words, tone }) => [chip(words, tone), " "])}</p>`;
    case "amendments":
      return value.changes.map(showChange);
    case "place":
      return html`<p><span class="label">${FOLDER_LABEL}</span> <code>${value.path}</code></p>`;
    case "traced":
      return [
        showValue(value.answer, context),
        html`<p class="quiet">${LEFT_OUT}</p>`,
        bullets(value.leftOut.map(typed)),
      ];
  }
}

/** Shows a value inside a sentence. */
export function showInline(value: PageValue): Hole {
  if (value.kind === "traced") return showInline(value.answer);
  if ("lines" in value)
    return value.lines.map((line, index) => [index > 0 ? "; " : "", showTextLine(line)]);
  if (value.kind === "left-empty") return LEFT_EMPTY;
  if (value.kind === "place") return html`<code>${value.path}</code>`;
  return undefined;
}

function quoted(body: Hole, { isQuoted }: Pick<ValueContext, "isQuoted">): Hole {
  return isQuoted ? html`<blockquote>${body}</blockquote>` : body;
}

function showNotes(notes: readonly string[] = []): Hole {
  return notes.map((note) => html` <span class="quiet">(${note})</span>`);
}

function showTextLine({ text, notes }: Line): Html {
  return html`${typed(text)}${showNotes(notes)}`;
}

function showParagraph(line: Line): Html {
  if (!line.notes?.length) return typedParagraph(line.text);
  return html`<p>${showTextLine(line)}</p>`;
}

function showList(lines: readonly Line[]): Hole {
  if (!lines.some(({ number }) => number !== undefined)) return bullets(lines.map(showTextLine));
  return html`<ul class="numbered">
    ${lines.map((line) => html`<li><b>C${line.number}</b> <span>${showTextLine(line)}</span></li>`)}
    </ul>`;
}

function showPick({ text, mark, notes }: Line): Hole {
  if (!mark) return typed(text);
  const picked = chip(capitalize(mark.words), mark.isPicked ? "good" : "bad");
  return html`${typed(text)} ${picked}${showNotes(notes)}`;
}

function showCheck({ name, verdict, tone, text, notes, said, pictures }: JudgedCheck): Html {
  const title = name.replace(/,$/, "");
  const told = said === undefined ? [] : [{ name: "The agent said", value: capitalize(said) }];
  return html`<li>
    <p class="verdict"><b>${title}</b> ${chip(capitalize(verdict), tone)}</p>
    ${typedParagraph(text, "check")}
    ${notes.length > 0 ? factList(notes.map(showCheckNote)) : undefined}
    ${told.length > 0 ? factList(told) : undefined}
    ${showPictures(pictures, title)}
    </li>`;
}

function showCheckNote({ name, text, notes }: CheckNote) {
  const value = html`${typed(text)}${showNotes(notes)}`;
  return { name: name.replace(/:$/, ""), value };
}

function showPictures(pictures: readonly PictureView[], title: string): Html[] {
  return pictures.map((picture, index) =>
    showPicture(picture, namePicture(title, index, pictures.length)),
  );
}

function namePicture(check: string, index: number, count: number): string {
  return `What I saw for ${check}${count > 1 ? `, picture ${index + 1} of ${count}` : ""}`;
}

/** A picture opens full size when its link is followed: the page has no script. */
function showPicture(picture: PictureView, title: string): Html {
  const { findSource, width, height, absent, isFromFolder } = picture;
  const source = findSource();
  if (!source) return html`<p class="quiet">${title}: ${absent}</p>`;
  const id = `picture-${source.number}`;
  const caption = isFromFolder ? `${title}, ${FROM_FOLDER}` : title;
  return html`<figure class="picture" id="${id}">
    <a href="#${id}"><img src="${pictureAddress(source.src)}" width="${width}" height="${height}" alt="${title}"></a>
    <figcaption>${caption} <a class="close" href="#top">Close</a></figcaption>
    </figure>`;
}

/** What stands for a picture until the page is written is kept as it is. No text can hold it. */
function pictureAddress(src: string): Hole {
  return /^\0\d+\0$/.test(src) ? new Html(src) : src;
}

/** Shows a change to a locked step. */
export function showChange({ when, about, because, texts }: ChangeView): Html {
  return html`<div class="change"><p><b>${about}</b> <span class="day">${when}</span></p>${factList(
    [
      { name: "Because", value: typed(because) },
      ...texts.map(({ name, texts }) => ({ name, value: joinTyped(texts) })),
    ],
  )}</div>`;
}

function joinTyped(texts: readonly string[]): Hole {
  if (texts.join("") === "") return "nothing";
  return texts.length === 1 ? typed(texts[0] ?? "") : bullets(texts.map(typed));
}
