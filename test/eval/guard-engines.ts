import { lintSource } from "@secretlint/core";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";
import { findPhoneNumbersInText } from "libphonenumber-js";
import validator from "validator";
import { findSensitive, type SensitivePatterns } from "../../src/linter/sensitive.ts";

/** Says whether a text has something sensitive in it. */
export type Engine = (text: string) => boolean | Promise<boolean>;

/** Runs of words that could be one number, from long to short. */
function listRuns(text: string): string[] {
  const words = text.split(/[\s"'`(),;]+/).filter(Boolean);
  return words.flatMap((_word, start) =>
    [1, 2, 3, 4, 5, 6, 7, 8, 9]
      .map((size) => words.slice(start, start + size).join(" "))
      .filter((run) => /[@\d]/.test(run)),
  );
}

async function findWithSecretlint(text: string): Promise<boolean> {
  const { messages } = await lintSource({
    source: {
      filePath: "page.md",
      content: text,
      ext: ".md",
      contentType: "text",
    },
    options: {
      config: { rules: [{ id: "recommended", rule: creator, options: {} }] },
      maskSecrets: false,
    },
  });
  return messages.length > 0;
}

/** Creates the guard and the libraries that it is measured against. */
export function createEngines(patterns: SensitivePatterns): Record<string, Engine> {
  return {
    "builder-pm": (text) => findSensitive(text, patterns).length > 0,
    secretlint: findWithSecretlint,
    libphonenumber: (text) => findPhoneNumbersInText(text, { defaultCountry: "DE" }).length > 0,
    validator: (text) =>
      listRuns(text).some(
        (run) =>
          validator.isEmail(run) ||
          validator.isCreditCard(run.replace(/[ -]/g, "")) ||
          validator.isIBAN(run.replace(/ /g, "")),
      ),
  };
}
