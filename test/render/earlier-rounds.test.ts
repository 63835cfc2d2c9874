import { expect, test } from "vitest";
import { summarizeChecklist } from "../../src/domain/insights/checklist-summary.ts";
import type { Project } from "../../src/domain/project/project.ts";
import { renderProgressHtml } from "../../src/render/html/progress-page.ts";
import { renderProjectHtml } from "../../src/render/html/project.ts";
import { renderProgressPage, renderProjectPage } from "../../src/render/text/progress-page.ts";
import {
  progressWith,
  projectAfter,
  sampleAnswers,
  slices,
  steps,
  takeStep,
} from "../helpers/loop.ts";
import { judge, proudReport, withReport } from "../helpers/reports.ts";
import { checklistOf } from "../helpers/samples.ts";

const flags = { "red-flags": ["own-login"], unasked: ["A settings file"], held: [1] };

/** Judges a round with a report that says C2 is met, and ends it. */
function takeRound(project: Project, verdict: string[], day: number, ending: string): Project {
  const briefed = takeStep(project, "brief", { prediction: 3 }, day);
  const reported = withReport(briefed, proudReport, day + 1);
  const judged = takeStep(judge(reported, verdict, day + 2), "review", flags, day + 2);
  const handed = takeStep(judged, "handoff", sampleAnswers.handoff ?? {}, day + 3);
  return takeStep(handed, "decide", { ...sampleAnswers.decide, verdict: ending }, day + 4);
}

const overclaimed = takeRound(projectAfter("spec"), ["met", "not-met", "not-met"], 3, "revise");
const twice = takeRound(overclaimed, ["met", "met", "met"], 10, "keep");

const progress = progressWith(twice);
const summary = summarizeChecklist({ slices, steps, progress, checklist: checklistOf("a") });
const view = { summary, slices, steps, projects: [twice] };
const slice = slices.find(({ id }) => id === twice.slice);

/** The pages with the words of each, without the tags of HTML. */
const pages = {
  "the progress page": renderProgressPage(view),
  "the page of a project": renderProjectPage(view, twice),
  "the progress page in HTML": toWords(String(renderProgressHtml(view))),
  "the page of a project in HTML": toWords(
    String(renderProjectHtml({ project: twice, steps, slice })),
  ),
};

function toWords(html: string): string {
  const body = html.slice(html.indexOf("<body"));
  return body
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replace(/\s+/g, " ");
}

test.each(Object.entries(pages))("%s says how each round was judged", (_name, text) => {
  const [now = "", before = ""] = text.split(/Round 1, finished on/);
  expect(before).toContain("How this was judged");
  expect(before).toContain("overclaimed on C2");
  expect(now).toContain("How this was judged");
  expect(now).toContain("The agent said 2 checks were met.");
});

test.each(Object.entries(pages))("%s has the findings of each round", (_name, text) => {
  for (const part of text.split(/Round 1, finished on/)) {
    expect(part).toContain("It uses my own login, or an admin's");
    expect(part).toContain("A settings file");
    expect(part).toMatch(/No rows in orders\.csv' appears \(?held/i);
  }
});

test.each(Object.entries(pages))("%s says above how round 1 came out", (_name, text) => {
  const [now = ""] = text.split(/Round 1, finished on/);
  expect(now.replaceAll("*", "")).toMatch(
    /Round 1:? 1 of 3 checks met \(expected 3\); the agent overclaimed on C2/,
  );
});

test("charts each round", () => {
  const text = pages["the progress page in HTML"];
  expect(text).toContain("Monday report, round 1");
  expect(text).toContain("Expected 3, claimed 2, found 1 of 3");
  expect(text).toContain("Monday report, round 2");
});
