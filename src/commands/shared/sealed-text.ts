import type { Context } from "../../context.ts";
import { describeNamed, type Progress } from "../../domain/progress/progress.ts";
import { type AgentReport, readSealedReport } from "../../domain/project/agent-report.ts";
import { type Project, textsOf } from "../../domain/project/project.ts";
import { holdsPart } from "../../domain/report/quoted-part.ts";
import { UserError } from "../../errors.ts";
import { hashText } from "../../files/hash.ts";
import { nameSource } from "../../files/read.ts";
import { readWorkFile } from "../../files/work-file.ts";

/** A text that someone gave, and where it comes from. */
interface GivenText {
  path: string;
  text: string;
}

/**
 * Throws if a text is a report whose claims are sealed: a command that shows or uses its lines
 * would give them away. It doesn't matter where the text is now.
 */
export function assertNotSealed(progress: Progress, { path, text }: GivenText): void {
  const sealed = progress.projects.filter(({ reports }) => reports?.some(({ opened }) => !opened));
  // Mostly there is none, and Node takes long to load what makes a hash.
  if (sealed.length === 0) return;
  const given = evenOut(text);
  const sha256 = hashText(text);
  const project = sealed.find((each) =>
    each.reports?.some(
      (report) =>
        !report.opened &&
        (report.sha256 === sha256 ||
          holdsAll(given, report) ||
          holdsPart(given, readSealedReport(report).text, listOwnTexts(each))),
    ),
  );
  if (project) throw sealedTextError(path, describeNamed(progress, project), project);
}

/** Does the same for a command that needs nothing of what is saved, and works without it. */
export async function assertNotSealedHere(context: Context, given: GivenText): Promise<void> {
  const progress = await loadIfReadable(context);
  if (progress) assertNotSealed(progress, given);
}

async function loadIfReadable(context: Context): Promise<Progress | undefined> {
  try {
    return await (await context.openStore()).load();
  } catch (error) {
    // What can't be read keeps nobody from checking a text, and other commands say so.
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** An editor or a shell may change the ends of lines, and what is around a text. */
function evenOut(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

/** A shorter text can stand in another one by chance. */
const MIN_PART = 80;

/** Returns true if the text is a report, or has all of one in it, as a conversation does. */
function holdsAll(given: string, report: AgentReport): boolean {
  const own = evenOut(readSealedReport(report).text);
  return given === own || (own.length >= MIN_PART && given.includes(own));
}

/**
 * Lists what the person wrote, and the pages that they gave to the agent: lines of these that the
 * agent quotes in its report aren't its words.
 */
function listOwnTexts({ answers, folder }: Project): string[] {
  const texts = Object.values(answers).flatMap((step) =>
    Object.values(step).flatMap((value) => textsOf(value)),
  );
  const written = Object.entries(folder?.files ?? {}).flatMap(([name, { sha256 }]) => {
    const found = readWorkFile(folder?.path ?? "", name, 1);
    return found.is === "text" && hashText(found.text) === sha256 ? [found.text] : [];
  });
  return [...texts, ...written];
}

function sealedTextError(path: string, named: string, { title }: Project): UserError {
  return new UserError(
    `${nameSource(path)} holds a report on "${title}", or a part of it. It is sealed until you've ` +
      "judged every check, so nothing of it is shown.",
    {
      fix:
        `Judge the result first: builder-pm review${named}\n` +
        `Or read it now, and its claims won't be counted: builder-pm report --show${named}`,
    },
  );
}
