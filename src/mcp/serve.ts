import type { Readable, Writable } from "node:stream";
import { McpServer } from "@modelcontextprotocol/server";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import { toStandardJsonSchema } from "@valibot/to-json-schema";
import { type ToolInput, ToolOutput, toolInputs } from "../domain/agent/tool-inputs.ts";
import { readCode, UserError } from "../errors.ts";
import { createJsonLines } from "./json-lines.ts";

/** What a tool answers: a JSON document, and the text for hosts that show no documents. */
export interface ToolAnswer {
  document: Record<string, unknown>;
  text?: string | undefined;
}

/** A tool that a host can call. */
export interface Tool<K extends keyof typeof toolInputs = keyof typeof toolInputs> {
  name: string;
  title: string;
  description: string;
  /** True if it changes nothing. */
  isReadOnly: boolean;
  input: K;
  call(input: ToolInput<K>): Promise<ToolAnswer>;
}

/** What is served, and over which streams. */
export interface McpService {
  name: string;
  version: string;
  instructions: string;
  // biome-ignore lint/suspicious/noExplicitAny: each tool checks its own input with its schema.
  tools: readonly Tool<any>[];
  input: Readable;
  output: Writable;
  /** Says what went wrong, for whoever reads the log of the host. */
  log: (message: string) => void;
  /** Describes an error for the agent. */
  describeError: (error: unknown) => string;
}

/** A message larger than this ends the connection. */
const MAX_MESSAGE_MEGABYTES = 4;

/** Hosts close the connection at answers of 10 MB, and an answer has its document twice. */
const MAX_ANSWER_CHARACTERS = 1_000_000;

/** Nobody can know the id of a message that can't be read. */
const PARSE_ERROR = `${JSON.stringify({
  jsonrpc: "2.0",
  id: null,
  error: { code: -32700, message: "Parse error: a message has to be one line of JSON." },
})}\n`;

/**
 * Serves tools over stdio until the host closes the connection. Throws a UserError if a message was
 * too large.
 */
export function serveMcp(service: McpService): Promise<void> {
  const { input, output, log } = service;
  // The library adds listeners for every answer that waits for a slow reader.
  output.setMaxListeners(0);
  const maxBufferSize = MAX_MESSAGE_MEGABYTES * 1024 * 1024;
  // The library skips what isn't JSON, so a host would wait for an answer.
  const lines = createJsonLines(maxBufferSize, () => {
    output.write(PARSE_ERROR);
    log("answered a message that isn't JSON with an error");
  });
  const transport = new StdioServerTransport(input.pipe(lines), output, { maxBufferSize });
  let tooLarge: UserError | undefined;
  const onerror = (error: Error) => {
    if (/exceeded maximum size/.test(error.message)) tooLarge = tooLargeError();
    else if (readCode(error) !== "EPIPE") log(describeProtocolError(error));
  };
  serveStdio(() => createServer(service), { transport, onerror });
  const { onclose } = transport;
  return new Promise((resolve, reject) => {
    transport.onclose = () => {
      onclose?.();
      input.unpipe(lines).pause();
      if (tooLarge) reject(tooLarge);
      else resolve();
    };
  });
}

function tooLargeError(): UserError {
  return new UserError(
    `A message was larger than ${MAX_MESSAGE_MEGABYTES} MB, so the connection was closed.`,
    { fix: "Start the server again, and send less at once." },
  );
}

function longAnswerError(): UserError {
  return new UserError("The answer would be too long.", {
    fix: "Look at it in a terminal: builder-pm status",
  });
}

/** Describes what the library says about a message: for a wrong one, it lists every field. */
function describeProtocolError({ name, message }: Error): string {
  const isWrong = /^(\$?Zod|Syntax)/.test(name) || message.startsWith("[");
  return isWrong ? "ignored a message that isn't JSON-RPC" : (message.split("\n")[0] ?? "");
}

function createServer(service: McpService): McpServer {
  const { name, version, instructions, tools } = service;
  const server = new McpServer({ name, version }, { instructions, capabilities: { tools: {} } });
  for (const { name, title, description, isReadOnly, input, call } of tools) {
    const config = {
      title,
      description,
      inputSchema: toStandardJsonSchema(toolInputs[input as keyof typeof toolInputs]),
      outputSchema: toStandardJsonSchema(ToolOutput),
      // Nothing leaves this computer, and no tool takes anything away.
      annotations: { readOnlyHint: isReadOnly, destructiveHint: false, openWorldHint: false },
    };
    server.registerTool(name, config, async (given: unknown) => {
      try {
        const { document, text = JSON.stringify(document, undefined, 2) } = await call(given);
        if (text.length > MAX_ANSWER_CHARACTERS) throw longAnswerError();
        return { content: [{ type: "text" as const, text }], structuredContent: document };
      } catch (error) {
        const text = service.describeError(error);
        return { content: [{ type: "text" as const, text }], isError: true };
      }
    });
  }
  return server;
}
