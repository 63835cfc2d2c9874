import { expect, test } from "vitest";
import { listPortfolio, listPortfolioFacts } from "../../../src/domain/insights/portfolio.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import {
  library,
  newProject,
  projectAfter,
  sampleAnswers,
  steps,
  takeStep,
} from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

const [checklist] = library.checklists;
if (!checklist) throw new Error("no checklist");
const kept = projectAfter("spec", "brief", "review", "handoff", "decide");

test("lists only closed projects, the last closed first", () => {
  const ended = (id: string, day: number) =>
    newProject({ id, closed: { as: "killed", at: noon(day).toISOString() } });
  const projects = [ended("a", 3), ended("b", 9), newProject({ id: "open" }), ended("c", 5)];
  expect(listPortfolio(checklist, steps, projects).map(({ project }) => project.id)).toEqual([
    "b",
    "c",
    "a",
  ]);
});

test("lists the portfolio answers with the labels of choices", () => {
  const [entry] = listPortfolio(checklist, steps, [kept]);
  expect(entry?.before).toMatchObject([
    { question: { id: "problem" }, texts: [sampleAnswers.spec?.problem], closes: false },
  ]);
  expect(entry?.closing).toMatchObject([
    { question: { label: "Decision" }, texts: ["Keep"], closes: true },
    { texts: [sampleAnswers.decide?.because], closes: false },
    { texts: [sampleAnswers.decide?.learned], closes: false },
  ]);
});

test("lists the items it shows, with the answers that are the evidence", () => {
  const [entry] = listPortfolio(checklist, steps, [kept]);
  expect(entry?.shown.map(({ item, texts }) => [item.id, texts])).toEqual([
    ["problem", [sampleAnswers.spec?.evidence]],
    ["slice", []],
    ["spec", []],
    ["review", [sampleAnswers.review?.tried]],
  ]);
});

test("takes the result of the last round that has one, else only the prediction", () => {
  const revised = takeStep(projectAfter("spec", "brief", "review"), "decide", {
    ...sampleAnswers.decide,
    verdict: "revise",
  });
  const kill = { ...sampleAnswers.decide, verdict: "kill" };
  const forecastOf = (project: typeof kept) =>
    listPortfolio(checklist, steps, [project])[0]?.forecast;
  expect(forecastOf(takeStep(revised, "decide", kill, 9))).toEqual({
    expected: 3,
    total: 3,
    actual: 1,
  });
  expect(forecastOf(takeStep(projectAfter("spec", "brief"), "decide", kill, 9))).toMatchObject({
    expected: 3,
    total: 3,
  });
  expect(forecastOf(takeStep(projectAfter("spec"), "decide", kill, 9))).toBeUndefined();
});

test("names what it shows about a project", () => {
  const factsOf = (project: Project) =>
    listPortfolio(checklist, steps, [project]).flatMap((entry) => listPortfolioFacts(entry, steps));
  const decided = ["spec.problem", "decide.result", "decide.verdict", "decide.because"];
  expect(factsOf(kept)).toEqual([
    ...[...decided, "decide.learned", "spec.evidence", "review.tried"],
    ...["spec.bet", "score", "prediction"],
  ]);
  const { result: _, ...answers } = sampleAnswers.decide ?? {};
  const unscored = takeStep(projectAfter("spec"), "decide", { ...answers, verdict: "kill" });
  expect(factsOf(unscored)).toEqual([...decided, "decide.learned"]);
});
