// @ts-check
// The page's side of the preview. It runs in a world of its own, which scripts of the page cannot
// see, holds no state of the document, and only does what Python asks: show, patch, select.

const FAR = '200% 0px';       // blocks further away than two screens cost nothing
const FIRST_NEAR = 6;         // blocks that are laid out at once when a page is shown
const GUESS = 640;            // height in px of a block that was never laid out

const OUTLINE = `
  :host {all: initial; position: absolute; inset: 0 auto auto 0; z-index: 2147483647;
    pointer-events: none; direction: ltr}
  .box {position: absolute; box-sizing: border-box; display: none; border-radius: 2px}
  .box.on {display: block}
  .hover {box-shadow: 0 0 0 calc(1px * var(--unit)) var(--accent)}
  .chosen {box-shadow: 0 0 0 calc(2px * var(--unit)) var(--accent),
    0 0 0 calc(3px * var(--unit)) rgba(255, 255, 255, .6)}
  .name {position: absolute; left: -2px; bottom: 100%; white-space: nowrap; padding: 0 calc(7px * var(--unit));
    font: 600 calc(11px * var(--unit)) / calc(20px * var(--unit)) system-ui, sans-serif; color: var(--on-accent); background: var(--accent);
    border-radius: 4px 4px 0 0}
  .flag {position: fixed; right: 0; bottom: 0; width: 2px; height: 2px; display: none;
    background: rgb(254, 1, 253)}
  .inside > .name {bottom: auto; top: 100%; border-radius: 0 0 4px 4px}`;

/** @type {any} */ let bridge = null;
/** @type {Map<string, HTMLElement>} */ const roots = new Map();
/** @type {Record<string, any>} */ let labels = {};
let arrival = 0;              // when files from the web came: their addresses are asked for anew
let browsing = false;         // links and menus work; otherwise a click selects
let still = false;            // for pictures: every block is laid out
/** @type {{root: string, path: string, slot: string} | null} */ let selected = null;

// ---- styles: units of the compiled Tailwind, in source order

// Stands for a vendor's rule that this engine does not know, so that places stay what they are.
const UNKNOWN_RULE = '@media not all {}';

function styleElement(name) {
  const id = `fp-${name}`;
  let style = /** @type {HTMLStyleElement | null} */ (document.head.querySelector(`style[data-${id}]`));
  if (!style) {
    style = document.createElement('style');
    style.setAttribute(`data-${id}`, '');
    document.head.append(style);
  }
  return style;
}

function setStyles(styles) {
  for (const name of ['fonts', 'theme', 'base', 'site', 'utilities']) {
    if (name in styles) styleElement(name).textContent = styles[name];
    else styleElement(name);   // each at its place, from the beginning
  }
}

/** Put rules in, each at the place which it has when all are there; `anew` without those before. */
function addRules(rules, anew) {
  const sheet = /** @type {CSSStyleSheet} */ (styleElement('utilities').sheet);
  // The element has no text, so that emptying it would leave what was put in.
  while (anew && sheet.cssRules.length) sheet.deleteRule(sheet.cssRules.length - 1);
  for (const [place, css] of rules) {
    try {
      sheet.insertRule(css, place);
    } catch {
      sheet.insertRule(UNKNOWN_RULE, place);   // the site's browser skips the rule, too
    }
  }
}

// ---- content: made harmless and pointed to kept files before it enters the document

const REMOTE = /^(https?:)?\/\//i;
const REMOTE_IN_CSS = /url\(\s*(['"]?)((?:https?:)?\/\/[^)'"]+)\1\s*\)/gi;

function kept(address, element) {
  const full = address.startsWith('//') ? 'https:' + address : address;
  let query = `/~web?u=${encodeURIComponent(full)}${arrival ? `&t=${arrival}` : ''}`;
  for (const side of ['width', 'height']) {
    const size = parseInt(element?.getAttribute(side) ?? '', 10);
    if (size > 0) query += `&${side[0]}=${size}`;
  }
  return query;
}

function frameStandIn(frame) {
  const box = document.createElement('div');
  for (const {name, value} of frame.attributes) {
    if (name === 'class' || name === 'style' || name === 'id' || name.startsWith('data-fp-')) {
      box.setAttribute(name, value);
    }
  }
  const size = side => {
    const value = frame.getAttribute(side) || {width: '300', height: '150'}[side];
    return /^\d+$/.test(value) ? `${value}px` : value;
  };
  if (!box.style.width) box.style.width = size('width');
  if (!box.style.height) box.style.height = size('height');
  Object.assign(box.style, {display: 'flex', alignItems: 'center', justifyContent: 'center',
    background: '#e6eaef', color: '#4b5566', font: '13px/1.4 system-ui, sans-serif',
    textAlign: 'center', padding: '8px', boxSizing: 'border-box', maxWidth: '100%'});
  let host = '';
  try { host = new URL(frame.getAttribute('src') ?? '', 'https://x.invalid').host; } catch { /* none */ }
  box.textContent = labels.frame.replace('%1', host && host !== 'x.invalid' ? host : '');
  return box;
}

const DROPPED = new Set(['BASE', 'META', 'LINK', 'OBJECT', 'EMBED', 'APPLET', 'FRAMESET', 'PORTAL']);

function makeHarmless(element) {
  const tag = element.tagName.toUpperCase();
  if (DROPPED.has(tag)) return void element.remove();
  if (tag === 'IFRAME' || tag === 'FRAME') return void element.replaceWith(frameStandIn(element));
  if (tag === 'SCRIPT') return void element.setAttribute('type', 'application/x-not-run');
  for (const {name, value} of [...element.attributes]) {
    if (/^on/i.test(name)) element.removeAttribute(name);
    else if (/^(src|poster|background|xlink:href)$/i.test(name) && REMOTE.test(value)) {
      element.setAttribute(name, kept(value.trim(), element));
    } else if (name === 'style' && REMOTE_IN_CSS.test(value)) {
      element.setAttribute(name, value.replace(REMOTE_IN_CSS, (_m, _q, url) => `url("${kept(url)}")`));
    } else if (name === 'srcset') element.removeAttribute(name);
  }
  if (tag === 'IMAGE' && REMOTE.test(element.getAttribute('href') ?? '')) {
    element.setAttribute('href', kept(element.getAttribute('href'), element));
  }
  if (tag === 'STYLE') {
    element.textContent = (element.textContent ?? '').replace(REMOTE_IN_CSS, (_m, _q, url) => `url("${kept(url)}")`);
  }
}

/** @returns {DocumentFragment} */
function parse(html) {
  const template = document.createElement('template');
  template.innerHTML = html;   // inert: nothing in it loads or runs
  for (const inner of template.content.querySelectorAll('template')) inner.replaceWith(inner.content);
  for (const element of [...template.content.querySelectorAll('*')]) makeHarmless(element);
  return template.content;
}

/** Make `old` like `fresh`, keeping the nodes that can be kept: pictures do not blink. */
function morph(old, fresh) {
  for (const {name} of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const {name, value} of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const now = [...old.childNodes], then = [...fresh.childNodes];
  then.forEach((node, i) => {
    const before = now[i];
    if (!before) old.append(node);
    else if (before.nodeType !== node.nodeType || before.nodeName !== node.nodeName) before.replaceWith(node);
    else if (node.nodeType === Node.ELEMENT_NODE) morph(before, node);
    else if (before.nodeValue !== node.nodeValue) before.nodeValue = node.nodeValue;
  });
  now.slice(then.length).forEach(node => node.remove());
}

// ---- blocks far from the view cost nothing (never near it: it implies paint containment)

const watcher = new IntersectionObserver(entries => {
  for (const {target, isIntersecting, boundingClientRect} of entries) {
    setFar(/** @type {HTMLElement} */ (target), !isIntersecting, boundingClientRect.height);
  }
}, {rootMargin: FAR});

/** What `setFar` wrote stays with a block whose element is made anew; its own style does not. */
function keepFar(old, fresh) {
  for (const name of ['contentVisibility', 'containIntrinsicSize']) {
    if (old?.style[name]) fresh.style[name] = old.style[name];
  }
}

function setFar(element, far, height) {
  const style = element.style;
  if (far === (style.contentVisibility === 'auto')) return;
  style.contentVisibility = far ? 'auto' : '';
  style.containIntrinsicSize = far ? `auto ${Math.round(height) || GUESS}px` : '';
  if (!element.getAttribute('style')) element.removeAttribute('style');
}

function adopt(root, element, far) {
  roots.set(root, element);
  if (still || !root.startsWith('block:')) return;
  if (far) setFar(element, true, GUESS);
  watcher.observe(element);
}

function drop(root) {
  const element = roots.get(root);
  if (!element) return;
  watcher.unobserve(element);
  element.remove();
  roots.delete(root);
}

// ---- what Python asks for

function show({styles, rules, html, language, blocks: drawn, revision, names, fresh, still: picture}) {
  labels = names;
  document.documentElement.lang = language;
  still = picture;
  watcher.disconnect();
  setStyles(styles);
  addRules(rules, true);
  const content = parse(html);
  const list = content.querySelector('[data-fp-blocks]');
  for (const [root, markup] of drawn) {   // each by itself: what one leaves open ends with it
    const element = parse(markup).firstElementChild;
    if (!element) continue;
    if (!fresh) keepFar(roots.get(root), element);   // what is far stays far: nothing is laid out twice
    list?.append(element);
  }
  roots.clear();
  if (fresh) {
    document.body.replaceChildren(content);
    scrollTo(0, 0);
  } else {
    const body = document.createElement('body');
    body.append(content);
    morph(document.body, body);
  }
  let blocks = 0;
  for (const element of document.body.querySelectorAll('[data-fp-root]')) {
    const root = /** @type {HTMLElement} */ (element).dataset.fpRoot ?? '';
    const far = fresh && root.startsWith('block:') && ++blocks > FIRST_NEAR;
    adopt(root, /** @type {HTMLElement} */ (element), far);
  }
  place();
  painted(revision);
}

function patch({styles = {}, rules = [], anew = false, changed = [], removed = [], order = [], loose = [], revision}) {
  setStyles(styles);
  addRules(rules, anew);
  for (const root of removed) drop(root);
  for (const [root, html] of changed) replace(root, html);
  if (loose.length) reorder(order, loose);
  place();
  painted(revision);
}

function replace(root, html) {
  const fresh = /** @type {HTMLElement | null} */ (parse(html).firstElementChild);
  const old = roots.get(root);
  if (!fresh) return;
  if (!old) return adopt(root, fresh, false);
  if (root.startsWith('block:')) keepFar(old, fresh);
  if (old.tagName === fresh.tagName) morph(old, fresh);
  else {
    old.replaceWith(fresh);
    adopt(root, fresh, false);
  }
}

/** Bring the blocks `loose` to their places in `order`; nodes that stay are not touched. */
function reorder(order, loose) {
  const parent = document.querySelector('[data-fp-blocks]');
  let next = null;
  for (const root of [...order].reverse()) {
    const element = roots.get(root);
    if (!element) continue;
    if (loose.includes(root)) parent?.insertBefore(element, next);
    next = element;
  }
}

function painted(revision) {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => bridge?.painted(revision);
    channel.port2.postMessage(0);   // after this frame's style, layout and paint
  });
}

// ---- outlines, in a layer of their own above the page

const layer = document.createElement('frontispiece-outlines');
const shadow = layer.attachShadow({mode: 'closed'});
shadow.innerHTML = `<style>${OUTLINE}</style>
  <div class="box hover"><span class="name"></span></div>
  <div class="box chosen"><span class="name"></span></div><div class="flag"></div>`;
const [hoverBox, chosenBox] = /** @type {NodeListOf<HTMLElement>} */ (shadow.querySelectorAll('.box'));
const flagBox = /** @type {HTMLElement} */ (shadow.querySelector('.flag'));
/** @type {Element | null} */ let hovered = null;

function elementOf(address) {
  const root = address && roots.get(address.root);
  if (!root) return null;
  const find = (name, value) => value
    ? [root, ...root.querySelectorAll(`[data-fp-${name}]`)].find(e => e.getAttribute(`data-fp-${name}`) === value)
    : null;
  return find('path', address.path) ?? find('slot', address.slot) ?? root;
}

function addressOf(element) {
  const root = element?.closest?.('[data-fp-root]');
  if (!root) return null;
  const marked = element.closest('[data-fp-path], [data-fp-slot]');
  const inside = marked && root.contains(marked) ? marked : null;
  return {
    root: root.getAttribute('data-fp-root'),
    path: inside?.getAttribute('data-fp-path') ?? '',
    slot: inside?.getAttribute('data-fp-slot') ?? '',
  };
}

function nameOf(element) {
  const address = addressOf(element);
  if (!address) return '';
  const root = roots.get(address.root);
  const block = labels.types[root?.getAttribute('data-fp-type') ?? ''] ?? labels.parts[address.root.split(':')[0]];
  const part = address.path.split('.').filter(w => !/^\d+$/.test(w)).pop() || address.slot.split('.').pop() || '';
  const words = labels.words[part] ?? part;
  return [block, words].filter(Boolean).join(' · ');
}

function outline(box, element) {
  const bounds = element?.getBoundingClientRect();
  box.classList.toggle('on', Boolean(bounds && (bounds.width || bounds.height)));
  if (!bounds) return;
  Object.assign(box.style, {
    left: `${bounds.left + scrollX}px`, top: `${bounds.top + scrollY}px`,
    width: `${bounds.width}px`, height: `${bounds.height}px`,
  });
  box.classList.toggle('inside', bounds.top + scrollY < 24);
  const name = /** @type {HTMLElement} */ (box.firstElementChild);
  name.textContent = nameOf(element);
  name.style.left = '';
  const beyond = name.getBoundingClientRect().right - document.documentElement.clientWidth;
  if (beyond > 0) name.style.left = `${-Math.min(beyond, bounds.left)}px`;
}

function place() {
  if (hovered && !hovered.isConnected) hovered = null;
  const chosen = elementOf(selected);
  outline(chosenBox, chosen);
  outline(hoverBox, hovered === chosen ? null : hovered);
}

function select({address, reveal}) {
  selected = address;
  place();
  const element = elementOf(address);
  if (!reveal || !element) return;
  setFar(roots.get(address.root), false, 0);
  const {top, bottom} = element.getBoundingClientRect();
  if (bottom < 60 || top > innerHeight - 60) {
    scrollTo({top: scrollY + top - Math.max(40, (innerHeight - (bottom - top)) / 2), behavior: 'instant'});
  }
  place();
}

/** The window's colours, and how large one of its pixels is in the page's pixels. */
function look({accent, onAccent, unit}) {
  layer.style.setProperty('--accent', accent);
  layer.style.setProperty('--on-accent', onAccent);
  layer.style.setProperty('--unit', unit);
}

function hover(event) {
  if (browsing) return;
  const address = addressOf(event.target);
  hovered = address ? elementOf(address) : null;
  place();
}

function pick(event) {
  event.preventDefault();
  if (browsing) return visit(event.target);
  const address = addressOf(event.target);
  if (address) bridge?.picked(address.root, address.path, address.slot);
}

// ---- browse mode: the page's own menus and links work; nothing of the page's code runs

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
    for (const part of burger.closest('[data-fp-root]')?.querySelectorAll('[data-fp-closed]') ?? []) {
      for (const name of part.dataset.fpClosed.split(' ')) part.classList.toggle(name);
    }
  },
  previous: arrow => slide(arrow, -1),
  next: arrow => slide(arrow, 1),
};

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

function visit(target) {
  const actor = target?.closest?.('[data-fp-act]');
  const link = target?.closest?.('a[href]');
  if (actor) ACTS[actor.dataset.fpAct]?.(actor);
  else if (link) {
    const address = link.getAttribute('href');
    if (!address.startsWith('#')) return void bridge?.follow(address);
    document.getElementById(decodeURIComponent(address.slice(1)))?.scrollIntoView({behavior: 'smooth'});
  }
}

function browse(on) {
  browsing = on;
  hovered = null;
  document.documentElement.toggleAttribute('data-fp-browsing', on);
  place();
}

/** Scroll for a picture. The flag in a corner tells the frames before from those after. */
function scroll({top, flag, revision}) {
  flagBox.style.display = flag ? 'block' : 'none';
  scrollTo({top, behavior: 'instant'});
  painted(revision);
}

/** Files from the web have come: what is shown from now on asks for them. */
function webArrived() {
  arrival = Date.now();
}

document.addEventListener('click', pick, true);
document.addEventListener('auxclick', event => event.preventDefault(), true);
document.addEventListener('submit', event => event.preventDefault(), true);
document.addEventListener('mouseover', hover, true);
document.addEventListener('mouseleave', () => { hovered = null; place(); });
document.addEventListener('load', place, true);   // a picture came: things have moved
addEventListener('resize', place);
document.documentElement.append(layer);
new ResizeObserver(place).observe(document.body);

// @ts-ignore: the channel's own script stands before this one
new QWebChannel(qt.webChannelTransport, channel => {
  bridge = channel.objects.bridge;
  bridge.ready();
});

/** @type {any} */ (globalThis).frontispiece = {show, patch, select, browse, scroll, look, webArrived};
