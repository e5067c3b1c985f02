// @ts-check
// Scrolls the selected or edited element into view.

import {setFar} from './content_visibility.js';
import {isBesideViewport} from './overlay.js';
import {notify, roots} from './state.js';

const MARGIN = 60;   // pixels of an element that must be visible

/** Scrolls vertically unless the element is visible. Python scrolls horizontally. */
export function scrollElementIntoView(element, root) {
  setFar(roots.get(root), false, 0);
  const {top, bottom, left} = element.getBoundingClientRect();
  if (bottom < MARGIN || top > innerHeight - MARGIN) {
    scrollTo({top: scrollY + top - Math.max(40, (innerHeight - (bottom - top)) / 2), behavior: 'instant'});
  }
  if (isBesideViewport(element)) notify('selected-beside', {left: Math.round(left)});
}
