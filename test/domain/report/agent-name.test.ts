import { expect, test } from "vitest";
import { readAgentName } from "../../../src/domain/report/agent-name.ts";

test.each([
  ["Agent: Claude Code", "Claude Code"],
  ["**Agent:** Codex CLI (gpt-5.1)", "Codex CLI (gpt-5.1)"],
  ["Written by: GitHub Copilot", "GitHub Copilot"],
  ["Agent: Gemini 2.5 Pro", "Gemini 2.5 Pro"],
  ["Agent: Qwen3 Coder", "Qwen3 Coder"],
  ["Agent: All Green Coder", undefined],
  ["Agent: Cursor, which met C1", undefined],
  ["Agent: Champagne", undefined],
  ["Agent: Kaikki OK", undefined],
  ["Agent: Claude 3 3", undefined],
])("reads the agent of %j", (line, name) => {
  expect(readAgentName(`# Report\n${line}\n`)).toBe(name);
});
