import { expect, test } from "vitest";
import { createHome, hello, startServer, status } from "../helpers/mcp-server.ts";

test.concurrent("answers what isn't JSON with a parse error, and stays", async ({
  onTestFinished: after,
}) => {
  const { env } = createHome(after);
  const { child, ended, send, read } = startServer(after, env);
  for (const wrong of ["nonsense", "{", "", "\u0000"]) send(wrong);
  send(hello);
  send('{"jsonrpc": "2.0", "id": 9, "method": "ping"');
  send(status);
  const answers = await read(6);
  const errors = answers.filter(({ error }) => error);
  expect(errors).toHaveLength(4);
  for (const answer of errors)
    expect(answer).toMatchObject({ jsonrpc: "2.0", id: null, error: { code: -32700 } });
  expect(answers.find(({ id }) => id === 2)).toMatchObject({
    result: { structuredContent: { version: 1 } },
  });
  child.stdin.end();
  const { code, stderr } = await ended;
  expect(code).toBe(0);
  const lines = new Set(stderr.trimEnd().split("\n"));
  expect(lines).toEqual(new Set(["mcp: answered a message that isn't JSON with an error"]));
});

test.concurrent("takes a message in pieces, with letters cut in two", async ({
  onTestFinished: after,
}) => {
  const { env } = createHome(after);
  const { child, send, read } = startServer(after, env);
  send(hello);
  const lines = { name: "lint_lines", arguments: { lines: ["Schön schnell: fast"] } };
  const bytes = Buffer.from(`${JSON.stringify({ ...status, params: lines })}\n`);
  const cut = bytes.indexOf(0xc3) + 1;
  child.stdin.write(bytes.subarray(0, cut));
  await new Promise((go) => setTimeout(go, 50));
  child.stdin.write(bytes.subarray(cut));
  const answers = await read(2);
  expect(JSON.stringify(answers.find(({ id }) => id === 2))).toContain("has no measure");
});

test.concurrent("ignores JSON that isn't a message, with one line each in the log", async ({
  onTestFinished: after,
}) => {
  const { env } = createHome(after);
  const { child, ended, send, read } = startServer(after, env);
  for (const wrong of ["[]", "{}", '{"jsonrpc":"1.0"}', ""]) send(wrong);
  send(hello);
  send({ jsonrpc: "2.0", id: 7, method: "no/such" });
  send(status);
  const answers = await read(3);
  expect(answers.find(({ id }) => id === 7)).toMatchObject({ error: { code: -32601 } });
  expect(answers.find(({ id }) => id === 2)).toMatchObject({
    result: { structuredContent: { version: 1 } },
  });
  child.stdin.end();
  const { code, stderr } = await ended;
  expect(code).toBe(0);
  const lines = stderr.trimEnd().split("\n");
  expect(new Set(lines)).toEqual(new Set(["mcp: ignored a message that isn't JSON-RPC"]));
});
