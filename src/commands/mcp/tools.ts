import type { Context } from "../../context.ts";
import type { ToolInput, toolInputs } from "../../domain/agent/tool-inputs.ts";
import { readQuestionName } from "../../domain/library/question-name.ts";
import { findNamedQuestion, type Step } from "../../domain/library/step.ts";
import { StepSession } from "../../domain/project/session.ts";
import { cleanAgentName } from "../../domain/report/agent-name.ts";
import { cleanOptional } from "../../domain/text/clean.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { hashText } from "../../files/hash.ts";
import type { LineKind } from "../../linter/line.ts";
import { listPromises } from "../../linter/promise.ts";
import { compileRules } from "../../linter/rules.ts";
import { lintText } from "../../linter/text.ts";
import type { Tool } from "../../mcp/serve.ts";
import { toFindingJson, toLineCountsJson } from "../../render/json/lint.ts";
import { toProjectJson } from "../../render/json/state.ts";
import { runGuide } from "../guide.ts";
import { loadProjectState } from "../shared/project-state.ts";
import { describeReportFacts, takeIn } from "../shared/report-intake.ts";
import { runSlices } from "../slices.ts";
import { runStatus } from "../status.ts";
import { runStep } from "../step/command.ts";
import { noQuestionError } from "../step/flags.ts";
import { findNotesStep } from "../step/notes.ts";
import { assertGuessed } from "../step/preconditions.ts";
import { captureCommand, captureJson } from "./capture.ts";

/** Lists all tools. None of them gives a verdict, a prediction or a decision. */
export function listTools(context: Context) {
  return [
    ...listReadTools(context),
    ...listDraftTools(context),
    createReportTool(context),
    ...listContentTools(context),
  ];
}

function listReadTools(context: Context) {
  return [
    createTool({
      name: "get_status",
      title: "Where the project stands",
      description:
        "The open project with its budget, the reality check, and the person's next command.",
      isReadOnly: true,
      input: "nothing",
      call: async () => ({ document: await captureJson(context, runStatus) }),
    }),
    createTool({
      name: "get_brief",
      title: "The brief",
      description:
        "The brief to build from, as markdown. Refused until the person has guessed how many " +
        "checks will be met.",
      isReadOnly: true,
      input: "project",
      call: (input) => readBrief(context, input),
    }),
    createTool({
      name: "get_questions",
      title: "What the spec still asks",
      description:
        "The open questions of the spec, with help, an example, the drafts so far and what the " +
        "linter asks about them.",
      isReadOnly: true,
      input: "project",
      call: async ({ project }) => {
        const step = await findSpecStep(context);
        const run = (agent: Context) => runStep(agent, step.id, { json: true, ...named(project) });
        return { document: await withFindings(context, step, await captureJson(context, run)) };
      },
    }),
  ];
}

function listDraftTools(context: Context) {
  return [
    createTool({
      name: "lint_lines",
      title: "Find vague lines",
      description:
        "What is vague in lines of a spec, and the question that makes each clear. `unchecked` " +
        "counts the lines that may be plans or notes, and were not looked at.",
      isReadOnly: true,
      input: "lines",
      call: async ({ lines, kind }) => ({
        document: { version: 1, ...(await findVague(context, lines, kind)) },
      }),
    }),
    createTool({
      name: "propose_spec_answers",
      title: "Draft answers of the spec",
      description:
        "Saves drafts for open questions of the spec. They count once the person keeps or changes " +
        "them in a terminal. Evidence has to come from the person: never make it up. An empty text takes a draft of " +
        "yours back.",
      isReadOnly: false,
      input: "answers",
      call: async ({ answers, project }) => {
        const step = await findSpecStep(context);
        assertAsked(step, Object.keys(answers));
        const answer = Object.entries(answers).flatMap(([name, value]) =>
          [value].flat().map((line) => `${name}=${readDraft(line)}`),
        );
        if (answer.length === 0)
          throw new UserError("There is no draft in answers.", { exitCode: ExitCode.usage });
        const run = (agent: Context) =>
          runStep(agent, step.id, { answer, json: true, ...named(project) });
        return { document: await withFindings(context, step, await captureJson(context, run)) };
      },
    }),
  ];
}

function createReportTool(context: Context) {
  return createTool({
    name: "submit_report",
    title: "Hand in a report",
    description:
      "Takes in your report on a pass. Its claims stay sealed until the person has judged every " +
      "check, so don't repeat them.",
    isReadOnly: false,
    input: "report",
    call: async ({ text, agent, project }) => {
      const given = { text, agent: cleanAgentName(cleanOptional(agent) ?? "") };
      if (text.trim() === "") throw new UserError("The report is empty.");
      const state = await loadProjectState(context, project);
      const { state: after, report, taken } = await takeIn(context, state, given);
      return { document: { version: 1, taken, ...describeReportFacts(after.project, report) } };
    },
  });
}

function listContentTools(context: Context) {
  return [
    createTool({
      name: "list_guide",
      title: "The guide",
      description: "The short pages for product managers who build.",
      isReadOnly: true,
      input: "nothing",
      call: async () => ({
        document: await captureJson(context, (agent) => runGuide(agent, undefined)),
      }),
    }),
    createTool({
      name: "read_guide",
      title: "A page of the guide",
      description: "One page of the guide, as markdown.",
      isReadOnly: true,
      input: "topic",
      call: async ({ topic }) => ({
        document: await captureJson(context, (agent) => runGuide(agent, topic)),
      }),
    }),
    createTool({
      name: "list_slices",
      title: "Small things to build first",
      description: "The starter slices, with how long each takes and what it is good practice for.",
      isReadOnly: true,
      input: "slices",
      call: async ({ trains, maxHours }) => {
        const filters = {
          ...(trains === undefined ? {} : { trains }),
          ...(maxHours === undefined ? {} : { maxHours: String(maxHours) }),
        };
        return { document: await captureJson(context, (agent) => runSlices(agent, filters)) };
      },
    }),
  ];
}

function createTool<K extends keyof typeof toolInputs>(tool: Tool<K>): Tool<K> {
  return tool;
}

function named(project: string | undefined): { project?: string } {
  return project === undefined ? {} : { project };
}

/** Throws for a name that is no question of the step, with the ids that the tool takes. */
function assertAsked(step: Step, names: readonly string[]): void {
  const isAsked = (name: string) => findNamedQuestion(step, readQuestionName([step], step, name));
  const unknown = names.find((name) => !isAsked(name));
  if (unknown === undefined) return;
  throw noQuestionError(
    step,
    unknown,
    step.questions.map(({ id }) => id),
  );
}

function readDraft(line: string | number | boolean): string {
  if (typeof line === "boolean") return line ? "yes" : "no";
  return String(line);
}

async function findSpecStep(context: Context): Promise<Step> {
  const { steps } = await context.loadLibrary("steps");
  return findNotesStep(steps);
}

/** Returns the brief once its step is finished: then the person has made their guess. */
async function readBrief(context: Context, { project: id }: ToolInput<"project">) {
  const state = await loadProjectState(context, id);
  const { project, progress } = state;
  const step = state.steps.find(({ writes }) => writes);
  if (!step) throw new UserError("No step of the content writes a brief.");
  assertGuessed(new StepSession(state, progress, project, step));
  const run = (agent: Context) => runStep(agent, step.id, { print: true, project: project.id });
  const { text } = await captureCommand(context, false, run);
  const file = step.writes ?? null;
  const document = { version: 1, project: toProjectJson(project), file, sha256: hashText(text) };
  if (!project.closed) return { document: { ...document, text }, text };
  const note = `"${project.title}" (${project.id}) is finished, so there is nothing to build.`;
  return { document: { ...document, note, text }, text: `${note}\n\n${text}` };
}

/** Finds what the linter asks about lines. Each is one line, whatever breaks are in it. */
async function findVague(context: Context, lines: readonly string[], kind: LineKind | undefined) {
  const { rules } = await context.loadLibrary("rules");
  const text = lines.map((line) => line.replace(/\s+/g, " ")).join("\n");
  const linted = lintText(text, { kind }, compileRules(rules));
  const findings = linted.found.map((finding) => toFindingJson("lines", finding));
  return { ...toLineCountsJson(linted), findings };
}

/** Returns the JSON of a step with its open questions only, and what is vague in their drafts. */
async function withFindings(context: Context, step: Step, document: Record<string, unknown>) {
  const questions = document.questions as { id: string; answered: boolean; proposed: string[] }[];
  const open = questions.filter(({ answered }) => !answered);
  const found = open.map(async (question) => {
    const lint = step.questions.find(({ id }) => id === question.id)?.lint;
    const isDescription = lint === "promise";
    const lines = isDescription ? question.proposed.flatMap(listPromises) : question.proposed;
    const kind = isDescription ? "criterion" : lint;
    const isAsked = kind !== undefined && lines.length > 0;
    const { findings } = isAsked ? await findVague(context, lines, kind) : { findings: [] };
    return { ...question, findings };
  });
  return { ...document, questions: await Promise.all(found) };
}
