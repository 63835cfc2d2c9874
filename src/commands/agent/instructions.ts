import type { Context } from "../../context.ts";
import { describeNamed, findCurrentProject } from "../../domain/progress/progress.ts";
import { findProjectIn } from "../../domain/project/folder.ts";
import type { Project } from "../../domain/project/project.ts";
import { StepSession } from "../../domain/project/session.ts";
import {
  type AgentView,
  renderAgentInstructions,
  wrapAgentInstructions,
} from "../../render/text/agent-instructions.ts";
import { type LoadedState, loadAppState } from "../shared/app-state.ts";
import { findById } from "../shared/arguments.ts";
import { findChangedPage } from "../shared/changed-page.ts";
import { findNextCommand } from "../shared/project-state.ts";
import { takesNotes } from "../step/notes.ts";

/** Prints what a coding agent has to know, with where the project of the current folder stands. */
export async function runAgentInstructions(
  context: Context,
  { project: id }: { project?: string },
): Promise<void> {
  const state = await loadAppState(context);
  const { projects } = state.progress;
  const project =
    id === undefined
      ? (findProjectIn(projects, context.folder) ?? findCurrentProject(state.progress))
      : findById(projects, id, "project");
  const { command } = await findNextCommand(context, { ...state, ...(project ? { project } : {}) });
  const { stdout } = context;
  const render = stdout.isTerminal ? wrapAgentInstructions : renderAgentInstructions;
  stdout.show(render, describeAgentView(state, project, command));
}

function describeAgentView(
  state: LoadedState,
  project: Project | undefined,
  next: string,
): AgentView {
  const drafting = state.steps.find(takesNotes);
  const briefing = state.steps.find(({ writes }) => writes);
  const session = project && drafting && new StepSession(state, state.progress, project, drafting);
  return {
    project,
    drafting,
    briefing,
    open: session?.missing ?? [],
    drafted:
      session?.open.flatMap(({ name, proposed }) => (proposed === "agent" ? name : [])) ?? [],
    next,
    changedPage: project && findChangedPage({ ...state, project })?.name,
    named: project ? describeNamed(state.progress, project) : "",
  };
}
