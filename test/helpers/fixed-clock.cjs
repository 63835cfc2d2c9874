// Loaded before the program with --require: the clock starts at this time, so that screens with
// dates are always the same.
const start = Date.parse("2026-11-02T09:00:00Z");
const { now } = Date;
const loaded = now();

class FixedDate extends Date {
  /** @param {unknown[]} words */
  constructor(...words) {
    if (words.length === 0) super(FixedDate.now());
    else super(.../** @type {[any]} */ (words));
  }

  /** @override */
  static now() {
    return start + now() - loaded;
  }
}

Object.assign(globalThis, { Date: FixedDate });
