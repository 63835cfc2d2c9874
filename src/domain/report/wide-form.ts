/** Compiles a pattern that is written over several lines; line breaks and indents don't count. */
export function compileForm(source: string, flags = ""): RegExp {
  return new RegExp(source.replace(/\n\s*/g, ""), flags);
}
