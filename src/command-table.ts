import type { Command } from "commander";
import type { Context } from "./context.ts";

type Register = (command: Command, context: Context) => void;

/** A command: its group and summary in the help, and its module, loaded when it's called. */
export interface CommandEntry {
  name: string;
  /** Another spelling of the name. */
  alias?: string;
  group: string;
  summary: string;
  load: () => Promise<Register>;
}

/** The group of the commands that take a project from an idea to a decision. */
export const THE_LOOP = "The loop:";
/** The less common commands, which the help lists on one line. */
const MORE = "More:";

/** All commands except the steps, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    name: "check",
    group: "Start here:",
    summary: "take the reality check: five honest questions",
    load: async () => (await import("./commands/check/command.ts")).registerCheck,
  },
  {
    name: "slices",
    group: "Start here:",
    summary: "small things you could build first",
    load: async () => (await import("./commands/slices.ts")).registerSlices,
  },
  {
    name: "guide",
    group: "Start here:",
    summary: "short pages: why build, the loop, first prompts",
    load: async () => (await import("./commands/guide.ts")).registerGuide,
  },
  {
    name: "practice",
    alias: "practise",
    group: "Start here:",
    summary: "judge an agent's work that has planted defects",
    load: async () => (await import("./commands/practice/command.ts")).registerPractice,
  },
  {
    name: "start",
    group: THE_LOOP,
    summary: "start a project: a slice, your own idea, or your notes",
    load: async () => (await import("./commands/start/command.ts")).registerStart,
  },
  {
    name: "log",
    group: THE_LOOP,
    summary: "log one pass with the agent and how long it took",
    load: async () => (await import("./commands/log/command.ts")).registerLog,
  },
  {
    name: "report",
    group: THE_LOOP,
    summary: "take in the agent's report, hidden until you have judged",
    load: async () => (await import("./commands/report.ts")).registerReport,
  },
  {
    name: "projects",
    group: "Where you are:",
    summary: "all your projects, open and finished",
    load: async () => (await import("./commands/projects.ts")).registerProjects,
  },
  {
    name: "status",
    group: "Where you are:",
    summary: "your answers, your open project and the next step",
    load: async () => (await import("./commands/status.ts")).registerStatus,
  },
  {
    name: "export",
    group: "Where you are:",
    summary: "your progress page, to keep or share",
    load: async () => (await import("./commands/export.ts")).registerExport,
  },
  {
    name: "park",
    group: MORE,
    summary: "save an idea for later, so the slice stays small",
    load: async () => (await import("./commands/park.ts")).registerPark,
  },
  {
    name: "team",
    group: MORE,
    summary: "what your team's summaries add up to",
    load: async () => (await import("./commands/team.ts")).registerTeam,
  },
  {
    name: "import",
    group: MORE,
    summary: "import what export --json wrote",
    load: async () => (await import("./commands/import.ts")).registerImport,
  },
  {
    name: "why",
    group: MORE,
    summary: "the evidence for each item",
    load: async () => (await import("./commands/why.ts")).registerWhy,
  },
  {
    name: "lint",
    group: MORE,
    summary: "find vague lines in checks and problem statements",
    load: async () => (await import("./commands/lint.ts")).registerLint,
  },
  {
    name: "agent",
    group: MORE,
    summary: "set up your coding agent with a skill",
    load: async () => (await import("./commands/agent/command.ts")).registerAgent,
  },
  {
    name: "mcp",
    group: MORE,
    summary: "a server for coding agents that speak MCP",
    load: async () => (await import("./commands/mcp/command.ts")).registerMcp,
  },
  {
    name: "redact",
    group: MORE,
    summary: "take a secret out wherever it is saved",
    load: async () => (await import("./commands/redact.ts")).registerRedact,
  },
  {
    name: "undo",
    group: MORE,
    summary: "undo the last change, or redo it",
    load: async () => (await import("./commands/undo.ts")).registerUndo,
  },
  {
    name: "doctor",
    group: MORE,
    summary: "where your data is saved, and whether it's damaged",
    load: async () => (await import("./commands/doctor.ts")).registerDoctor,
  },
  {
    name: "content",
    group: MORE,
    summary: "for authors: write and check your team's content",
    load: async () => (await import("./commands/content/command.ts")).registerContent,
  },
  {
    name: "reset",
    group: MORE,
    summary: "start over, keeping a copy of your progress",
    load: async () => (await import("./commands/reset.ts")).registerReset,
  },
  {
    name: "completion",
    group: MORE,
    summary: "complete commands and names with the Tab key",
    load: async () => (await import("./commands/completion/command.ts")).registerCompletion,
  },
  {
    name: "help",
    group: MORE,
    summary: "help for a command, more, options or exit-codes",
    load: async () => (await import("./commands/help.ts")).registerHelp,
  },
];
