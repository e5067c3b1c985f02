// @ts-check
// Gives blocks far from the viewport `content-visibility: auto`, so they cost no layout. A near block
// never has it, since it implies paint containment.

const FAR = '200% 0px';   // far: more than two screens away
export const ESTIMATED_HEIGHT = 640;   // pixels, for a block that was never laid out

/** Observes the blocks that `content-visibility` may hide. */
export const watcher = new IntersectionObserver(entries => {
  for (const {target, isIntersecting, boundingClientRect: {height}} of entries) {
    // While a block is moved it is briefly detached and has no height: ignore that.
    if (isIntersecting || height) setFar(/** @type {HTMLElement} */ (target), !isIntersecting, height);
  }
}, {rootMargin: FAR});

/** Copies what `setFar` wrote to the fresh element of the same block. */
export function copyFarStyle(old, fresh) {
  for (const name of ['contentVisibility', 'containIntrinsicSize']) {
    if (old?.style[name]) fresh.style[name] = old.style[name];
  }
}

/** Marks a block as far from the viewport or near it. `height` is its last height in pixels. */
export function setFar(element, far, height) {
  const style = element.style;
  if (far === (style.contentVisibility === 'auto')) return;
  style.contentVisibility = far ? 'auto' : '';
  style.containIntrinsicSize = far ? `auto ${Math.round(height) || ESTIMATED_HEIGHT}px` : '';
  if (!element.getAttribute('style')) element.removeAttribute('style');
}
