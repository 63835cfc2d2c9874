import { expect, test } from "vitest";
import type { Question } from "../../../src/domain/library/step.ts";
import { listProposalRows, type ProposedAnswer } from "../../../src/render/text/proposal-rows.ts";
import { askAboutRows, renderProposals } from "../../../src/render/text/proposals.ts";
import { createTheme } from "../../../src/render/theme.ts";

type Source = ProposedAnswer["question"]["proposed"];

function propose(name: string, proposed: Source, text = ""): ProposedAnswer {
  const question: Question = { id: name, ask: "Which?", label: name, type: "list" };
  return {
    question: { name, question, proposed },
    lines: text === "" ? [] : [{ text, marks: [] }],
    findings: [],
  };
}

const CHECK = "Check these before you go on";

const render = (...answers: ProposedAnswer[]) =>
  renderProposals(listProposalRows(answers), {
    theme: createTheme({ color: false }),
    width: 80,
  });

test.each([
  { answers: [propose("a", "before", "x"), propose("b", "before")], title: "Same as before" },
  {
    answers: [propose("a", "drafts", "x"), propose("b", "default", "y")],
    title: "Filled in for you",
  },
  { answers: [propose("a", "drafts", "x"), propose("b", "drafts")], title: CHECK },
  { answers: [propose("a", "drafts", "x"), propose("b", "before", "y")], title: CHECK },
])("says where answers come from: $title", ({ answers, title }) => {
  expect(render(...answers)).toMatch(`\n  ${title}\n\n  a\n  - x\n`);
});

test("shows what the linter asks below the line that it means", () => {
  const answer = {
    ...propose("a", "notes"),
    lines: [
      { text: "It is fast.", marks: [] },
      { text: "3 of 3 match.", marks: [] },
    ],
    findings: [[{ message: '"fast" is an opinion.', question: "How fast?" }], []],
  };
  expect(render(answer)).toContain(
    '  - It is fast.\n    Note: "fast" is an opinion. How fast?\n  - 3 of 3 match.\n',
  );
});

test("asks whether the new version was run before old verdicts are kept", () => {
  const { question, ...others } = propose("a", "before", "met");
  const verdict = { ...question, question: { ...question.question, verdicts: true } };
  const ask = (answer: ProposedAnswer) => askAboutRows(listProposalRows([answer]));
  const keep = "Press Enter to keep all of this, or pick what to change or add to:";
  expect(ask({ question: verdict, ...others })).toBe(
    `Is this still so in the new version? ${keep}`,
  );
  expect(ask({ question: { ...verdict, proposed: "notes" }, ...others })).toBe(keep);
  expect(ask({ question, ...others })).toBe(keep);
});

test("says of an answer that was empty in the round before that it is nothing", () => {
  expect(render(propose("a", "before"))).toContain("  a\n  - Nothing\n");
});

test("says that an empty answer is left empty", () => {
  expect(render(propose("a", "drafts"))).toBe(
    `\n  ${CHECK}\n\n  a\n  - Nothing yet, so the page leaves it out\n\n`,
  );
});
