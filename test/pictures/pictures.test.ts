import { platform } from "node:process";
import { expect, test } from "vitest";
import { columns, openBuiltProject, showCheck, showReveal } from "./scenes.ts";
import { drawTerminal, schemes } from "./terminal-picture.ts";

// Elsewhere paths and marks differ. `npm run pictures` draws them anew.
const elsewhere = platform !== "linux";
const folder = "../../docs/pictures";

const scenes = [
  {
    name: "check",
    command: "builder-pm check",
    title: "The end of a reality check",
    show: showCheck,
  },
  {
    name: "review",
    command: "builder-pm review",
    title: "A review in which the agent claimed more than there was",
    show: async () => showReveal(await openBuiltProject()),
  },
];

test.skipIf(elsewhere).each(scenes)("the picture of the $name is current", async (scene) => {
  const lines = await scene.show();
  for (const [scheme, colors] of Object.entries(schemes)) {
    const picture = drawTerminal({ ...scene, columns, lines }, colors);
    expect(picture.length).toBeLessThan(20_000);
    await expect(picture).toMatchFileSnapshot(`${folder}/${scene.name}-${scheme}.svg`);
  }
});
