// @ts-check
// The words in an element in which somebody types, and where the caret is among them.

/** Stands for an element among words of HTML; a line's end stands for itself. */
const OBJECT = '\uFFFC';

/**
 * What a node adds to the words. In HTML other elements stand among the words and stay there; a
 * field has words only, and an icon beside them is none.
 */
function signsOf(node, isHtml) {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (!isHtml || node.nodeType !== Node.ELEMENT_NODE) return '';
  return node.tagName === 'BR' ? '\n' : OBJECT;
}

/** An emptied element gets a line's end from the browser, so that the caret has a place. */
const isEmptied = element => element.childNodes.length === 1 && element.firstChild.nodeName === 'BR';

/** The words right in an element. */
export const wordsIn = (element, isHtml) =>
  isEmptied(element) ? '' : [...element.childNodes].map(node => signsOf(node, isHtml)).join('');

/** The same as a browser shows them. */
export const shownIn = (element, isHtml) => (isHtml
  ? [...element.childNodes].map(node => (node.nodeName === 'BR' ? '\n' : signsOf(node, true).replace(/[ \t\n\r\f]+/g, ' ')))
    .join('').replace(/ *\n */g, '\n').replace(/^ | $/g, '')
  : wordsIn(element, false));

/** Put other words into an element; what stands among them, or beside them, stays. */
export function writeWords(element, text, isHtml) {
  if (isEmptied(element)) element.replaceChildren();
  const among = isHtml ? [...element.children] : [];
  const runs = isHtml ? text.split(/[\uFFFC\n]/) : [text];
  if (runs.length !== among.length + 1) return;
  runs.forEach((words, i) => {
    const nodes = textsBetween(element, among[i - 1], among[i]);
    const main = nodes.find(node => node.nodeValue?.trim()) ?? nodes[0];
    for (const node of nodes) if (node !== main) node.remove();
    if (main) main.nodeValue = words;
    else if (words) element.insertBefore(new Text(words), isHtml ? among[i] ?? null : element.firstChild);
  });
}

/** The texts of an element between two of its children, or up to its beginning or end. */
function textsBetween(element, first, last) {
  const nodes = [...element.childNodes];
  return nodes.slice(first ? nodes.indexOf(first) : 0, last ? nodes.indexOf(last) : nodes.length)
    .filter(node => node.nodeType === Node.TEXT_NODE);
}

/** How many signs stand before the caret; null when it is elsewhere. */
export function caretIn(element, isHtml) {
  const {focusNode, focusOffset} = /** @type {Selection} */ (getSelection());
  if (!focusNode || !element.contains(focusNode)) return null;
  const nodes = [...element.childNodes];
  const at = focusNode === element ? focusOffset : nodes.findIndex(node => node.contains(focusNode));
  const before = nodes.slice(0, at).map(node => signsOf(node, isHtml)).join('').length;
  return before + (focusNode.nodeType === Node.TEXT_NODE ? focusOffset : 0);
}

export function setCaret(element, offset, isHtml) {
  const selection = getSelection();
  let left = offset;
  for (const [i, node] of element.childNodes.entries()) {
    const length = signsOf(node, isHtml).length;
    if (node.nodeType === Node.TEXT_NODE && left <= length) return void selection?.collapse(node, left);
    if (length && left <= 0) return void selection?.collapse(element, i);
    left -= length;
  }
  selection?.collapse(element, element.childNodes.length);
}

/**
 * Note what stands in an element. What is returned puts back elements among the words that were
 * taken away since then, and says whether it had to.
 */
export function snapshot(element, isHtml) {
  const signs = () => wordsIn(element, isHtml).replace(/[^\uFFFC\n]/g, '');
  const before = signs(), nodes = [...element.childNodes], values = nodes.map(node => node.nodeValue);
  const caret = caretIn(element, isHtml) ?? 0;
  return () => {
    if (signs() === before) return false;
    nodes.forEach((node, i) => { if (node.nodeType === Node.TEXT_NODE) node.nodeValue = values[i]; });
    element.replaceChildren(...nodes);
    setCaret(element, caret, isHtml);
    return true;
  };
}
