import type { Canvas } from "./canvas.ts";
import {
  blockList,
  type KeyedList,
  type ListState,
  type ListStep,
  pauseList,
  pressInList,
  startList,
  takeBackSentence,
  typeIntoList,
} from "./list-keys.ts";
import type { PrompterSettings } from "./prompter.ts";

/** A list, and what is called when one of its own keys is typed. */
export interface ShownList extends KeyedList {
  keys: readonly string[];
  press(key: string): void;
}

const NO_LIST: ShownList = { count: 0, isMulti: false, start: 0, keys: [], press: () => {} };

/** After such a pause, a digit starts a new number. */
const PAUSE_MS = 700;

/** Returns what sends typing to the list that is shown as keys, and says what is wrong with it. */
export function createListTyping(
  { wrap }: Pick<PrompterSettings, "wrap">,
  { showBelow }: Pick<Canvas, "showBelow">,
  send: (keys: string) => void,
) {
  let list = NO_LIST;
  let state: ListState = startList(list);
  let typedAt = Number.NEGATIVE_INFINITY;
  let said = "";

  const take = ({ state: next, keys, problem }: ListStep) => {
    state = next;
    if (problem !== undefined) said = wrap("> ", problem);
    if (!state.isBlocked) said = "";
    if (keys !== "") send(keys);
    // After the keys, which draw the list again.
    showBelow(said);
  };
  return {
    open: (shown = NO_LIST) => {
      list = shown;
      said = "";
      state = startList(shown);
    },
    block: () => {
      said = "";
      state = blockList(state);
    },
    /** Returns true while words are typed that were refused. */
    isRefusing: () => state.hasWords,
    /** Presses the key of a choice, and returns false if the text isn't one. */
    pressChoice: (text: string) => {
      const isKey = list.keys.includes(text);
      if (isKey) list.press(text);
      return isKey;
    },
    /** Takes back the start of a sentence that goes on with words, and returns it. */
    takeSentence: () => {
      take(takeBackSentence(list, state));
      const start = state.typed;
      state = pauseList(state);
      return start;
    },
    type: (text: string) => {
      const now = performance.now();
      const isNew = now - typedAt > PAUSE_MS;
      typedAt = now;
      take(typeIntoList(list, isNew ? pauseList(state) : state, text));
    },
    press: (key: string) => take(pressInList(list, state, key)),
  };
}
