import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { Marked } from "marked";
import { expect, test } from "vitest";
import { listPortfolio } from "../../../src/domain/insights/portfolio.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { stack } from "../../../src/render/layout.ts";
import { renderPortfolio } from "../../../src/render/text/portfolio.ts";
import { loadSixProjects } from "../../fixtures/six-projects.ts";
import { root } from "../../helpers/context.ts";
import {
  library,
  newProject,
  projectAfter,
  sampleAnswers,
  steps,
  takeStep,
} from "../../helpers/loop.ts";

const six = await loadSixProjects();
const [checklist] = library.checklists;
if (!checklist) throw new Error("no checklist");

/** The page of some projects, over the shipped content unless other steps are given. */
function page(projects: readonly Project[], known = steps): string {
  if (!checklist) throw new Error("no checklist");
  return stack(renderPortfolio(listPortfolio(checklist, known, projects)));
}

/** A project with these answers laid over the sample ones, killed before its brief was written. */
function killed(
  title: string,
  spec: Record<string, unknown> = {},
  decide: Record<string, unknown> = {},
): Project {
  const specified = takeStep(newProject({ title }), "spec", { ...sampleAnswers.spec, ...spec });
  return takeStep(specified, "decide", { ...sampleAnswers.decide, verdict: "kill", ...decide });
}

const readers = {
  marked: (markdown: string) => new Marked({ gfm: true, async: false }).parse(markdown) as string,
  "markdown-it": (markdown: string) => new MarkdownIt({ html: true }).render(markdown),
};

test("matches the golden file for six projects", async () => {
  await expect(page(six.projects)).toMatchFileSnapshot(join(root, "test/golden/portfolio.md"));
});

test("renders nothing without finished projects", () => {
  expect(renderPortfolio(listPortfolio(checklist, steps, []))).toEqual([]);
  expect(renderPortfolio(listPortfolio(checklist, steps, [newProject()]))).toEqual([]);
});

test.each(Object.entries(readers))(
  "%s finds one heading and one list for each project, and no other markup",
  (_name, read) => {
    const html = read(page(six.projects));
    expect(html.match(/<h3[^>]*>[^<]*<\/h3>\s*<ul>/g)).toHaveLength(6);
    expect(
      html.match(/<strong>(?:Problem|Result|What it shows|Decision|Because|Learned):<\/strong>/g),
    ).toHaveLength(36);
    expect(html).not.toMatch(/<(?:a|img|table|code|pre|h4|hr|blockquote)\b/);
  },
);

test.each(Object.entries(readers))("%s shows what was typed as it was typed", (_name, read) => {
  const words = [
    "<b>x</b> |a| [y](https://z.example) `c`",
    "# head\n- list\n1. one",
    "**stars** &amp; 5 * 3",
  ] as const;
  const html = read(page([killed(words[0], { problem: words[1] }, { because: words[2] })]));
  const shown = html
    .replace(/<\/?code>/g, "`")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  for (const line of words.flatMap((text) => text.split("\n"))) expect(shown).toContain(line);
  expect(html.match(/<h\d/g)).toHaveLength(2);
});

test("renders a project that was closed without a brief", () => {
  expect(page([killed("Monday report")])).toBe(
    [
      "## Portfolio\n\nFinished projects, newest first (1 ended without a review):\n",
      "### Monday report\n",
      `- **Problem:** ${sampleAnswers.spec?.problem}`,
      "- **Decision:** Kill (Nov 2, 2026)",
      `- **Because:** ${sampleAnswers.decide?.because}`,
      `- **Learned:** ${sampleAnswers.decide?.learned}`,
      `- **Bet:** ${sampleAnswers.spec?.bet}`,
      "- **Number now:** 12 minutes, by stopwatch on November 16 (moved part of the way)\n",
    ].join("\n"),
  );
});

test("shows how a project was closed if the deciding step was removed", () => {
  const reviewed = projectAfter("spec", "brief", "review");
  const decided = takeStep(reviewed, "decide", { ...sampleAnswers.decide, verdict: "kill" });
  const left = steps.filter(({ id }) => id !== "decide");
  expect(page([decided], left)).toContain("- **Decision:** killed on Nov 2, 2026\n");
  const early = page([killed("Monday report")], left);
  expect(early).toContain("- **Decision:** killed without a review on Nov 2, 2026\n");
  expect(early).not.toContain("**Because:**");
});

test("shows a prediction that was never reviewed", () => {
  const specified = projectAfter("spec");
  const project = takeStep(
    takeStep(specified, "brief", { prediction: 2 }),
    "decide",
    sampleAnswers.decide ?? {},
  );
  expect(page([project])).toContain(
    "- **Result:** not reviewed (expected 2 of 3 checks to be met)\n",
  );
});

test("says the problem once where it is the evidence too", () => {
  const problem = "On May 4, Priya joined two exports by hand in 42 minutes.";
  const all = ["spec", "brief", "review", "handoff", "decide"];
  const { evidence: _, ...spec } = sampleAnswers.spec ?? {};
  const project = all.reduce((now, id) => {
    if (id !== "spec") return takeStep(now, id, sampleAnswers[id] ?? {});
    const asked = takeStep(now, id, { ...spec, problem });
    Object.assign(asked.answers.spec?.problem ?? {}, { hasEvidence: true });
    return takeStep(asked, id, {});
  }, newProject());
  const text = page([project]);
  expect(text.split(problem)).toHaveLength(2);
  expect(text).toContain("\n  - The problem is real and I can show where I saw it.\n");
});
