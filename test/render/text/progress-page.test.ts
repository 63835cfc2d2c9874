import { join } from "node:path";
import { Marked } from "marked";
import { expect, test } from "vitest";
import { summarizeChecklist } from "../../../src/domain/insights/checklist-summary.ts";
import { eachOf, type Project, textsOf } from "../../../src/domain/project/project.ts";
import { escapeMarkdown } from "../../../src/render/text/markdown.ts";
import { renderProgressPage } from "../../../src/render/text/progress-page.ts";
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
import { answered, checklistOf, noon, progressOf, runOf, sliceOf } from "../../helpers/samples.ts";

const checklist = checklistOf("problem", "slice", "spec", "review");
const slices = [
  sliceOf("script", ["slice"]),
  sliceOf("dashboard", ["spec", "problem"], { order: 20, hours: 1 }),
];
const first = {
  problem: answered("yes"),
  slice: answered("not-yet"),
  spec: answered("partly"),
  review: answered("partly"),
};
const second = {
  problem: answered("yes", {
    evidence: "14 tickets: <b>see</b> [here](https://a.example)\n# and *more*\n- of |them|",
    day: 15,
  }),
  slice: answered("partly", { evidence: "\u001b]0;title\u0007 `code` & \u6d4b\u8bd5", day: 15 }),
};

function pageOf(projects: readonly Project[], ...runs: ReturnType<typeof runOf>[]): string {
  const progress = { ...progressOf(...runs), projects: [...projects] };
  const summary = summarizeChecklist({ checklist, slices, steps, progress });
  return renderProgressPage({ summary, slices, steps, projects });
}

const decided = projectAfter("spec", "brief", "review", "handoff", "decide");

test("matches the golden file for fixed progress", async () => {
  const text = pageOf(
    [],
    runOf("a", first, { day: 1 }),
    runOf("b", second, { day: 15, open: true }),
  );
  await expect(text).toMatchFileSnapshot(join(root, "test/golden/progress-page.md"));
});

test("shows how strong the evidence for an item is", () => {
  const provable = checklist.items.map((item, index) =>
    index === 0 ? item : { ...item, shownBy: "withinBudget" as const },
  );
  const itemsWith = (projects: Project[]) => {
    const summary = summarizeChecklist({
      checklist: { ...checklist, items: provable },
      slices,
      steps,
      progress: { ...progressOf(runOf("a", second)), projects },
    });
    const text = renderProgressPage({ summary, slices, steps, projects: [] });
    return [...text.matchAll(/^ {2}- (.*)$/gm)].map(([, item]) => item);
  };
  expect(itemsWith([decided])).toEqual([
    expect.stringMatching(/^Yes \(no finished project shows it yet\): 14 tickets/),
    expect.stringMatching(/^Partly \(1 project shows it\): /),
    "Not answered yet (1 project shows it)",
    "Not answered yet (1 project shows it)",
  ]);
  expect(itemsWith([decided, decided])[1]).toContain("Partly (2+ projects show it): ");
  expect(itemsWith([])[1]).toContain("Partly: ");
});

test("is the same page each time, and without answers says how to begin", () => {
  expect(pageOf([])).toBe(
    [
      "# Builder PM progress\n",
      "Nothing to show yet. Your decisions and your answers to the reality check will be here. " +
        "To begin: builder-pm check\n",
      "## Weekly check\n\nNot taken yet.\n",
      "- [ ] The problem is clear.\n- [ ] The slice is clear.",
      "- [ ] The spec is clear.\n- [ ] The review is clear.\n",
    ].join("\n"),
  );
  expect(pageOf([decided])).toBe(pageOf([decided]));
});

test("uses only what pastes everywhere: no tables, HTML or control characters", () => {
  const text = pageOf([], runOf("b", second, { open: true }));
  expect(text).not.toMatch(/^\s*\||(?<!\\)[<|]|[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/m);
});

test("names the project above instead of repeating its evidence", () => {
  const shownBy = { answered: "review.tried" };
  const items = checklist.items.map((item) => ({ ...item, shownBy }));
  const evidenceOf = (evidence: string) => {
    const run = runOf("a", { problem: answered("yes", { evidence }) });
    const progress = { ...progressOf(run), projects: [decided] };
    const list = { ...checklist, items };
    const summary = summarizeChecklist({ checklist: list, slices, steps, progress });
    const text = renderProgressPage({ summary, slices, steps, projects: [decided] });
    return /^- \[x\] .*\n {2}- (.*)$/m.exec(text)?.[1];
  };
  const tried = `${sampleAnswers.review?.tried}`;
  const above = "Yes (1 project shows it): see Monday report";
  expect(evidenceOf(`${tried} (Shown by the project "Monday report")`)).toBe(above);
  expect(evidenceOf(tried)).toBe(above);
  expect(evidenceOf("Something else")).toBe("Yes (1 project shows it): Something else");
});

test("says what keeps coming back only if something does", () => {
  const missed = (causes: (string | null)[]) =>
    takeStep(projectAfter("spec", "brief"), "review", {
      ...sampleAnswers.review,
      verdict: causes.map((cause) => (cause ? "not-met" : "met")),
      cause: causes,
    });
  expect(pageOf([missed(["spec-gap", "agent-miss", null])])).not.toContain("keeps coming back");
  expect(pageOf([missed(["spec-gap", "agent-miss", "spec-gap"])])).toContain(
    "## What keeps coming back\n\n" +
      "- **Why wasn't this check met?** My spec didn't say, twice; The agent missed it, once\n\n",
  );
});

const six = await loadSixProjects();
const [shipped] = library.checklists;
const shippedPage = () => {
  if (!shipped) throw new Error("The content has a checklist");
  const open = projectAfter("spec", "brief", "review", "handoff");
  const at = noon(2).toISOString();
  const parked = [
    { idea: "a chart\n- [ ] x", at },
    { idea: "send it", at },
  ];
  const projects = [...six.projects, { ...open, uid: "open", title: "In the works", parked }];
  const progress = { ...six, projects };
  const summary = summarizeChecklist({ checklist: shipped, slices, steps, progress });
  return renderProgressPage({ summary, slices: library.slices, steps, projects });
};

test("starts with decisions and ends with details, open projects first", () => {
  expect(shippedPage().match(/^## .*/gm)).toEqual([
    "## Portfolio",
    "## What keeps coming back",
    "## Parked ideas",
    "## Reality check",
    "## In progress: In the works",
    "## Details: Release notes draft",
    "## Details: Renewals at risk",
    "## Details: Triage drafts",
    "## Details: Invite a teammate",
    "## Details: Plan picker",
    "## Details: Monday report",
  ]);
});

test("has one line of parked ideas for each project", () => {
  const text = shippedPage();
  const section = text.slice(text.indexOf("## Parked ideas\n\n")).split("\n\n")[1];
  expect(section?.split("\n")).toEqual([
    "- **Monday report:** mail the report to the shop leads",
    "- **Invite a teammate:** invite ten people at once",
    "- **In the works:** a chart - \\[ \\] x; send it",
  ]);
});

test("has a box for each item of the checklist and no others", () => {
  const html = new Marked({ gfm: true, async: false }).parse(shippedPage()) as string;
  expect(html.match(/<input[^>]*type="checkbox"/g)).toHaveLength(5);
  expect(html.match(/<input[^>]*checked/g)).toHaveLength(4);
});

test.each(six.projects)("says each fact about $title once", (ended) => {
  const project = { ...ended, rounds: [], amendments: [] };
  const text = pageOf([project]);
  const texts = Object.values(project.answers)
    .flatMap((answers) => Object.values(answers))
    .flatMap((value) => [...textsOf(value), ...Object.values(eachOf(value)).map((one) => one.text)])
    .filter((words) => words.length > 25);
  const quoting = textsOf(project.answers.handoff?.questions).map(escapeMarkdown);
  const rest = quoting.reduce((left, words) => left.replace(words, ""), text);
  for (const words of texts) {
    const count = rest.split(escapeMarkdown(words)).length - 1;
    expect(`${count}: ${words}`).toMatch(/^[01]: /);
  }
  expect(texts.length).toBeGreaterThan(15);
});

test("says each fact about a project of two rounds once", () => {
  const problem = "On May 4, Priya joined two exports by hand in 42 minutes.";
  const spec = takeStep(newProject({ folder: { path: "/work/monday" } }), "spec", {
    ...sampleAnswers.spec,
    problem,
  });
  const { evidence: _, ...answers } = spec.answers.spec ?? {};
  Object.assign(answers.problem ?? {}, { hasEvidence: true });
  const take = (project: Project, id: string, more = {}) =>
    takeStep(project, id, { ...sampleAnswers[id], ...more });
  const review = (project: Project) =>
    ["brief", "review", "handoff"].reduce((now, id) => take(now, id), project);
  const first = review({ ...spec, answers: { spec: answers } });
  const second = review(take(first, "decide", { verdict: "revise" }));
  const ended = take(second, "decide", { result: "" });
  const text = pageOf([ended]);
  expect(text.split(problem)).toHaveLength(2);
  expect(text.split("Folder on the sender's computer: `/work/monday`")).toHaveLength(2);
  expect(text).toMatch(/\*\*Number now:\*\* 12 minutes, .*\(.*from round 1\)\n/);
});

test("shows no ids, no marks of the linter and no next step", () => {
  const text = shippedPage();
  expect(text).not.toMatch(/your wording|Project ID|script-2|not-met|spec-gap|own-login/);
  expect(text).not.toMatch(/Starter slices|Next step|builder-pm/);
  expect(text).not.toContain("(left empty)");
});
