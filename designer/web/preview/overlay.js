// @ts-check
// Draws outlines, names and the toolbar in a shadow root above the page. The layer changes neither
// the layout nor the exported page. Its sizes are window pixels at any zoom.

import {ICONS} from './icons.js';
import {blocksInOrder, elementOf, isBlock, itemOf, markOf, nameOf, pictureAt, pictureOf} from './marks.js';
import {roots, state} from './state.js';

const px = size => `calc(${size}px * var(--unit))`;

const STYLE = `
  :host {all: initial; position: absolute; inset: 0 auto auto 0; z-index: 2147483647;
    pointer-events: none; direction: ltr}
  .box {position: absolute; box-sizing: border-box; display: none; border-radius: 2px}
  .box.on, .tools.on, .line.on, .shield.on, .flag.on {display: block}
  .hover {box-shadow: 0 0 0 ${px(1)} var(--accent)}
  .chosen {box-shadow: 0 0 0 ${px(2)} var(--accent), 0 0 0 ${px(3)} rgba(255, 255, 255, .6)}
  .aimed {box-shadow: inset 0 0 0 ${px(3)} var(--accent), 0 0 0 ${px(1)} rgba(255, 255, 255, .7)}
  .aimed::after {content: ''; position: absolute; inset: 0; background: var(--accent); opacity: .18}
  .name {position: absolute; left: ${px(-2)}; bottom: 100%; white-space: nowrap; padding: 0 ${px(7)};
    max-width: 100vw; box-sizing: border-box; overflow: hidden; text-overflow: ellipsis;
    font: 600 ${px(11)} / ${px(20)} system-ui, sans-serif; color: var(--on-accent);
    background: var(--accent); border-radius: 4px 4px 0 0}
  .also {background: color-mix(in srgb, var(--accent) 12%, transparent)}
  .nameless > .name {display: none}
  .inside > .name {bottom: auto; top: 100%; border-radius: 0 0 4px 4px}
  .tools {position: absolute; width: max-content; display: none; box-sizing: border-box; padding: ${px(3)};
    max-width: calc(100vw - ${px(16)}); pointer-events: auto; font-size: 0; background: var(--panel);
    border: ${px(1)} solid var(--line); border-radius: ${px(8)}; box-shadow: 0 ${px(4)} ${px(16)} rgba(15, 23, 42, .18)}
  .tools button {all: unset; box-sizing: border-box; width: ${px(28)}; height: ${px(28)};
    padding: ${px(6)}; border-radius: ${px(6)}; color: var(--muted); cursor: pointer}
  .tools button.drag {cursor: grab}
  .tools button[hidden] {display: none}
  .tools.both button.drag {margin-left: ${px(7)}}
  .tools button:hover {background: var(--hover); color: var(--text)}
  .tools button:disabled {opacity: .4; pointer-events: none}
  .tools svg {display: block; width: ${px(16)}; height: ${px(16)}}
  .line {position: absolute; display: none; background: var(--accent); border-radius: 2px;
    box-shadow: 0 0 0 ${px(1)} rgba(255, 255, 255, .7)}
  .shield {position: fixed; inset: 0; display: none; pointer-events: auto; cursor: grabbing}
  .flag {position: fixed; right: 0; bottom: 0; width: 2px; height: 2px; display: none;
    background: rgb(254, 1, 253)}`;

// Commands that the toolbar treats in a special way.
/** The command of the drag handle, whose button begins a drag. */
export const MOVE_TO = 'element.move-to';
const [MOVE_UP, MOVE_DOWN, DESCRIBE] = ['element.move-up', 'element.move-down', 'image.describe'];
const EDGE = 8;          // window pixels between the toolbar and its neighbours

const layer = document.createElement('frontispiece-outlines');
const shadow = layer.attachShadow({mode: 'open'});
shadow.innerHTML = `<style>${STYLE}</style><div class="others"></div>
  <div class="box hover"><span class="name"></span></div>
  <div class="box chosen"><span class="name"></span></div>
  <div class="box aimed"><span class="name"></span></div>
  <div class="tools" role="toolbar"></div>
  <div class="line"></div><div class="shield"></div><div class="flag"></div>`;
const part = name => /** @type {HTMLElement} */ (shadow.querySelector(`.${name}`));
const [others, hoverBox, chosenBox, aimedBox, tools, line, shield, flag] =
  ['others', 'hover', 'chosen', 'aimed', 'tools', 'line', 'shield', 'flag'].map(part);

let visible = {from: 0, room: Infinity};   // horizontal part of the page that is visible, in page pixels
let unit = 1;            // size of a window pixel in page pixels
/** @type {Element | null} */ let hovered = null;
let isScheduled = false; // whether the next frame places everything
let quiet = false;       // hides toolbar and name during typing
let replaced = false;    // another toolbar is shown instead

/** The target of the toolbar: a list item or a block; null for header and footer. */
export function toolTarget() {
  const mark = state.selected;
  const item = itemOf(mark);
  if (mark && item) return {root: mark.root, ...item};
  return mark && isBlock(mark.root) ? {root: mark.root, path: '', list: ''} : null;
}

function outline(box, element, name = '') {
  const bounds = element?.getBoundingClientRect();
  box.classList.toggle('on', Boolean(bounds && (bounds.width || bounds.height)));
  if (!bounds) return;
  Object.assign(box.style, {
    left: `${bounds.left + scrollX}px`, top: `${bounds.top + scrollY}px`,
    width: `${bounds.width}px`, height: `${bounds.height}px`,
  });
  const tag = /** @type {HTMLElement | null} */ (box.firstElementChild);
  if (!tag) return;
  box.classList.toggle('inside', bounds.top + scrollY < 24 * unit);
  if (tag.textContent !== name) tag.textContent = name;
  tag.style.left = '';
  const beyond = tag.getBoundingClientRect().right - document.documentElement.clientWidth;
  if (beyond > 0) tag.style.left = `${-Math.min(beyond, bounds.left)}px`;
}

/** The commands of the toolbar with their buttons. @type {[any, HTMLButtonElement][]} */
let buttons = [];
let shownTools = null;

/** Makes the buttons of the toolbar when Python sends other commands. */
function toolButtons() {
  if (shownTools === state.labels.tools) return buttons;
  shownTools = state.labels.tools;
  buttons = (shownTools ?? []).map(tool => {
    const button = document.createElement('button');
    button.dataset.tool = tool.id;
    button.classList.toggle('drag', tool.id === MOVE_TO);
    button.innerHTML = ICONS[tool.icon];
    return [tool, button];
  });
  tools.replaceChildren(...buttons.map(([, button]) => button));
  return buttons;
}

/**
 * Places the toolbar above the right end of the element, beside the name; else below the element; in
 * an element that fills the viewport, inside it.
 */
function placeTools(element) {
  const away = quiet || replaced || !element;
  const about = away ? null : toolTarget();
  const picture = away ? null : pictureOf(element);
  tools.classList.toggle('on', Boolean(about || picture));
  tools.classList.toggle('both', Boolean(about && picture));
  if (!about && !picture) return;
  for (const [{id, tips}, button] of toolButtons()) {
    const tip = tips.image ?? tips[about?.path ? 'item' : 'block'];
    if (button.title !== tip) {
      button.title = tip;
      button.setAttribute('aria-label', tip);
    }
    button.hidden = tips.image ? !(id === DESCRIBE ? picture?.hasAlt : picture) : !about;
    button.disabled = about !== null
      && ((id === MOVE_UP && !hasNeighbour(about, -1)) || (id === MOVE_DOWN && !hasNeighbour(about, 1)));
  }
  const bounds = element.getBoundingClientRect();
  const name = /** @type {HTMLElement} */ (chosenBox.firstElementChild).getBoundingClientRect();
  const {offsetWidth: width, offsetHeight: height} = tools;
  const edge = EDGE * unit;
  const [start, room] = [visible.from, Math.min(document.documentElement.clientWidth, visible.from + visible.room)];
  const right = Math.min(bounds.right, room - edge);
  let left = Math.max(right - width, start + edge);
  let top = bounds.top - height - edge;
  if (left < name.right + edge) left = name.right + edge;          // beside the name
  if (left + width > room - edge) {                                // no room: above the name
    left = Math.max(start + edge, room - edge - width);
    top -= name.height;
  }
  const isUnderName = chosenBox.matches('.inside') && left < name.right && left + width > name.left;
  const below = isUnderName ? name.bottom : bounds.bottom;
  const menu = menuAt(element)?.getBoundingClientRect();
  if (menu) top = menu.bottom + edge;
  else if (top < edge && below + edge + height < innerHeight) top = below + edge;
  else if (top < edge) top = Math.min(Math.max(bounds.top + edge, edge), bounds.bottom + edge);
  Object.assign(tools.style, {left: `${left + scrollX}px`, top: `${top + scrollY}px`});
}

/** The open dropdown of an entry or around it; the toolbar must not cover it. */
const menuAt = element => element.querySelector('[data-fp-act="dropdown"] + ul') ?? element.closest('[data-fp-act="dropdown"] + ul');

function hasNeighbour(about, step) {
  if (about.path) return Boolean(itemsOf(about)[about.index + step]);
  const block = roots.get(about.root);
  const next = step < 0 ? block?.previousElementSibling : block?.nextElementSibling;
  return next instanceof HTMLElement && 'fpRoot' in next.dataset;
}

/** The elements of a list's items, or of the page's blocks, in order. */
export function itemsOf({root, list}) {
  if (!list) return blocksInOrder();
  const found = [];
  for (const element of roots.get(root)?.querySelectorAll(`[data-fp-path^="${CSS.escape(list)}."]`) ?? []) {
    const item = itemOf(markOf(element));
    if (item?.list === list && !found[item.index]) found[item.index] = element;
  }
  return found;
}

const sizes = new ResizeObserver(placeSoon);
/** @type {Element | null} */ let watched = null;

/** Draws everything at its present position. */
export function place() {
  if (state.still) return;
  if (hovered && !hovered.isConnected) hovered = null;
  const chosen = state.browsing ? null : elementOf(state.selected);
  if (watched !== chosen) {
    if (watched) sizes.unobserve(watched);
    if (chosen) sizes.observe(chosen);
    watched = chosen;
  }
  const shown = state.browsing || hovered === chosen ? null : hovered;
  chosenBox.classList.toggle('nameless', replaced || quiet);
  outline(chosenBox, chosen, chosen ? nameOf(chosen) : '');
  outline(hoverBox, shown, shown ? nameOf(shown) : '');
  const more = state.browsing ? [] : state.selectedRoots.filter(root => root !== state.selected?.root);
  while (others.childElementCount > more.length) others.lastElementChild?.remove();
  while (others.childElementCount < more.length) others.append(Object.assign(document.createElement('div'), {className: 'box chosen also'}));
  more.forEach((root, i) => outline(others.children[i], roots.get(root)));
  placeTools(chosen);
}

/** Draws everything in the next frame, once. */
export function placeSoon() {
  if (isScheduled) return;
  isScheduled = true;
  requestAnimationFrame(() => { isScheduled = false; place(); });
}

/** Outlines the element below the pointer; null removes the outline. */
export function hover(element) {
  if (hovered === element) return;
  hovered = element;
  placeSoon();
}

/** Hides toolbar and name during typing, since they cover text. */
export function setQuiet(on) {
  if (quiet === on) return;
  quiet = on;
  placeSoon();
}

/** Highlights the picture that a file dropped at a point would replace; null removes the highlight. */
export function highlightDropTarget(point) {
  const found = point && pictureAt(point);
  outline(aimedBox, found?.element, found ? nameOf(found.element) : '');
  return found && markOf(found.element);
}

/** Hides the toolbar while another one is shown for the selected element. */
export function setToolsReplaced(on) {
  replaced = on;
  placeSoon();
}

/** Shows the drop line of a drag, in viewport pixels; null hides it. */
export function showLine(bounds) {
  line.classList.toggle('on', Boolean(bounds));
  if (bounds) Object.assign(line.style, {
    left: `${bounds.left + scrollX}px`, top: `${bounds.top + scrollY}px`,
    width: `${bounds.width}px`, height: `${bounds.height}px`,
  });
}

/** During a drag, keeps the pointer from the page below. */
export function shieldPage(on) {
  setToolsReplaced(on);
  shield.classList.toggle('on', on);
}

/** Shows the coloured pixel by which a screenshot recognises the requested frame. */
export function showFlag(on) {
  flag.classList.toggle('on', on);
}

/** @type {Record<string, any>} */ let look = {};

/** Sets the window's colours, the size of its pixels and the visible part of the page. */
export function setLook({from = 0, room = Infinity, ...fresh}) {
  visible = {from, room};
  look = fresh;
  unit = fresh.unit;
  for (const [name, value] of Object.entries(fresh)) layer.style.setProperty(`--${name}`, String(value));
  placeSoon();
}

/** The look, for other layers above the page. */
export const currentLook = () => look;

/** The size of a window pixel in pixels of the page, which may be zoomed. */
export const scale = () => unit;

/** Whether an element lies left or right of the visible part of the page. */
export function isBesideViewport(element) {
  const {left, right} = element.getBoundingClientRect();
  return right < visible.from + EDGE * unit || left > visible.from + visible.room - EDGE * unit;
}

/** Adds the layer to the page. `onTool` receives the command of a pressed button and the event. */
export function openOverlay(onTool) {
  const toolAt = ({target}) => buttons.find(([, button]) => button.contains(target))?.[0];
  tools.addEventListener('pointerdown', event => {
    event.preventDefault();   // keeps the focus where it is
    event.stopPropagation();
    const tool = toolAt(event);
    if (tool?.id === MOVE_TO) onTool(tool, event);
  });
  tools.addEventListener('click', event => {
    const tool = toolAt(event);
    if (tool && tool.id !== MOVE_TO) onTool(tool, event);
  });
  document.documentElement.append(layer);
  sizes.observe(document.body);
  document.addEventListener('load', placeSoon, true);   // a loaded picture moves what is below it
  addEventListener('resize', placeSoon);
  addEventListener('scroll', placeSoon, {passive: true, capture: true});
  for (const name of ['transitionend', 'animationend']) document.addEventListener(name, placeSoon, true);
}
