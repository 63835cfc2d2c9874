/** Names the copies that may still hold what was taken out. */
export function describeLeft(left: readonly string[]): string[] {
  return left.map((file) => `This copy may still hold it: "${file}". Delete it if you can.`);
}
