// @ts-check
// What all parts of the script share. Nothing of the document is kept here: only what is shown.

/**
 * An element as its marks say it.
 * @typedef {{root: string, path: string, slot: string}} Mark
 */

export const state = {
  /** @type {any} */ bridge: null,
  /** @type {Record<string, any>} */ labels: {},
  /** When files from the web came: their addresses are asked for anew. */
  arrival: 0,
  /** Links and menus work; otherwise a click selects. */
  browsing: false,
  /** For pictures: every block is laid out. */
  still: false,
  /** @type {Mark | null} */ selected: null,
  /** What was chosen here and Python has not answered yet. @type {Mark | null} */ expected: null,
  /** The very element that was chosen here: items have elements with the same slots. @type {HTMLElement | null} */ picked: null,
  /** Keys for a rich text that Python is reading; null when it reads none. @type {string | null} */ keys: null,
  /** The roots of the blocks that are selected, all of them. @type {string[]} */ chosen: [],
};

/** The outermost element of header, footer and every block. @type {Map<string, HTMLElement>} */
export const roots = new Map();

/** Ask for the editor of a rich text; what is typed until it is there is kept for it. */
export function askForRich(mark, more) {
  state.keys = '';
  ask('rich', {...mark, ...more});
}

/** Do something after the style, layout and paint of the frame that comes. */
export function afterFrame(then) {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(0);
  });
}

/** What Python is told behind the frame that comes, or before anything else. @type {(() => void) | null} */
let untold = null;

/** Tell something behind the frame of a key: whoever types sees the key first. */
export function tellLater(tell) {
  if (!untold) afterFrame(tellNow);
  untold = tell;
}

/** Whether a key waits for its frame. */
export const isKeyOnItsWay = () => untold !== null;

export function tellNow() {
  const tell = untold;
  untold = null;
  tell?.();
}

/** Ask Python for something; what it needs to know travels as JSON. */
export function ask(what, more = {}) {
  tellNow();
  state.bridge?.asked(what, JSON.stringify(more));
}
