import { plainDigits } from "../domain/text/digits.ts";
import { ENTER } from "./keys.ts";

/** A list that a person chooses from with the keyboard. */
export interface KeyedList {
  /** How many choices it has. */
  count: number;
  /** True if any number of them can be picked. */
  isMulti: boolean;
  /** The place of the choice that it starts on, from 0. */
  start: number;
  /** What the choice is called after which a text is asked for. */
  own?: string | undefined;
}

/** What was typed at a list so far. */
export interface ListState {
  /** The place of the current choice. */
  place: number;
  /** The digits of the number that is being typed. */
  number: string;
  /** What was typed without a pause, where that began, and which choices it ticked. */
  typed: string;
  origin: number;
  ticked: readonly number[];
  /** True while words are typed: then their digits and spaces choose nothing. */
  hasWords: boolean;
  /** True after something wrong was typed: Enter must not take what nobody chose. */
  isBlocked: boolean;
}

/** What comes of something typed: the keys for inquirer, and what to say if nothing does. */
export interface ListStep {
  state: ListState;
  keys: string;
  problem?: string | undefined;
}

const UP = "\u001b[A";
const DOWN = "\u001b[B";
const UP_KEYS = [UP, "\u001bOA"];
const DOWN_KEYS = [DOWN, "\u001bOB"];
const HOME_KEYS = ["\u001b[H", "\u001bOH", "\u001b[1~", "\u001b[7~"];
const END_KEYS = ["\u001b[F", "\u001bOF", "\u001b[4~", "\u001b[8~"];
const BACKSPACE_KEYS = ["\u007f", "\b"];
const TICK = " ";

/** Returns what was typed at a list that was just shown. */
export function startList({ start }: KeyedList): ListState {
  return { place: start, ...restAt(start), hasWords: false, isBlocked: false };
}

/** Ends the number and the quick typing, as a pause does. */
export function pauseList(state: ListState): ListState {
  return { ...state, ...restAt(state.place) };
}

/** Ends what was typed, and lets Enter take nothing until something is chosen. */
export function blockList(state: ListState): ListState {
  return { ...pauseList(state), hasWords: true, isBlocked: true };
}

function restAt(place: number): Pick<ListState, "number" | "typed" | "origin" | "ticked"> {
  return { number: "", typed: "", origin: place, ticked: [] };
}

/** Types a text into a list. Only numbers, and spaces that tick, choose something. */
export function typeIntoList(list: KeyedList, before: ListState, text: string): ListStep {
  const typed = Array.from(text, (character) => plainDigits(character) || character).join("");
  if (before.hasWords) return { state: before, keys: "" };
  if (!/^[\d\s.,;)]*$/.test(typed)) return refuseWords(list, before, text);
  let step: ListStep = { state: { ...before, typed: before.typed + text }, keys: "" };
  for (const character of typed) {
    const next = typeCharacter(list, step.state, character);
    step = { ...next, keys: step.keys + next.keys };
  }
  return step;
}

function typeCharacter(list: KeyedList, state: ListState, character: string): ListStep {
  if (/\d/.test(character)) return typeDigit(list, state, character);
  const ended = { ...state, number: "" };
  // In "1 3" the space only ends a number.
  return list.isMulti && character === TICK && state.number === ""
    ? tick(ended, TICK, state.place)
    : { state: ended, keys: "" };
}

/** In a list of boxes that has no such line, "13" ticks the first and the third. */
function typeDigit(list: KeyedList, state: ListState, digit: string): ListStep {
  const number = state.number + digit;
  const isLonger = state.number !== "" && isIn(list, number);
  if (list.isMulti && isLonger) {
    const before = takeBack(list, { ...state, origin: state.place }, state.ticked.slice(-1));
    const after = { ...before.state, ticked: state.ticked.slice(0, -1) };
    return prepend(before.keys, goTo(list, after, number));
  }
  if (isLonger || state.number === "") return goTo(list, state, number);
  return goTo(list, state, list.isMulti && digit !== "0" ? digit : number);
}

function goTo(list: KeyedList, state: ListState, number: string): ListStep {
  if (!isIn(list, number)) return refuseNumber(list, state, number);
  const place = Number(number) - 1;
  const keys = moveTo(list, place);
  const there = { ...state, place, number, isBlocked: false };
  return list.isMulti ? tick(there, keys + TICK, place) : { state: there, keys };
}

function tick(state: ListState, keys: string, place: number): ListStep {
  const ticked = [...state.ticked, place];
  return { state: { ...state, ticked, isBlocked: false }, keys };
}

function isIn({ count }: KeyedList, number: string): boolean {
  return Number(number) >= 1 && Number(number) <= count;
}

/** A number that is too high takes back what its first digits did. */
function refuseNumber(list: KeyedList, state: ListState, number: string): ListStep {
  const wrong = number.length > 1 ? state.ticked.slice(-1) : [];
  const { state: back, keys } = takeBack(list, state, wrong);
  const problem = `There is no choice ${Number(number)}. ${describeNumbers(list)}`;
  return { state: { ...back, number, isBlocked: true }, keys, problem };
}

function refuseWords(list: KeyedList, state: ListState, text: string): ListStep {
  const { state: back, keys } = takeBack(list, state, state.ticked);
  return { state: blockList(back), keys, problem: explainWords(list, text) };
}

/** Takes back what the start of a sentence ticked, such as "12 rows", once its words are typed. */
export function takeBackSentence(list: KeyedList, state: ListState): ListStep {
  return /\d\s/.test(state.typed)
    ? takeBack(list, state, state.ticked)
    : { state: pauseList(state), keys: "" };
}

/**
 * Unticks what typing ticked by chance, and moves back to where it began. Any move takes away what
 * inquirer says about the key before.
 */
function takeBack(list: KeyedList, state: ListState, ticked: readonly number[]): ListStep {
  const place = state.origin;
  const unticking = ticked.map((index) => moveTo(list, index) + TICK).join("");
  const keys = unticking + moveTo(list, place);
  return { state: { ...state, place, ticked: [] }, keys };
}

/** Presses a key that isn't a character. inquirer takes an unknown one as part of a search. */
export function pressInList(list: KeyedList, before: ListState, key: string): ListStep {
  const { place } = before;
  if (UP_KEYS.includes(key)) return arrive(before, Math.max(0, place - 1), UP);
  if (DOWN_KEYS.includes(key)) return arrive(before, Math.min(list.count - 1, place + 1), DOWN);
  if (HOME_KEYS.includes(key)) return arrive(before, 0, moveTo(list, 0));
  const end = list.count - 1;
  if (END_KEYS.includes(key)) return arrive(before, end, moveTo(list, end));
  if (key !== ENTER && !BACKSPACE_KEYS.includes(key)) return { state: before, keys: "" };
  const state = { ...pauseList(before), hasWords: false };
  return { state, keys: key === ENTER && !before.isBlocked ? ENTER : "" };
}

function arrive(before: ListState, place: number, keys: string): ListStep {
  const state = { ...before, place, ...restAt(place), hasWords: false, isBlocked: false };
  return { state, keys };
}

function moveTo({ count }: KeyedList, place: number): string {
  return UP.repeat(count) + DOWN.repeat(place);
}

function prepend(keys: string, step: ListStep): ListStep {
  return { ...step, keys: keys + step.keys };
}

function describeNumbers({ count }: KeyedList): string {
  return `Type a number from 1 to ${count}, or move with the arrow keys.`;
}

function explainWords({ isMulti, own }: KeyedList, text: string): string {
  const refusal =
    text === "<" ? "There's nothing to go back to from here." : "Words aren't taken here.";
  const choosing = own === undefined ? "choose with Enter" : `choose "${own}" to type your words`;
  const next = isMulti ? "pick with the space bar" : choosing;
  return `${refusal} Press an arrow key first, then ${next}.`;
}
