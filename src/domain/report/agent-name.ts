import { isNeutralName } from "./neutral-name.ts";

const LINE = /^[\s#*_>-]*(?:agent|written by)[\s*_]*:[\s*_]*(.{1,60})$/i;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} .()+-]{0,39}$/u;
const MAX_LINES = 30;

/**
 * Reads which agent wrote a report, from a line such as "Agent: Codex" near its start. Returns
 * undefined if it doesn't say, or says more than a name.
 */
export function readAgentName(text: string): string | undefined {
  for (const line of text.slice(0, 4000).split(/\r?\n/).slice(0, MAX_LINES)) {
    const name = LINE.exec(line)?.[1]?.replace(/[\s*_.]+$/, "");
    if (name !== undefined) return cleanAgentName(name);
  }
  return undefined;
}

/** Returns the name of an agent; undefined for a text that says more than a name. */
export function cleanAgentName(name: string): string | undefined {
  return NAME.test(name) && isNeutralName(name.replace(/[()]/g, " ")) ? name : undefined;
}
