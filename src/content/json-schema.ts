import { toJsonSchema } from "@valibot/to-json-schema";
import type { ManualEntry } from "./manual.ts";
import { type Kind, kindSchemas } from "./schema.ts";

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  description?: string;
}

/** The fields of a kind as a JSON Schema, for editors, with the words of the manual. */
export function createJsonSchema(kind: Kind, { words }: ManualEntry): object {
  // What JSON Schema cannot say, such as "no regular expression that is broken", is left to
  // `content lint`.
  const schema = toJsonSchema(kindSchemas[kind], { typeMode: "input", errorMode: "ignore" });
  for (const [path, said] of words) {
    const field = findField(schema as JsonSchema, path.split("."));
    if (field) field.description = said;
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
