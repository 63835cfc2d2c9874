import { readFileSync } from "node:fs";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { expect, test } from "vitest";
import { newProject, progressWith, projectAfter } from "../helpers/loop.ts";
import { type After, createHome, hello, startServer, status } from "../helpers/mcp-server.ts";
import { bin, runProgram } from "../helpers/program.ts";

/** Connects the client of the official SDK to the built program. */
async function connect(
  after: After,
  env: Record<string, string>,
  mode: "legacy" | "auto" = "legacy",
) {
  const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode } });
  const server = { command: process.execPath, args: [bin, "mcp"], env, stderr: "pipe" as const };
  const transport = new StdioClientTransport(server);
  let log = "";
  transport.stderr?.on("data", (chunk: Buffer) => {
    log += chunk.toString("utf8");
  });
  await client.connect(transport);
  after(() => client.close());
  const call = (name: string, input: Record<string, unknown> = {}) =>
    client.callTool({ name, arguments: input });
  return { client, call, log: () => log };
}

test.concurrent.for(["legacy", "auto"] as const)(
  "the SDK's client lists and calls the tools (%s)",
  async (mode, { onTestFinished: after }) => {
    const { home, env } = createHome(after);
    const { client, call, log } = await connect(after, env, mode);
    const { tools } = await client.listTools();
    expect(tools.length).toBeGreaterThan(7);
    for (const tool of tools)
      expect(tool).toMatchObject({
        inputSchema: { type: "object" },
        outputSchema: { type: "object" },
        annotations: {
          readOnlyHint: !["propose_spec_answers", "submit_report"].includes(tool.name),
        },
      });
    const { structuredContent, content } = await call("get_status");
    const inShell = { ...env, CLAUDECODE: "1" };
    const printed = await runProgram(["status", "--json"], { home, env: inShell });
    expect(structuredContent).toEqual(JSON.parse(printed.stdout));
    expect(content).toEqual([{ type: "text", text: expect.stringContaining("Monday report") }]);
    expect(log()).toBe("");
  },
);

test.concurrent("the brief is refused until the person has guessed", async ({
  onTestFinished: after,
}) => {
  const { home, env } = createHome(after);
  const { call } = await connect(after, env);
  const refused = await call("get_brief");
  expect(refused).toMatchObject({ isError: true });
  expect(JSON.stringify(refused)).toContain("In a terminal of their own: builder-pm brief");
  await runProgram(["brief", "--answer", "prediction=2"], { home, env });
  const { structuredContent } = await call("get_brief");
  const { stdout } = await runProgram(["brief", "--print"], { home, env });
  expect(structuredContent).toMatchObject({ text: stdout, file: "BRIEF.md" });
});

test.concurrent("a draft over MCP is saved as a draft", async ({ onTestFinished: after }) => {
  const { env, file } = createHome(after, progressWith(newProject()));
  const { call } = await connect(after, env);
  const { structuredContent } = await call("propose_spec_answers", {
    answers: { problem: "Clerks retype 40 requests every Monday.", checks: ["It should be fast."] },
  });
  const [project] = JSON.parse(readFileSync(file, "utf8")).projects;
  expect(project.answers).toEqual({});
  expect(Object.keys(project.proposed)).toEqual(["spec.problem", "spec.checks"]);
  expect(JSON.stringify(structuredContent)).toContain("has no measure");
});

test.concurrent("says what is wrong with a call, and stays", async ({ onTestFinished: after }) => {
  const { env } = createHome(after);
  const { client, call } = await connect(after, env);
  await expect(call("decide")).rejects.toThrow("Tool decide not found");
  await expect(client.request({ method: "prompts/get", params: { name: "x" } })).rejects.toThrow();
  expect(await call("read_guide", { topic: "promts" })).toMatchObject({
    isError: true,
    content: [{ text: expect.stringContaining("Did you mean prompts?") }],
  });
  expect(await call("read_guide", { page: "prompts" })).toMatchObject({ isError: true });
  expect(await call("propose_spec_answers", { answers: {} })).toMatchObject({ isError: true });
  expect(await call("get_status")).not.toHaveProperty("isError", true);
});

test.concurrent("ends with a sentence at a message that is too large", async ({
  onTestFinished: after,
}) => {
  const { env } = createHome(after);
  const { child, ended, send, read } = startServer(after, env);
  child.stdin.on("error", () => {});
  send(hello);
  await read(1);
  send({ ...status, params: { name: "lint_lines", arguments: { lines: ["x".repeat(5e6)] } } });
  const { code, stderr } = await ended;
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr:
      "A message was larger than 4 MB, so the connection was closed.\n" +
      "Start the server again, and send less at once.\n",
  });
});

test.concurrent("takes large messages, and gives no answer that a host can't take", async ({
  onTestFinished: after,
}) => {
  const { env } = createHome(after, progressWith(newProject()));
  const { call } = await connect(after, env);
  const lines = Array.from({ length: 500 }, () => "The report is fast. ".repeat(300));
  expect(await call("lint_lines", { lines, kind: "criterion" })).not.toHaveProperty("isError");
  const longLines = Array.from({ length: 5 }, (_, index) => `${index} ${"x".repeat(60_000)}`);
  const ids = ["not-building", "constraints", "checks", "edges"];
  const long = { answers: Object.fromEntries(ids.map((id) => [id, longLines])) };
  expect(await call("propose_spec_answers", long)).toMatchObject({
    isError: true,
    content: [{ text: expect.stringContaining("The answer would be too long.") }],
  });
});

test.concurrent("ends quietly when the host closes a pipe, on either side", async ({
  onTestFinished: after,
}) => {
  const { home, env } = createHome(after);
  const input = startServer(after, env);
  input.send(hello);
  await input.read(1);
  input.child.stdin.end();
  expect(await input.ended).toMatchObject({ code: 0, stderr: "" });
  const output = startServer(after, env);
  output.child.stdout.destroy();
  output.child.stdin.on("error", () => {});
  for (let count = 0; count < 50 && output.child.exitCode === null; count++) {
    output.send({ ...hello, id: count });
    await new Promise((go) => setTimeout(go, 20));
  }
  expect(await output.ended).toMatchObject({ code: 0, stderr: "" });
  expect((await runProgram(["mcp"], { home, env })).code).toBe(0);
});

test.concurrent("answers 200 calls in a row, and changes nothing by reading", async ({
  onTestFinished: after,
}) => {
  const { env, file } = createHome(after, progressWith(projectAfter("spec", "brief")));
  const before = readFileSync(file, "utf8");
  const { call, log } = await connect(after, env);
  const names = ["get_status", "get_brief", "get_questions", "list_guide", "list_slices"];
  for (let count = 0; count < 200; count++) {
    const result = await call(names[count % names.length] ?? "");
    expect(result.isError).toBeUndefined();
  }
  expect(readFileSync(file, "utf8")).toBe(before);
  expect(log()).toBe("");
}, 60_000);
