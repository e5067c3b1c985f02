// @ts-check
// Reads and writes the text of the edited element, and the position of the caret in it.

/** Stands for an embedded element in the text. A `<br>` is a line feed. */
const OBJECT = '\uFFFC';

/**
 * The text of one child node. In HTML, embedded elements count as one character. In a plain field
 * elements, for instance an icon, do not count.
 */
function textOf(node, isHtml) {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (!isHtml || node.nodeType !== Node.ELEMENT_NODE) return '';
  return node.tagName === 'BR' ? '\n' : OBJECT;
}

/** Whether the browser left only its `<br>` for the caret. */
const isEmptied = element => element.childNodes.length === 1 && element.firstChild.nodeName === 'BR';

/** The text of an element, of its own text nodes only. */
export const textIn = (element, isHtml) =>
  isEmptied(element) ? '' : [...element.childNodes].map(node => textOf(node, isHtml)).join('');

/** The text with white space collapsed, as the browser displays it. */
export const displayedTextIn = (element, isHtml) => (isHtml
  ? [...element.childNodes].map(node => (node.nodeName === 'BR' ? '\n' : textOf(node, true).replace(/[ \t\n\r\f]+/g, ' ')))
    .join('').replace(/ *\n */g, '\n').replace(/^ | $/g, '')
  : textIn(element, false));

/** Replaces the text of an element and keeps its embedded elements. */
export function writeText(element, text, isHtml) {
  if (isEmptied(element)) element.replaceChildren();
  const embedded = isHtml ? [...element.children] : [];
  const runs = isHtml ? text.split(/[\uFFFC\n]/) : [text];
  if (runs.length !== embedded.length + 1) return;
  runs.forEach((run, i) => {
    const nodes = textNodesBetween(element, embedded[i - 1], embedded[i]);
    const main = nodes.find(node => node.nodeValue?.trim()) ?? nodes[0];
    for (const node of nodes) if (node !== main) node.remove();
    if (main) main.nodeValue = run;
    else if (run) element.insertBefore(new Text(run), isHtml ? embedded[i] ?? null : element.firstChild);
  });
}

/** The text nodes of an element between two of its children, or from its start, or to its end. */
function textNodesBetween(element, first, last) {
  const nodes = [...element.childNodes];
  return nodes.slice(first ? nodes.indexOf(first) : 0, last ? nodes.indexOf(last) : nodes.length)
    .filter(node => node.nodeType === Node.TEXT_NODE);
}

/** The number of characters before the caret; null if the caret is elsewhere. */
export function caretIn(element, isHtml) {
  const {focusNode, focusOffset} = /** @type {Selection} */ (getSelection());
  if (!focusNode || !element.contains(focusNode)) return null;
  const nodes = [...element.childNodes];
  const at = focusNode === element ? focusOffset : nodes.findIndex(node => node.contains(focusNode));
  const before = nodes.slice(0, at).map(node => textOf(node, isHtml)).join('').length;
  return before + (focusNode.nodeType === Node.TEXT_NODE ? focusOffset : 0);
}

/** Puts the caret after a number of characters. */
export function setCaret(element, offset, isHtml) {
  const selection = getSelection();
  let left = offset;
  for (const [i, node] of element.childNodes.entries()) {
    const length = textOf(node, isHtml).length;
    if (node.nodeType === Node.TEXT_NODE && left <= length) return void selection?.collapse(node, left);
    if (length && left <= 0) return void selection?.collapse(element, i);
    left -= length;
  }
  selection?.collapse(element, element.childNodes.length);
}

/**
 * Takes a snapshot of an element. The returned function restores embedded elements that were
 * removed since then, and returns whether it had to.
 */
export function snapshot(element, isHtml) {
  const objects = () => textIn(element, isHtml).replace(/[^\uFFFC\n]/g, '');
  const before = objects(), nodes = [...element.childNodes], values = nodes.map(node => node.nodeValue);
  const caret = caretIn(element, isHtml) ?? 0;
  return () => {
    if (objects() === before) return false;
    nodes.forEach((node, i) => { if (node.nodeType === Node.TEXT_NODE) node.nodeValue = values[i]; });
    element.replaceChildren(...nodes);
    setCaret(element, caret, isHtml);
    return true;
  };
}
