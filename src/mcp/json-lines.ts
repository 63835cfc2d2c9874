import { Transform } from "node:stream";

const NEW_LINE = 10;

/**
 * Creates a stream that passes on lines of JSON and calls `reject` for each other one that isn't
 * blank. A line that is longer than `max` bytes is passed on as it comes.
 */
export function createJsonLines(max: number, reject: () => void): Transform {
  let rest = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      rest = Buffer.concat([rest, chunk]);
      for (let end = rest.indexOf(NEW_LINE); end >= 0; end = rest.indexOf(NEW_LINE)) {
        const line = rest.subarray(0, end + 1);
        rest = rest.subarray(end + 1);
        const text = line.toString("utf8").trim();
        if (isJson(text)) this.push(line);
        else if (text !== "") reject();
      }
      if (rest.length > max) {
        this.push(rest);
        rest = Buffer.alloc(0);
      }
      done();
    },
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
