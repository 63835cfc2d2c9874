import { expect, test } from "vitest";
import { withoutClaims } from "../../../src/domain/report/run-lines.ts";

test.each([
  ["Run `node index.js data.csv`.", "Run `node index.js data.csv`."],
  [
    "1. Open a terminal in this folder and type `npm start`.",
    "Open a terminal in this folder and type `npm start`.",
  ],
  [
    "To run it, open a terminal in the folder and run `make all`.",
    "To run it, open a terminal in the folder and run `make all`.",
  ],
  [
    "Then open http://localhost:3000 in a browser.",
    "Then open http://localhost:3000 in a browser.",
  ],
  ["Double-click report.html.", "Double-click report.html."],
  ["- `npm install`", "`npm install`"],
  ["needs Ruby 3.2", "needs Ruby 3.2"],
  ["Öffne index.html im Browser.", "Öffne index.html im Browser."],
  ["Ejecuta `python informe.py`.", "Ejecuta `python informe.py`."],
  ["`npm run dev` で起動します。", "`npm run dev`"],
  ["python report.py june.csv", "python report.py june.csv"],
  ["./run.sh --week 23", "./run.sh --week 23"],
])("shows the instruction in %j", (line, shown) => {
  expect(withoutClaims(line, false)).toEqual([shown]);
});

test.each([
  ["$ python report.py june.csv", "python report.py june.csv"],
  ["NODE_ENV=test npm run dev", "NODE_ENV=test npm run dev"],
  ["cd web && npm run dev", "cd web && npm run dev"],
  ["python report.py # one is fine", "python report.py"],
  ["python report.py   -- one: satisfied; two: satisfied", "python report.py"],
  ["python report.py && echo 'one: yes two: yes three: no'", "python report.py"],
  [".venv/bin/python -m expenses in.csv", ".venv/bin/python -m expenses in.csv"],
])("shows the command in the code %j", (line, shown) => {
  expect(withoutClaims(line, true)).toEqual([shown]);
});

test.each([
  ["Open report.csv: the values equal the hand-made report for all 3 weeks.", "Open report.csv"],
  ["Type `python themes.py`. You should see a list of themes.", "Type `python themes.py`."],
  ["Run it, and nothing will go wrong.", "Run it"],
  ["Run `report.py`; one `yes`, two `yes`, three `no`.", "Run `report.py`"],
  ["Open every value is right.", "Open every value"],
  ["Start it with `npm start` so that all three are there.", "Start it with `npm start`"],
])("cuts the outcome off %j", (line, shown) => {
  expect(withoutClaims(line, false)).toEqual([shown]);
});

test.each([
  "Everything the brief asked for is in there and behaves.",
  "All 18 values match the hand-made report.",
  "C one is good, C two is good, C three is good.",
  "First item: yes. Second item: yes. Third item: no.",
  "All three behave the way you wanted.",
  "m\u0435t: 1, 2, 3",
  "1 \ud83d\udcaf 2 \ud83d\udcaf 3 \ud83d\udc4e",
  "Bez błędów: wszystkie trzy kryteria spełnione.",
  "Allt uppfyllt.",
  "Все критерии соблюдены.",
  "report.py はすべての条件を満たしています。",
  "Tüm kriterler karşılandı.",
  "Alles in Ordnung, läuft.",
  "Todo bien, sin errores.",
  "`one satisfied, two satisfied, three unsatisfied`",
  "You will see that nothing is missing.",
  "It took 7 minutes by stopwatch.",
  "p-a-s-s on all",
  "Green across the board.",
  "3/3",
  "- one: yes",
  "1. yes",
  "[x] one [x] two [ ] three",
  "I could not get the rename case going.",
  "The second one still writes zeros.",
])("shows nothing of %j", (line) => {
  expect(withoutClaims(line, false)).toEqual([]);
});

test.each([
  "echo 'everything satisfied'",
  "/* fully satisfied: one, two, three */",
  "-- all green",
  "; one satisfied",
  "rem one good",
  "C1=yes C2=yes C3=no",
  "C1 | yes",
  "checks: yes yes no",
  "3 of 3",
  "tests: 18, bad: 0",
  "Expected: 18  Got: 18",
  "exit code 0",
  "The values equal the hand-made report for all 3 weeks.",
  "C1 erfüllt",
  "合格",
  "not ok 2",
  "make it all right",
])("shows nothing of the code %j", (line) => {
  expect(withoutClaims(line, true)).toEqual([]);
});
