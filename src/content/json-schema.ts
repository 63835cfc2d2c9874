import { toJsonSchema } from "@valibot/to-json-schema";
import type { ManualEntry } from "./manual.ts";
import { type Kind, kindSchemas } from "./schema.ts";

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  description?: string;
}

/** Creates a JSON Schema of a kind for editors, with descriptions from the manual. */
export function createJsonSchema(kind: Kind, { words }: ManualEntry): object {
  // JSON Schema can't express every check, such as a valid regular expression. `content lint` can.
  const schema = toJsonSchema(kindSchemas[kind], { typeMode: "input", errorMode: "ignore" });
  for (const [path, text] of words) {
    const field = findField(schema as JsonSchema, path.split("."));
    if (field) field.description = text;
  }
  return { ...schema, title: `builder-pm ${kind}` };
}

function findField(
  schema: JsonSchema | undefined,
  [name, ...rest]: readonly string[],
): JsonSchema | undefined {
  if (name === undefined) return schema;
  const field = schema?.properties?.[name];
  return findField(rest.length > 0 ? field?.items : field, rest);
}
