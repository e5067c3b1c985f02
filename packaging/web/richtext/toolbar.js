// The floating toolbar, in a layer of its own above the page.

import { isSafe } from './schema.js'

const STYLE = `
  :host {all: initial; position: absolute; inset: 0 auto auto 0; z-index: 2147483647; direction: ltr}
  .bar {position: absolute; display: none; flex-direction: column; gap: calc(3px * var(--unit)); box-sizing: border-box;
    width: max-content; max-width: calc(100vw - 16px * var(--unit));
    background: var(--panel); color: var(--text); border-radius: calc(6px * var(--unit));
    box-shadow: 0 0 0 calc(1px * var(--unit)) var(--line),
      0 calc(6px * var(--unit)) calc(20px * var(--unit)) rgba(20, 24, 33, .18);
    font: calc(13px * var(--unit)) / 1 system-ui, sans-serif; padding: calc(3px * var(--unit))}
  .bar.on {display: flex}
  .row {display: flex; flex-wrap: wrap; align-items: center; gap: calc(1px * var(--unit))}
  [hidden] {display: none !important}
  .gap {width: calc(1px * var(--unit)); align-self: stretch; background: var(--line);
    margin: calc(4px * var(--unit)) calc(3px * var(--unit))}
  button {all: unset; box-sizing: border-box; display: grid; place-items: center; cursor: default;
    min-width: calc(28px * var(--unit)); height: calc(28px * var(--unit)); padding: 0 calc(6px * var(--unit));
    border-radius: calc(4px * var(--unit)); font: inherit; white-space: nowrap}
  button:hover {background: var(--hover)}
  button[aria-pressed="true"], button[aria-expanded="true"] {background: var(--accent); color: var(--on-accent)}
  button:focus-visible, input:focus-visible {outline: calc(2px * var(--unit)) solid var(--accent);
    outline-offset: calc(-2px * var(--unit))}
  button:disabled {opacity: .4}
  input {all: unset; box-sizing: border-box; flex: 1; min-width: min(100%, calc(220px * var(--unit))); height: calc(28px * var(--unit));
    padding: 0 calc(8px * var(--unit)); font: inherit; color: inherit; cursor: text;
    box-shadow: inset 0 0 0 calc(1px * var(--unit)) var(--control); border-radius: calc(4px * var(--unit))}
  p {flex: 1 0 100%; contain: inline-size; margin: 0; padding: calc(6px * var(--unit)) calc(8px * var(--unit)); line-height: 1.3}
  svg {width: calc(16px * var(--unit)); height: calc(16px * var(--unit)); fill: none; stroke: currentColor;
    stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round}`

const ICONS = {
  strong: 'M5 3h4a2.5 2.5 0 0 1 0 5H5zM5 8h4.6a2.5 2.5 0 0 1 0 5H5z',
  em: 'M7 3h5M4 13h5M9.5 3l-3 10',
  code: 'M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5',
  strike: 'M3 8h10M11 5c-.3-1.300-1.500-2-3-2-1.700 0-3 .8-3 2.200M5 11c.3 1.300 1.500 2 3 2s3-.7 3-2.200',
  link: 'M7 9a2.500 2.500 0 0 0 3.600 0l2-2a2.500 2.500 0 0 0-3.600-3.600l-.8.8M9 7a2.500 2.500 0 0 0-3.600 0l-2 2A2.500 2.500 0 0 0 7 12.600l.8-.8',
  heading: 'M4 3v10M12 3v10M4 8h8',
  bullet_list: 'M6 4h8M6 8h8M6 12h8M2.500 4h.01M2.500 8h.01M2.500 12h.01',
  ordered_list: 'M7 4h7M7 8h7M7 12h7M2 3l1-.5V6M2 10h1.500L2 13h1.700',
  blockquote: 'M3 4v8M6 5h8M6 8h8M6 11h5',
  undo: 'M4 6h6a3.500 3.500 0 0 1 0 7H7M4 6l3-3M4 6l3 3',
}

/** The buttons in their groups; only those that the dialect offers appear. */
const GROUPS = [['strong', 'em', 'strike', 'code', 'link'], ['heading'],
  ['bullet_list', 'ordered_list', 'blockquote'], ['undo']]
const LEVELS = [0, 1, 2, 3, 4]

export class Toolbar {
  /**
   * @param {any} asks what buttons do: `run(name, attrs)`, `undo()`, `back()` (to the text),
   *   `keepSelection(on)` (it stays visible), `state()`, `place()` (where the selection is), and the
   *   `offered` names
   * @param {any} labels the visible words, by name
   */
  constructor(asks, labels) {
    this.asks = asks
    this.labels = labels
    this.unit = 1
    this.host = document.createElement('frontispiece-toolbar')
    this.root = this.host.attachShadow({ mode: 'closed' })
    this.root.innerHTML = `<style>${STYLE}</style>`
    this.bar = this.add('div', this.root, { class: 'bar', role: 'toolbar', 'aria-label': labels.toolbar })
    this.buttons = {}
    this.row = this.add('div', this.bar, { class: 'row' })
    for (const group of GROUPS) this.group(group.filter((name) => name === 'undo' || asks.offered.includes(name)))
    this.levels()
    this.linkRow()
    this.bar.addEventListener('mousedown', (event) => {
      if (event.target !== this.input) event.preventDefault()   // the text keeps its selection
    })
    this.bar.addEventListener('keydown', (event) => this.key(event))
    this.host.addEventListener('focusout', () => this.asks.focus())
    document.documentElement.append(this.host)
    this.follow = () => this.place()
    for (const name of ['scroll', 'resize']) addEventListener(name, this.follow, true)
  }

  add(tag, parent, attributes, text = '') {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    element.textContent = text
    parent.append(element)
    return element
  }

  group(names) {
    if (!names.length) return
    if (this.row.childElementCount) this.add('span', this.row, { class: 'gap' })
    for (const name of names) {
      const label = this.labels[name] ?? name
      const button = this.add('button', this.row, { type: 'button', 'aria-label': label, title: label, tabindex: '-1' })
      button.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${ICONS[name]}"/></svg>`
      button.addEventListener('click', () => this.press(name))
      this.buttons[name] = button
    }
  }

  levels() {
    this.levelRow = this.add('div', this.bar, { class: 'row', role: 'group', 'aria-label': this.labels.heading ?? '' })
    this.levelRow.hidden = true
    for (const level of LEVELS) {
      const label = (level ? this.labels.level : this.labels.paragraph)?.replace('%1', String(level)) ?? ''
      const button = this.add('button', this.levelRow, { type: 'button', tabindex: '-1', title: label, 'aria-label': label }, level ? `H${level}` : '¶')
      button.dataset.level = String(level)
      button.addEventListener('click', () => {
        this.levelRow.hidden = true
        this.asks.run(level ? 'heading' : 'paragraph', { level })
        this.asks.back()
      })
    }
  }

  linkRow() {
    this.link = this.add('div', this.bar, { class: 'row' })
    this.link.hidden = true
    this.input = /** @type {HTMLInputElement} */ (this.add('input', this.link, {
      type: 'text', 'aria-label': this.labels.address, placeholder: this.labels.address, spellcheck: 'false',
    }))
    this.unlink = this.add('button', this.link, { type: 'button', tabindex: '-1' }, this.labels.unlink)
    this.unlink.addEventListener('click', () => this.setLink(''))
    this.refusal = this.add('p', this.link, { role: 'alert' })
    this.input.addEventListener('input', () => this.refuse(false))
  }

  press(name) {
    if (name === 'heading') {
      this.levelRow.hidden = !this.levelRow.hidden
      this.link.hidden = true
    } else if (name === 'link') this.askLink()
    else if (name === 'undo') this.asks.undo()
    else this.asks.run(name)
    this.show()
  }

  /** Ask for the address of a link. */
  askLink() {
    this.levelRow.hidden = true
    this.link.hidden = false
    const { link } = this.asks.state()
    this.input.value = link?.href ?? ''
    this.unlink.hidden = !link
    this.refuse(false)
    this.asks.keepSelection(true)
    this.show()
    this.input.focus()
    this.input.select()
  }

  /** Say that a link cannot have this address, or say it no more. */
  refuse(on) {
    this.refusal.textContent = on ? this.labels.unsafe : ''
    this.refusal.hidden = !on
    this.input.setAttribute('aria-invalid', String(on))
    this.place()
  }

  setLink(href) {
    if (!isSafe(href)) return this.refuse(true)
    this.link.hidden = true
    this.asks.keepSelection(false)
    this.asks.run('link', { href: href.trim() })
    this.asks.back()
  }

  /** The keyboard goes from the text to the first button. */
  focus() {
    this.visible()[0]?.focus()
  }

  visible() {
    return [...this.bar.querySelectorAll('button, input')].filter((each) => !each.closest('[hidden]') && !each.disabled)
  }

  get hasFocus() {
    return document.activeElement === this.host
  }

  key(event) {
    const all = this.visible()
    const at = all.indexOf(this.root.activeElement)
    const inInput = this.root.activeElement === this.input
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') {
      this.link.hidden = this.levelRow.hidden = true
      this.asks.keepSelection(false)
      this.asks.back()
    } else if (event.key === 'Enter' && inInput) this.setLink(this.input.value)
    else if (event.key === 'Tab') all.at((at + (event.shiftKey ? -1 : 1)) % all.length)?.focus()
    else if (step && !inInput) all.at((at + step) % all.length)?.focus()
    else if (event.key === 'Home' && !inInput) all[0]?.focus()
    else if (event.key === 'End' && !inInput) all.at(-1)?.focus()
    else {
      event.stopPropagation()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  /** Show what is active now. */
  show() {
    const state = this.asks.state()
    const active = {
      ...state.marks, heading: state.block === 'heading', blockquote: state.quote, [state.list]: true,
    }
    for (const [name, button] of Object.entries(this.buttons)) {
      if (name !== 'undo') button.setAttribute('aria-pressed', String(Boolean(active[name])))
    }
    for (const button of this.levelRow.children) {
      button.setAttribute('aria-pressed', String(Number(button.dataset.level) === state.level))
    }
    this.buttons.heading?.setAttribute('aria-expanded', String(!this.levelRow.hidden))
    this.bar.classList.add('on')
    this.place()
  }

  /** Above the text or below it; where there is no room above or below the selection, in view. */
  place() {
    if (!this.bar.classList.contains('on')) return
    const { text, top, bottom } = this.asks.place()
    const { width, height } = this.bar.getBoundingClientRect()
    const room = 8 * this.unit
    const lowest = innerHeight - height - room
    const places = [text.top - height - room, text.bottom + room, top - height - room]
    const y = places.find((edge) => edge >= room && edge <= lowest) ?? Math.min(bottom + room, lowest)
    const x = Math.max(room, Math.min(text.left, document.documentElement.clientWidth - width - room))
    this.bar.style.left = `${x + scrollX}px`
    this.bar.style.top = `${Math.max(room, y) + scrollY}px`
  }

  /** The window's colours, and how large one of its pixels is in the page's pixels. */
  look(look) {
    this.unit = look.unit
    for (const [name, value] of Object.entries(look)) {
      this.host.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, String(value))
    }
    this.place()
  }

  close() {
    this.asks.keepSelection(false)
    for (const name of ['scroll', 'resize']) removeEventListener(name, this.follow, true)
    this.host.remove()
  }
}
