// @ts-check
// Drags a block among the blocks, or an item within its list. A line shows the drop position.

import {itemsOf, MOVE_TO, scale, shieldPage, showLine} from './overlay.js';
import {runCommand} from './state.js';

const EDGE = 60;         // window pixels at the viewport's edges where a drag scrolls
const SPEED = 18;        // window pixels per frame at the very edge
const THICK = 3;

/** @type {{about: any, x: number, y: number, to: number | null, handle: any, id: number} | null} */
let drag = null;

/** Whether a block or an item is being dragged. */
export const isDragging = () => drag !== null;

/** Starts to drag a block or an item: `what` names it, `event` is the press on the drag handle. */
export function beginDrag(what, event) {
  const index = what.path ? what.index : itemsOf(what).findIndex(each => each.dataset.fpRoot === what.root);
  const about = {...what, index};
  drag = {about, x: event.clientX, y: event.clientY, to: null, handle: event.target, id: event.pointerId};
  event.target.setPointerCapture(event.pointerId);
  shieldPage(true);
  requestAnimationFrame(scroll);
}

/** Ends the drag. With `drop` the block or item is moved to the gap that the line shows. */
export function endDrag(drop) {
  if (!drag) return;
  const {about, to, handle, id} = drag;
  drag = null;
  shieldPage(false);
  showLine(null);
  if (handle.hasPointerCapture(id)) handle.releasePointerCapture(id);
  if (drop && to !== null && to !== about.index) runCommand(MOVE_TO, {root: about.root, path: about.path, value: to});
}

/** Follows the pointer during a drag. */
export function updateDrag(event) {
  if (!drag) return;
  Object.assign(drag, {x: event.clientX, y: event.clientY});
  updateGap();
}

/** Finds the nearest gap and shows the line in it. */
function updateGap() {
  if (!drag) return;
  const boxes = itemsOf(drag.about).map(element => element.getBoundingClientRect());
  const rows = boxes.length < 2 || boxes.slice(1).every((box, i) => box.top >= boxes[i].bottom - 1);
  const {gap, line} = rows ? rowGap(boxes, drag.y) : cellGap(boxes, drag.x, drag.y);
  const old = drag.about.index;
  drag.to = gap > old ? gap - 1 : gap;
  showLine(drag.to === old ? null : line);
}

/** For stacked items: the gap is before the first item whose middle is below the pointer. */
function rowGap(boxes, y) {
  const at = boxes.findIndex(box => y < box.top + box.height / 2);
  const gap = at < 0 ? boxes.length : at;
  const {left, width} = boxes[Math.min(gap, boxes.length - 1)];
  const [above, below] = [boxes[gap - 1], boxes[gap]];
  const middle = above && below ? (above.bottom + below.top) / 2 : below ? below.top : above.bottom;
  const thick = THICK * scale();
  return {gap, line: {left, width, top: middle - thick / 2, height: thick}};
}

/** For items in rows: the gap is before or after the nearest item. */
function cellGap(boxes, x, y) {
  const far = box => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const near = boxes.reduce((best, box, i) => (far(box) < far(boxes[best]) ? i : best), 0);
  const box = boxes[near];
  const leftward = getComputedStyle(document.documentElement).direction === 'rtl';
  const after = (x > box.left + box.width / 2) !== leftward;
  const [thick, away] = [THICK * scale(), 6 * scale()];
  const right = after !== leftward;
  return {
    gap: after ? near + 1 : near,
    line: {left: (right ? box.right + away : box.left - away) - thick / 2, width: thick, top: box.top, height: box.height},
  };
}

/** Scrolls in every frame while the pointer is at an edge. */
function scroll() {
  if (!drag) return;
  const edge = EDGE * scale();
  const over = drag.y < edge ? drag.y - edge : drag.y > innerHeight - edge ? drag.y - innerHeight + edge : 0;
  if (over) {
    scrollBy({top: Math.max(-1, Math.min(1, over / edge)) * SPEED * scale(), behavior: 'instant'});
    updateGap();
  }
  requestAnimationFrame(scroll);
}
