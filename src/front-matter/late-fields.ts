import type { KnownFiles } from "./table.ts";

/** The fields of a question that only notes are read with: most of what the steps hold. */
const lateFields = ["names", "says", "words", "signs"] as const;

type Late = Partial<Record<(typeof lateFields)[number], unknown>>;
type WithQuestions = { questions: Late[] };

/** The late fields of each question of a file, by the name of the file. */
export type LateFields = Readonly<Record<string, readonly Late[]>>;

/** Takes the late fields out of a table, and leaves `null` where one was. */
export function takeLateFields(files: KnownFiles): LateFields {
  const late: Record<string, Late[]> = {};
  for (const [key, { fields }] of Object.entries(files)) {
    const { questions } = fields as WithQuestions;
    late[key] = questions.map((question) => {
      const held = lateFields.filter((name) => question[name] !== undefined);
      const taken = Object.fromEntries(held.map((name) => [name, question[name]]));
      for (const name of held) question[name] = null;
      return taken;
    });
  }
  return late;
}

/**
 * Lets the late fields of a table be read when they are used. What copies a question or prints it
 * doesn't see them, because looking at them all takes longer than the rest of a short command.
 */
export function putLateFields(files: KnownFiles, read: () => LateFields): KnownFiles {
  let late: LateFields | undefined;
  for (const [key, { fields }] of Object.entries(files)) {
    for (const [index, question] of (fields as WithQuestions).questions.entries()) {
      for (const name of lateFields.filter((field) => question[field] === null)) {
        const get = () => {
          late ??= read();
          return late[key]?.[index]?.[name];
        };
        Object.defineProperty(question, name, { get, enumerable: false });
      }
    }
  }
  return files;
}
