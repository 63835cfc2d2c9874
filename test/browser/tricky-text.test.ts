import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { summarizeChecklist } from "../../src/domain/insights/checklist-summary.ts";
import { findQuestion } from "../../src/domain/library/step.ts";
import type { Entry, Project } from "../../src/domain/project/project.ts";
import { renderProgressHtml } from "../../src/render/html/pages.ts";
import { escapeMarkdown } from "../../src/render/text/markdown.ts";
import { unescapeMarkdown } from "../../src/render/text/plain-text.ts";
import { noBrowser, withPage } from "../helpers/browser.ts";
import { hostile } from "../helpers/hostile.ts";
import {
  library,
  progressWith,
  projectAfter,
  sampleAnswers,
  slices,
  steps,
  takeStep,
} from "../helpers/loop.ts";
import { withReport } from "../helpers/reports.ts";
import { checklistOf } from "../helpers/samples.ts";

const pieces = [
  ..."<script>alert(1)</script>|<img src=x onerror=alert(1)>|</style>|</title>|<!--|-->|]]>".split(
    "|",
  ),
  ..."\"'><svg onload=alert(1)>|javascript:alert(1)|<a href=//x.example>|&lt;|&amp;|&#x3c;".split(
    "|",
  ),
  ..."<iframe src=//x.example>|<link rel=stylesheet href=//x.example>|<base href=//x.example>".split(
    "|",
  ),
  ..."<form action=//x.example>|<meta http-equiv=refresh content=0>|{{spec.problem}}|$&|$1".split(
    "|",
  ),
  ..."**bold**|`code`|# title|- [ ] box|@name|#12|\\|/|<|>|&|\"|'|=|a b|C1|0|\n|\n\n|\t|  ".split(
    "|",
  ),
  ..."\u05e9\u05dc\u05d5\u05dd|\u{1f469}\u{1f3fd}\u200d\u{1f52c}|\u202e|\u0000|\ud800|\ufeff|e\u0301|\u2028".split(
    "|",
  ),
  ...Object.values(hostile),
];
const trickyTexts = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 6 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(""))
  .filter((text) => showAsInTerminal(text) !== "");

/** The text as a terminal shows the page in markdown. */
function showAsInTerminal(text: string): string {
  return unescapeMarkdown(escapeMarkdown(text)).replace(/\s+/g, " ").trim();
}

/**
 * Returns the sample project with an agent's report that has tricky texts in every part, and the
 * drafts that come from it on the handoff.
 */
function createReported(next: () => string): Project {
  const oneLine = () => next().replace(/[\n\r\u2028\u2029]+/g, " ");
  const list = () => `- ${oneLine()}\n- ${oneLine()}\n`;
  const report = [
    `# Report\nAgent: ${oneLine()}\n## Checks`,
    ...[1, 2, 3].map((number) => `- C${number}: met (ran). ${oneLine()}`),
    `## How to run it\n${list()}## What is faked\n${list()}## Packages and services used\n${list()}`,
    `## Added without being asked\n${list()}## For the engineer\n${list()}`,
  ].join("\n");
  const reported = withReport(projectAfter("spec", "brief"), report, 3, oneLine());
  const reviewed = takeStep(reported, "review", sampleAnswers.review ?? {}, 4);
  return takeStep(reviewed, "handoff", { engineer: "Mira" }, 5);
}

/** Lists the lines of the agent that stand on the pages of a project. */
function listAgentLines({ answers }: Project): string[] {
  return Object.values(answers).flatMap((questions) =>
    Object.values(questions).flatMap((value) => {
      const entries = "entries" in value ? (value.entries as Entry[]) : [];
      return entries.filter(({ from }) => from === "report").map(({ text }) => text);
    }),
  );
}

/** Returns a project in which a person and an agent typed something else everywhere. */
function createTricky(template: Project, index: number, next: () => string): Project {
  const answers = structuredClone(template.answers);
  for (const [step, questions] of Object.entries(answers))
    for (const [id, value] of Object.entries(questions)) replaceTexts(`${step}.${id}`, value, next);
  const { closed, passes, ...rest } = structuredClone(template);
  return {
    ...rest,
    ...(index % 2 === 0 && closed ? { closed } : {}),
    ...{ id: `p-${index}`, uid: `p-${index}`, title: next(), answers },
    passes: [{ what: next(), minutes: 5, at: rest.startedAt }],
    parked: [],
    amendments: [
      {
        ...{ step: "spec", question: "stop", before: [next()], after: [next()] },
        ...{ because: next(), at: rest.startedAt },
      },
    ],
  };
}

function replaceTexts(name: string, value: object, next: () => string): void {
  const question = findQuestion(steps, name);
  const isTyped = question?.type === "text" || question?.type === "list";
  const isPicks = question?.picks !== undefined;
  if (!isTyped || isPicks) return;
  if ("entries" in value)
    for (const entry of value.entries as { text: string }[]) entry.text = next();
  else if ("each" in value)
    for (const saved of Object.values(value.each as Record<string, { text: string }>))
      saved.text = next();
  else Object.assign(value, { text: next() });
}

const elements =
  "html head meta title style body header main footer section article div p h1 h2 h3 h4 ul ol li dl dt dd " +
  "span b bdi code br figure figcaption table caption thead tbody tr th td svg rect details summary blockquote pre";

test.skipIf(noBrowser)(
  "2,000 tricky texts of people and 2,000 of agents stay texts, as a terminal shows them",
  async () => {
    const texts: string[] = fc.sample(trickyTexts, { numRuns: 2400, seed: 7 });
    let used = 0;
    const next = () => texts[used++] ?? "none";
    const template = projectAfter("spec", "brief", "review", "handoff", "decide");
    const projects: Project[] = [];
    while (used < 2000) projects.push(createTricky(template, projects.length, next));
    const reports = fc.sample(trickyTexts, { numRuns: 2000, seed: 8 });
    const nextOfAgent = () => reports.pop() ?? "none";
    while (reports.length > 0) {
      const uid = `agent-${projects.length}`;
      projects.push({ ...createReported(nextOfAgent), uid, id: uid, title: next() });
    }
    const agentLines = projects.flatMap(listAgentLines);
    const checklist = library.checklists[0] ?? checklistOf("a");
    const progress = progressWith(...projects);
    const summary = summarizeChecklist({ checklist, slices, steps, progress });
    const file = join(inject("sharedFolder"), "tricky.html");
    writeFileSync(file, renderProgressHtml({ summary, slices, steps, projects }).markup);
    const seen = await withPage(file, async ({ page, noise }) => {
      let dialogs = 0;
      page.on("dialog", () => dialogs++);
      const found: string = await page.evaluate(
        `JSON.stringify({
          names: [...new Set([...document.querySelectorAll("*")].map((one) => one.localName))],
          attributes: [...new Set([...document.querySelectorAll("body *")]
            .flatMap((one) => one.getAttributeNames()))],
          text: document.body.textContent,
        })`,
      );
      return { ...JSON.parse(found), noise, dialogs };
    });
    const known = new Set(elements.split(" "));
    const text = String(seen.text).replace(/\s+/g, " ");
    const missing = [...texts.slice(0, used), ...agentLines].filter(
      (one) => !text.includes(showAsInTerminal(one)),
    );
    expect(agentLines.length).toBeGreaterThan(500);
    expect(missing).toEqual([]);
    expect(seen.names.filter((name: string) => !known.has(name))).toEqual([]);
    expect(seen.attributes.toSorted()).toEqual(
      "class dir height role scope viewBox width x y".split(" "),
    );
    expect({ noise: seen.noise, dialogs: seen.dialogs }).toEqual({ noise: [], dialogs: 0 });
  },
);
