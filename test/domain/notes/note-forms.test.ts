import { expect, test } from "vitest";
import { stepOf } from "../../helpers/loop.ts";
import { readAnswersByRules } from "../../helpers/notes-rules.ts";

const { questions } = stepOf("spec");

const cases: [name: string, text: string, filled: Record<string, string[]>][] = [
  [
    "a question and its answer",
    "**Q: How big is the issue?**\nA: 27% of the bags in August.",
    { evidence: ["27% of the bags in August."] },
  ],
  [
    "a few words right above a list",
    "Rosa 9:11\nwhat I don't want\n- maps\n- mail",
    { "not-building": ["maps", "mail"] },
  ],
  [
    "a label with words inside its name",
    "What I would NOT do: rebuild the form",
    { "not-building": ["rebuild the form"] },
  ],
  [
    "a sentence behind a label, with a capital letter",
    "My bet: from 95 minutes to 15.\n\nWhat it does: tickets.csv goes in.",
    { bet: ["From 95 minutes to 15."], path: ["tickets.csv goes in."] },
  ],
  [
    "a label that is repeated on its line",
    "Not: sending mails. Not: a web page; Not: changing the sheet.",
    { "not-building": ["sending mails.", "a web page", "changing the sheet."] },
  ],
  [
    "a label that is repeated in a list",
    "- **Not:** mails. **Not:** a web page.",
    { "not-building": ["mails.", "a web page."] },
  ],
  [
    "a label inside a sentence, as part of it",
    "Not: a page that says Not: allowed.",
    { "not-building": ["a page that says Not: allowed."] },
  ],
  [
    "a first text that says what is wrong",
    "# Late bags\n\nCustomers come twice, and nobody tells them.\n\n## Out of scope\n\n- Maps",
    {
      problem: ["Customers come twice, and nobody tells them."],
      "not-building": ["Maps"],
    },
  ],
  [
    "a first text above a section that says what is wrong",
    "# Late bags\n\nCustomers come twice for a bag.\n\n## Pain\n\nNobody tells them.",
    { problem: ["Nobody tells them."] },
  ],
  ["a first text that is a plan", "# Late bags\n\nThe text will say when, so nobody waits.", {}],
  ["a first text about the notes", "# Late bags\n\nI wrote this down so we never forget it.", {}],
  [
    "a number that is only how things are",
    "## Problem\nThey order cards while 4,000 of them are in the store.",
    { problem: ["They order cards while 4,000 of them are in the store."] },
  ],
  [
    "a bet below a time box",
    "## Appetite\nTwo weeks.\n\nIt's a win if it takes 2 mails instead of 6.",
    { stop: ["Two weeks."], bet: ["It's a win if it takes 2 mails instead of 6."] },
  ],
  [
    "a heading that nobody listed, by its words",
    "# Cargo bikes\n\n## What are we saying no to?\n\n- Repairs",
    { "not-building": ["Repairs"] },
  ],
  [
    "a case that starts like a label",
    "## Acceptance\n\nOut 12, in 9: the message says 3 more",
    { checks: ["Out 12, in 9: the message says 3 more"] },
  ],
  ["a heading about whom it is for", "# Bikes\n\n## Target audience\n\n- 40 members", {}],
  ["a heading with words of two questions", "# Bikes\n\n## Privacy pains\n\n- The law is old", {}],
  [
    "a heading with an article, in the plural",
    "# Bikes\n\n## The frictions\n\nPaper gets lost.\n\n## Our sad paths\n\n- It rains",
    { problem: ["Paper gets lost."], edges: ["It rains"] },
  ],
  [
    "a name that must be the whole heading",
    "# Bikes\n\n## Before\n\nPaper gets lost.\n\n## The day before\n\nA mail goes out.",
    { problem: ["Paper gets lost."] },
  ],
  [
    "the longer of two groups of words",
    "# Bikes\n\n## Far off the happy path\n\n- It rains",
    { edges: ["It rains"] },
  ],
  [
    "a plan and what it leaves out",
    "# Bikes\n\n## Proposal\n\nMembers book online.\n\nWe do it in one shop and not in two.",
    { path: ["Members book online."] },
  ],
  [
    "an outline whose parts have numbers of their own",
    "1. Problem\n1.1 Clerks retype refunds.\n2. What I have on it\n2.1 Notes of the clerks",
    { problem: ["Clerks retype refunds."] },
  ],
  [
    "requirements with codes",
    "R1  Not included: robots.\nFR-2: Out of scope: mails.",
    { "not-building": ["robots.", "mails."] },
  ],
  [
    "a rule among cases",
    "# Bikes\n\n## Gotchas\n\n- It rains: the booking moves\n- Locks. Don't sync them.",
    { edges: ["It rains: the booking moves"] },
  ],
  [
    "numbered questions without any mark",
    "Taps\n\n1. What problem is it?\nThe pipe runs dry.\n\n2. Who pays?\nNobody yet.",
    { problem: ["The pipe runs dry."] },
  ],
  [
    "a question as a heading without any mark",
    "## Taps\n\nHow would it work?\nMembers pick a slot.",
    { path: ["Members pick a slot."] },
  ],
  [
    "a heading that only its remark explains",
    "# Bikes\n\n## Yellow notes (what if)\n\n- It rains",
    { edges: ["It rains"] },
  ],
  [
    "a table by the title of one column",
    "| I can | Accepted when |\n|---|---|\n| book | a mail comes in 5 s |\n| cancel | it's free |",
    { checks: ["book: a mail comes in 5 s", "cancel: it's free"] },
  ],
  [
    "prose that starts with Then",
    "# Bread\n\nThen at 2:30 the list prints.\nWhen it's handed over somebody strikes it through.",
    {},
  ],
  [
    "a rule to stop below a bet",
    "## Our bet\n\nFrom 15 to 7 percent.\nIf it's still 15 after two weeks, we stop there.",
    { bet: ["From 15 to 7 percent."], stop: ["If it's still 15 after two weeks, we stop there."] },
  ],
  [
    "minutes that say who said what",
    "Repairs\n\nMK \u2013 from 40 % to 70 % on the same day\n" +
      "MK \u2013 if a customer has no phone, a form\n" +
      "Jo \u2013 if it is down, wait\nJo \u2013 online booking is out of scope",
    {
      bet: ["From 40 % to 70 % on the same day"],
      edges: ["if a customer has no phone, a form", "if it is down, wait"],
      "not-building": ["online booking is out of scope"],
    },
  ],
  [
    "messages below who sent them, and when",
    "Ines 9:02 AM\nCalls should go from 42 to 10.\nBram 9:05 AM\nNever show names to others.",
    { bet: ["Calls should go from 42 to 10."], constraints: ["Never show names to others."] },
  ],
  [
    "a story among what is wrong today",
    "## Problem\n- As a clerk I want to import orders so that I type less\n- Clerks retype orders.",
    {
      path: ["As a clerk I want to import orders so that I type less"],
      problem: ["Clerks retype orders."],
    },
  ],
  [
    "a story without its reason",
    "## Proposal\n\nAs a rider\nI want to end the hire\nSo that I don't pay for it",
    { path: ["As a rider I want to end the hire"] },
  ],
  ["a heading about the moment", "# Bikes\n\n## Why now?\n\nThe ban starts in June.", {}],
  ["a heading that negates", "# Bikes\n\n## Not a solution\n\nPaper lists", {}],
  [
    "a part of a section with an unknown heading",
    "# Notes\n\n## Solution\n\nSync at night.\n\n### Key logic\n\n- Twice a day at most",
    { path: ["Sync at night."] },
  ],
  [
    "a part of a section whose heading says what it is about",
    "# Notes\n\n## Problem alignment\n\nPaper gets lost.\n\n### Our approach here\n\nSync it.",
    { problem: ["Paper gets lost."], path: ["Sync it."] },
  ],
  [
    "numbered questions in bold",
    "# Boots\n\n1. **Which problem is it?**\nBoots end up in the cellar.\n\n2. **For whom?**\nKids",
    { problem: ["Boots end up in the cellar."] },
  ],
  [
    "why now, beside the problem",
    "## Problem\n\nBoots end up in the cellar.\n\n## Why now?\n\nMargins fell.",
    { problem: ["Boots end up in the cellar."] },
  ],
  ["a sentence that starts like a heading", "User research takes 300 people.", {}],
];

test.each(cases)("reads %s", (_, text, filled) => {
  expect(Object.fromEntries(readAnswersByRules(text, questions).filled)).toEqual(filled);
});

test.each([
  [
    "\u{1F511} Key handover at night\n\n## Pain\n\nNobody is there.",
    "\u{1F511} Key handover at night",
  ],
  ["# Q3 OKRs of the team\n\n## Problem\n\nClerks retype orders.", undefined],
  ["# Workshop on bins, May\n\n## Pain\n\nBins are full.", undefined],
  ["# Quiet mails\n\n## Summary\n\nMails wait.", "Quiet mails"],
  ["**To:** All\n**Re:** Seats for children\n\nToday it takes weeks.", "Seats for children"],
  [
    "# Refunds by hand\n\n**Product:** Till app\n**Squad:** Ops\n\nClerks retype.",
    "Refunds by hand",
  ],
  ["Voice memo 3, Thursday in the car\n\nClerks retype refunds.", undefined],
  ["Transcript of the call, cleaned up\n\nClerks retype refunds.", undefined],
  ["## Change request\n\n| Field | Value |\n|---|---|\n| Owner | Kim |", undefined],
  ["### Is there an issue for this?\n\n- [x] I have searched", undefined],
])("takes the title of %j", (text, title) => {
  expect(readAnswersByRules(text, questions).title).toBe(title);
});
