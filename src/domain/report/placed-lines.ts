import { readCheckRefs, readMarkedRefs } from "./check-refs.ts";
import type { Claim } from "./claim.ts";
import { MARK } from "./claim-words.ts";
import { LABEL_LEVEL, type ReportLine } from "./report-line.ts";
import { findReportTopic, isReportTitle, type Topic } from "./report-topics.ts";
import { normalizeWords, readWholeStatus } from "./status.ts";

/** A line with the part of the report that it belongs to. */
export interface PlacedLine extends ReportLine {
  topic: Topic | undefined;
  /** True for a heading or label that opens a part of the report. */
  opens: boolean;
  /** The claim of a heading or label above a list of checks: "Not tried:". */
  group: Claim | undefined;
}

interface Part {
  level: number;
  topic: Topic | undefined;
  /** True if the words after a label are all that it covers. */
  isInline: boolean;
  /** True once a line stands below it. */
  hasLine: boolean;
}

const LABEL = /^([^:\uff1a]{2,70})[:\uff1a](?:\*\*|__)?(?:\s+|$)/;
const BOLD_START = /^(?:\*\*|__)([^*_]{2,70})(?:\*\*|__)\s*(?:[-\u2013\u2014]\s*)?/;
/** The words of a label that is no heading: "Packages used". */
const MAX_LABEL_WORDS = 6;

/** "Here is how it did on your checks:" */
const ON_CHECKS =
  /\b(?:on|for|against|of|with) (?:all )?(?:your|the|its) (?:\w+ )?(?:checks|criteria):\W*$/i;

const SUPPOSED =
  /\b(?:expected|should|would|will (?:see|be|show)|write|example|e\.g\.|template|form|format|if all|goal|target)\b/i;
const MAX_SUPPOSED = 80;

/** Says of each line of a report, in their order, which part it belongs to. */
export class Places {
  #parts: Part[] = [];
  #group: Claim | undefined;
  #hasEntry = false;
  #isAfterBlank = false;

  get #topic(): Topic | undefined {
    return this.#parts.findLast(({ topic }) => topic !== undefined)?.topic;
  }

  #openGroup(claim: Claim): void {
    this.#group = claim;
    this.#hasEntry = false;
  }

  /** Ends what a claim above a list covers: at the next heading, or at text after the list. */
  #closeGroup(): void {
    this.#group = undefined;
    this.#hasEntry = false;
  }

  /** Places the next line. */
  place(line: ReportLine): PlacedLine {
    if (line.kind === "heading") {
      this.#isAfterBlank = false;
      return this.#placeHeading(line);
    }
    // A line across the page ends a section; between checks it means nothing.
    const isAcross = line.kind === "rule" && line.level === 0 && this.#isAfterBlank;
    if (isAcross && !isOfChecks(this.#topic)) this.#parts = [];
    this.#closeLabel(line);
    if (line.kind === "entry" || line.kind === "text") return this.#placeText(line);
    return this.#asIs(line);
  }

  /** A label ends with its paragraph, or at text after the list below it. */
  #closeLabel({ kind, indent }: ReportLine): void {
    const last = this.#parts.at(-1);
    const isText = kind === "text" && indent === 0;
    if (last?.level === LABEL_LEVEL) {
      if (kind === "blank" ? last.isInline : isText && last.hasLine && this.#isAfterBlank)
        this.#parts.pop();
      else if (kind !== "blank") last.hasLine = true;
    }
    this.#isAfterBlank = kind === "blank";
  }

  #asIs(line: ReportLine, opens = false): PlacedLine {
    return { ...line, topic: this.#topic, opens, group: this.#group };
  }

  #placeHeading(line: ReportLine): PlacedLine {
    if (readMarkedRefs(line.text)?.isExplicit) return this.#asIs(line);
    const isTitle = isReportTitle(line.text);
    const topic = isTitle ? undefined : findReportTopic(line.text);
    const group = readGroup(line.text);
    if (group && isOfChecks(this.#topic)) {
      this.#openGroup(group);
      return this.#asIs(line, true);
    }
    // A bold line with words of its own is text; a numbered one may be a check.
    if (!isTitle && !topic && (line.level > 6 || this.#isNumberedCheck(line.text)))
      return this.#asIs(line);
    this.#closeGroup();
    this.#parts = this.#parts.filter(({ level }) => level < line.level);
    this.#parts.push({ level: line.level, topic, isInline: false, hasLine: false });
    return this.#asIs(line, isTitle || topic !== undefined);
  }

  #isNumberedCheck(text: string): boolean {
    return this.#topic === "per-check" && /^\W{0,3}\d{1,3}[.):]/.test(text);
  }

  #placeText(line: ReportLine): PlacedLine {
    const group = /:(?:\*\*|__)?$/.test(line.text) ? readGroup(line.text) : undefined;
    if (group && (this.#topic === undefined || isOfChecks(this.#topic))) {
      this.#openGroup(group);
      return this.#asIs({ ...line, text: "" }, true);
    }
    if (line.kind === "entry") this.#hasEntry = true;
    else if (this.#hasEntry) this.#closeGroup();
    const supposed = mayHoldClaims(this.#topic) && this.#openSupposed(line);
    if (supposed) return supposed;
    const label = this.#findLabel(line);
    if (!label) return this.#asIs(line);
    this.#closeGroup();
    this.#parts = this.#parts.filter(({ level }) => level < LABEL_LEVEL);
    this.#parts.push({
      level: LABEL_LEVEL,
      topic: label.topic,
      isInline: label.rest !== "",
      hasLine: false,
    });
    return this.#asIs({ ...line, text: label.rest }, true);
  }

  /** Lists below "you should see:" or "for example:" say nothing about what happened. */
  #openSupposed(line: ReportLine): PlacedLine | undefined {
    if (!/:\W*$/.test(line.text) || !SUPPOSED.test(line.text.slice(-MAX_SUPPOSED)))
      return undefined;
    if (readMarkedRefs(line.text)?.isExplicit) return undefined;
    this.#parts = this.#parts.filter(({ level }) => level < LABEL_LEVEL);
    this.#parts.push({ level: LABEL_LEVEL, topic: "other", isInline: false, hasLine: false });
    return this.#asIs(line, true);
  }

  /** Finds a name of a part before a colon, or in bold, at the start of a line. */
  #findLabel(line: ReportLine): { topic: Topic; rest: string } | undefined {
    const match = LABEL.exec(line.text) ?? BOLD_START.exec(line.text);
    const name = match?.[1]?.replace(/[*_]/g, "") ?? "";
    const words = name.trim().split(/\s+/).length;
    const isLong = words > MAX_LABEL_WORDS && !ON_CHECKS.test(line.text);
    if (!match || isLong || readCheckRefs(name)?.isExplicit) return undefined;
    const topic = findReportTopic(name);
    if (!topic || !this.#mayOpen(topic, line, words)) return undefined;
    return { topic, rest: line.text.slice(match[0].length).trim() };
  }

  /** A step of how to run the result may name a part: "1. Install the packages: ..." */
  #isStep({ kind }: ReportLine): boolean {
    const { topic, level = 0 } = this.#parts.at(-1) ?? {};
    return kind === "entry" && topic === "run" && level < LABEL_LEVEL;
  }

  /** Below a check, most labels say something about that check: "Test: ran it twice". */
  #mayOpen(topic: Topic, line: ReportLine, words: number): boolean {
    if (topic === "other" || this.#topic === topic || this.#isStep(line)) return false;
    if (!isOfChecks(this.#topic)) return this.#topic === undefined || line.indent === 0;
    const isAlone = SECTIONS.has(topic) && line.kind === "text" && /:\W*$/.test(line.text);
    return !isOfChecks(topic) && line.indent === 0 && (words > 1 || isAlone);
  }
}

/** Parts whose name is one word that no check has as a label. */
const SECTIONS: ReadonlySet<Topic> = new Set(["faked", "packages", "added"]);

function mayHoldClaims(topic: Topic | undefined): boolean {
  return topic === undefined || isOfChecks(topic);
}

function isOfChecks(topic: Topic | undefined): boolean {
  return topic === "per-check" || topic === "results";
}

/** Reads a heading that is only a claim, perhaps with a count: "Not tried (2)". */
function readGroup(text: string): Claim | undefined {
  const bare = normalizeWords(text.slice(0, 60))
    .replace(MARK, "")
    .replace(/[*_:#]|\d+\s*$/g, "")
    .replace(/\(\s*\d+\s*\)/, "")
    .replace(/\b(?:checks|criteria)\b/, "")
    .trim();
  return readWholeStatus(bare);
}
