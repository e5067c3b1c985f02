// @ts-check
// Browse mode: the page's own menus and links work; nothing of the page's code runs.

import {state} from './state.js';

/** What marked elements do when they are clicked, by the name of their mark. */
const ACTS = {
  accordion(header) {
    const open = !header.nextElementSibling?.classList.toggle('hidden');
    for (const name of (header.dataset.fpActive ?? '').split(' ').filter(Boolean)) {
      header.classList.toggle(name, open);
    }
    const arrow = header.querySelector('svg');
    if (arrow) arrow.style.transform = open ? 'rotate(180deg)' : '';
  },
  menu(burger) {
    const root = burger.closest('[data-fp-root]');
    for (const part of root?.querySelectorAll('[data-fp-closed]:not(li > *)') ?? []) turn(part);
    for (const panel of root?.querySelectorAll('li > [data-fp-closed]') ?? []) turn(panel, true);
  },
  panel(entry) {
    const panel = entry.closest('li > [data-fp-closed]')
      ?? entry.parentElement?.querySelector(':scope > [data-fp-closed]');
    if (panel) turn(panel);
  },
  dropdown,
  toggle: button => void button.nextElementSibling?.classList.toggle('hidden'),
  previous: arrow => slide(arrow, -1),
  next: arrow => slide(arrow, 1),
};

/** Open a part of a menu, or close it: it has some classes only while it is closed. */
function turn(part, closed) {
  for (const name of part.dataset.fpClosed.split(' ')) part.classList.toggle(name, closed);
}

/** A menu of the bar is not in the page until it opens; that of phones has the same entries. */
function dropdown(entry) {
  const open = entry.nextElementSibling;
  if (open) return void open.remove();
  const root = entry.closest('[data-fp-root]');
  const at = [...root.querySelectorAll('[data-fp-act="dropdown"]')].indexOf(entry);
  const panel = root.querySelectorAll('li > [data-fp-closed]')[at];
  const list = panel?.querySelector('ul')?.cloneNode(true);
  if (!list) return;
  Object.assign(list.style, {position: 'absolute', top: '100%', left: '0', zIndex: '50',
    minWidth: '100%', textAlign: 'left', background: getComputedStyle(panel).backgroundColor});
  entry.after(list);
}

/** Move a carousel by one slide; at an end it begins anew. */
function slide(arrow, step) {
  const track = arrow.parentElement?.querySelector('[data-fp-track]');
  const width = track?.firstElementChild?.getBoundingClientRect().width;
  if (!width) return;
  const last = Math.max(0, Math.round((track.scrollWidth - track.parentElement.clientWidth) / width));
  const now = Number(track.dataset.fpAt ?? 0) + step;
  const at = now < 0 ? last : now > last ? 0 : now;
  track.dataset.fpAt = String(at);
  track.style.transition = 'transform .3s';
  track.style.transform = `translateX(${-at * width}px)`;
}

export function visit(target) {
  const actor = target?.closest?.('[data-fp-act]');
  const link = target?.closest?.('a[href]');
  if (actor) ACTS[actor.dataset.fpAct]?.(actor);
  else if (link) {
    const address = link.getAttribute('href');
    if (!address.startsWith('#')) return void state.bridge?.follow(address);
    document.getElementById(decodeURIComponent(address.slice(1)))?.scrollIntoView({behavior: 'smooth'});
  }
}
