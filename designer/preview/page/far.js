// @ts-check
// Blocks far from the view cost nothing (never near it: it implies paint containment).

const FAR = '200% 0px';       // blocks further away than two screens
export const GUESS = 640;     // height in px of a block that was never laid out

export const watcher = new IntersectionObserver(entries => {
  for (const {target, isIntersecting, boundingClientRect: {height}} of entries) {
    // A block that is just being moved is nowhere for a moment, which says nothing.
    if (isIntersecting || height) setFar(/** @type {HTMLElement} */ (target), !isIntersecting, height);
  }
}, {rootMargin: FAR});

/** What `setFar` wrote stays with a block whose element is made anew; its own style does not. */
export function keepFar(old, fresh) {
  for (const name of ['contentVisibility', 'containIntrinsicSize']) {
    if (old?.style[name]) fresh.style[name] = old.style[name];
  }
}

export function setFar(element, far, height) {
  const style = element.style;
  if (far === (style.contentVisibility === 'auto')) return;
  style.contentVisibility = far ? 'auto' : '';
  style.containIntrinsicSize = far ? `auto ${Math.round(height) || GUESS}px` : '';
  if (!element.getAttribute('style')) element.removeAttribute('style');
}
