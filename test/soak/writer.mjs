// Parks numbered ideas and prints each number that was reported as saved. Run node
// test/soak/writer.mjs HOME NAME FIRST LAST.
import { writeSync } from "node:fs";
import { openProgram } from "./inside.mjs";

const [home = "", name = "", first = "1", last = "1"] = process.argv.slice(2);
const run = openProgram(home);

for (let number = Number(first); number <= Number(last); number++) {
  const { code, stderr } = await run("park", `${name}-${number}`);
  if (code === 0) writeSync(1, `${number}\n`);
  else writeSync(2, `${code} ${stderr}`);
}
