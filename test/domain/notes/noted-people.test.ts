import { expect, test } from "vitest";
import { listNotedPeople } from "../../../src/domain/notes/noted-people.ts";
import { steps } from "../../helpers/loop.ts";

const read = (...lines: string[]) =>
  listNotedPeople(lines.join("\n"), steps).map(({ id, lines: found, line }) => [
    id,
    ...found,
    line,
  ]);

test.each([
  [
    ["Labels", "engineer: Tomas"],
    ["engineer", "Tomas", 2],
  ],
  [["Dev: Tomas Berg (backend)"], ["engineer", "Tomas Berg (backend)", 1]],
  [["- **Engineer for review:** @Tomas"], ["engineer", "@Tomas", 1]],
  [["Tech lead - Ana de Souza, on Thursday"], ["engineer", "Ana de Souza, on Thursday", 1]],
  [["for Tomas (backend)"], ["engineer", "Tomas (backend)", 1]],
  [["For Mira (our data engineer)."], ["engineer", "Mira (our data engineer)", 1]],
  [
    ["Eng: Mira", "", "Reviewing engineer: Mira."],
    ["engineer", "Mira", 1],
  ],
])("finds the engineer in %j", (lines, found) => {
  expect(read(...lines)).toEqual([found]);
});

test.each([
  [["Attendees: Tomas, Mira", "Participants: Tomas"]],
  [["Engineers: Tomas, Mira"]],
  [["Engineer: TBD", "Dev: ask Tomas", "Developer: n/a", "Eng: The new one", "Dev: ?"]],
  [["Dev: Staging", "Engineer: Required", "Dev: In progress", "handoff to: engineering"]],
  [["Engineer: Tomas says use UTC."]],
  [["Engineer: Tomas", "Dev: Mira"]],
  [["for Tomas (sales)", "for Tomas", "the engineer is Tomas"]],
  [["```", "engineer: Tomas", "```"]],
])("names nobody from %j", (lines) => {
  expect(read(...lines)).toEqual([]);
});
