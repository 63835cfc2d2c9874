import { expect, test } from "vitest";
import { html, readHtmlText, typed } from "../../../src/render/html/html.ts";

test("escapes every hole, in text and in attributes", () => {
  const text = `<b>&"'`;
  expect(html`<p title="${text}">${text}</p>`.markup).toBe(
    '<p title="&lt;b&gt;&amp;&quot;&#39;">&lt;b&gt;&amp;&quot;&#39;</p>',
  );
});

test("keeps what is markup already, and leaves out nothing else but undefined", () => {
  expect(html`<p>${[html`<b>a</b>`, undefined, 0, ["<", ""]]}</p>`.markup).toBe(
    "<p><b>a</b>0&lt;</p>",
  );
});

test("shows control characters and reordering ones as symbols", () => {
  expect(typed("a\u001b[1m\u202eb").markup).toBe("<bdi>a\u241b[1m&lt;U+202E&gt;b</bdi>");
});

test("keeps the lines of a text, without margins and empty ones", () => {
  expect(typed("  a \r\n\r\n b ").markup).toBe("<bdi>a\nb</bdi>");
});

test("makes no markup of what a person typed", () => {
  expect(typed("Run `node <a>.mjs` and **wait**").markup).toBe(
    "<bdi>Run `node &lt;a&gt;.mjs` and **wait**</bdi>",
  );
});

test("joins the lines of a template with a space, but not around a tag", () => {
  const page = html`<p class="a"
    id="b">
    One
    two</p>
    <p>three</p>`;
  expect(page.markup).toBe('<p class="a" id="b">One two</p><p>three</p>');
});

test("reads what a page shows, and the words for its pictures, to look for secrets", () => {
  const page = html`<style>p { color: red }</style><p>A ${typed("a&b <c>")}</p>
    <img src="data:image/png;base64,AAAA" alt="${'x"y'}">`;
  expect(readHtmlText(page).trim()).toBe('A a&b <c>\nx"y');
});
