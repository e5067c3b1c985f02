// @ts-check
// What is chosen or typed in comes into view.

import {setFar} from './far.js';
import {isAside} from './overlay.js';
import {ask, roots} from './state.js';

const MARGIN = 60;   // pixels of an element that have to be in view

/** Scroll to an element unless it is seen; what lies beside the view is Python's to show. */
export function bring(element, root) {
  setFar(roots.get(root), false, 0);
  const {top, bottom, left} = element.getBoundingClientRect();
  if (bottom < MARGIN || top > innerHeight - MARGIN) {
    scrollTo({top: scrollY + top - Math.max(40, (innerHeight - (bottom - top)) / 2), behavior: 'instant'});
  }
  if (isAside(element)) ask('across', {to: Math.round(left)});
}
