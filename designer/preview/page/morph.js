// @ts-check
// Makes old elements like fresh ones and keeps the nodes that can be kept: pictures do not blink.

/** The element in which somebody types: it stays as it is, whatever becomes of the rest. */
export const held = {
  /** @type {HTMLElement | null} */ element: null,
  /** What to do with the words that it should have. @type {(fresh: Element) => void} */ follow: () => {},
};

/** @param {Element} old @param {Element} fresh */
export function morph(old, fresh) {
  if (old === held.element) return held.follow(fresh);
  for (const {name} of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const {name, value} of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const now = [...old.childNodes], then = [...fresh.childNodes];
  then.forEach((node, i) => {
    const before = now[i];
    if (!before) old.append(node);
    else if (before.nodeType !== node.nodeType || before.nodeName !== node.nodeName) before.replaceWith(node);
    else if (node.nodeType === Node.ELEMENT_NODE) morph(/** @type {Element} */ (before), /** @type {Element} */ (node));
    else if (before.nodeValue !== node.nodeValue) before.nodeValue = node.nodeValue;
  });
  now.slice(then.length).forEach(node => node.remove());
}

/**
 * Whether the held element, if it lies in `old`, would still be there after a morph. If not, the
 * block waits: Python draws it again when the typing has ended.
 */
export function canMorph(old, fresh) {
  const element = held.element;
  if (!element || !old.contains(element)) return true;
  let twin = fresh;
  const way = [];
  for (let node = element; node !== old; node = /** @type {HTMLElement} */ (node.parentElement)) {
    way.unshift([[...(node.parentElement?.childNodes ?? [])].indexOf(node), node.nodeName]);
  }
  for (const [at, name] of way) {
    twin = twin.childNodes[at];
    if (twin?.nodeName !== name) return false;
  }
  return twin.getAttribute('data-fp-path') === element.getAttribute('data-fp-path');
}
