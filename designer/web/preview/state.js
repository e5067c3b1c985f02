// @ts-check
// State shared by all modules of the preview. It describes what is shown, not the document.

/**
 * The marks of an element: the root it lies in, its field path and its slot.
 * @typedef {{root: string, path: string, slot: string}} Mark
 */

export const state = {
  /** @type {any} */ bridge: null,
  /** @type {Record<string, any>} */ labels: {},
  /** Time at which remote files were last fetched; part of their addresses. */
  arrival: 0,
  /** Whether links and menus work; otherwise a click selects. */
  browsing: false,
  /** Whether the page is for screenshots: every block is laid out. */
  still: false,
  /** @type {Mark | null} */ selected: null,
  /** Number of selections made here and sent to Python. */ picks: 0,
  /** Number of these selections that Python has answered. */ answeredPicks: 0,
  /** Whether the selection was made in this page. */ isOwn: false,
  /** The selected element itself: several items have elements with the same slot. */
  selectedElement: /** @type {HTMLElement | null} */ (null),
  /** Keys pressed while a rich text editor opens; null if none opens. @type {KeyboardEvent[] | null} */ pendingKeys: null,
  /** The roots of all selected blocks. @type {string[]} */ selectedRoots: [],
};

/** The outermost element of header, footer and every block. @type {Map<string, HTMLElement>} */
export const roots = new Map();

/** Requests the editor of a rich text. Keys typed until it opens are kept for it. */
export function requestRichText(mark, more) {
  state.pendingKeys = [];
  notify('rich-text-requested', {...mark, ...more});
}

/** Calls back after style, layout and paint of the next frame. */
export function afterFrame(callback) {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = callback;
    channel.port2.postMessage(0);
  });
}

/** The report due after the next frame. @type {(() => void) | null} */
let pendingReport = null;

/** Sends a report to Python after the next frame, so a keystroke is painted first. The last one wins. */
export function reportAfterFrame(report) {
  if (!pendingReport) afterFrame(reportNow);
  pendingReport = report;
}

/** Whether a keystroke waits for its frame. */
export const isReportPending = () => pendingReport !== null;

/** Sends the pending report immediately. */
export function reportNow() {
  const report = pendingReport;
  pendingReport = null;
  report?.();
}

/**
 * Runs a command of Python's `command_list`, after the pending report.
 * @param {string} id the id of the command
 * @param {{root?: string, path?: string, value?: number}} target the element that it is about, and
 *   what else it needs
 */
export function runCommand(id, target = {}) {
  reportNow();
  state.bridge?.command(id, JSON.stringify(target));
}

/** Notifies Python of an event on the page, after the pending report; details travel as JSON. */
export function notify(event, details = {}) {
  reportNow();
  state.bridge?.notify(event, JSON.stringify(details));
}
