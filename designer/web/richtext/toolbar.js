// The floating toolbar, in a closed shadow root above the page.

import { ICONS } from './icons.js'
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
  svg {width: calc(16px * var(--unit)); height: calc(16px * var(--unit))}`

/** The buttons by group. Only those that the dialect offers are shown. */
const GROUPS = [['strong', 'em', 'strike', 'code', 'link'], ['heading'],
  ['bullet_list', 'ordered_list', 'blockquote'], ['undo']]
const LEVELS = [0, 1, 2, 3, 4]

export class Toolbar {
  /**
   * @param {any} asks callbacks: `run(name, attrs)`, `undo()`, `back()` (focuses the text),
   *   `keepSelection(on)` (highlights it), `state()`, `place()` (rectangles of text and selection),
   *   and the `offered` names
   * @param {any} labels the visible labels by name
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
      if (event.target !== this.input) event.preventDefault()   // keeps the selection of the text
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
      button.innerHTML = ICONS[name]
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

  /** Shows the input for the address of a link. */
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

  /** Shows or hides the message that a link cannot have this address. */
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

  /** Moves the focus to the first button. */
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

  /** Shows the toolbar with the present state. */
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

  /** Places the toolbar above the text or below it; without room there, above or below the selection. */
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

  /** Sets the window's colours and the size of its pixels in page pixels. */
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
