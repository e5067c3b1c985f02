// Entry point of the rich text editor, which edits an element of the page in place. Its documents are
// JSON; Python reads and writes Markdown.

import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { Node } from 'prosemirror-model'
import { EditorState, Selection, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { commandsOf, keysOf, stateOf } from './commands.js'
import { joining } from './join_lists.js'
import { cleanHtml, holdsPicture } from './paste.js'
import { contexts, nodeViews, preserveTypedSpaces } from './node_views.js'
import { rules } from './input_rules.js'
import { press } from './queued_keys.js'
import { makeSchema } from './schema.js'
import { Toolbar } from './toolbar.js'

// None of these rules changes the layout of the page.
const STYLE = `
  .ProseMirror {outline: none}
  .ProseMirror-hideselection *::selection {background: transparent}
  ::highlight(fp-selection) {background: color-mix(in srgb, Highlight 45%, transparent)}
  .ProseMirror-selectednode {outline: 2px solid Highlight}
  .ProseMirror img.ProseMirror-separator, .ProseMirror img.ProseMirror-separator + br,
  .ProseMirror [data-fp-opaque] + br.ProseMirror-trailingBreak {display: none !important}`

/** Highlights the selection while the toolbar has the focus. The DOM does not change. */
function keepSelection(on) {
  const selection = document.getSelection()
  if (on && selection?.rangeCount) {
    CSS.highlights.set('fp-selection', new Highlight(selection.getRangeAt(0).cloneRange()))
  } else CSS.highlights.delete('fp-selection')
}

let styled = false

function adoptStyle() {
  if (styled) return
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  styled = true
}

/** The initial caret: at the clicked point, or at the end. */
function firstSelection(view, at) {
  const { doc } = view.state
  const found = at && view.posAtCoords({ left: at.x, top: at.y })
  return found ? TextSelection.near(doc.resolve(found.pos)) : lastText(doc)
}

/** The end of the last text block; without one, the end of the document. */
const lastText = (doc) => Selection.findFrom(doc.resolve(doc.content.size), -1, true) ?? Selection.atEnd(doc)

/**
 * The caret in a replaced document. If the mapped position `moved` is in another text, this is the
 * same offset in the nearest equal text block; null if the mapped position is right.
 */
function sameCaret($from, doc, moved) {
  const { parent, parentOffset } = $from
  const there = doc.resolve(moved)
  if (!parent.isTextblock || there.parent.eq(parent)) return null
  let best = null
  doc.descendants((node, at) => {
    if (node.eq(parent) && (best === null || Math.abs(at - moved) < Math.abs(best - moved))) best = at
  })
  return best === null ? null : TextSelection.create(doc, best + 1 + parentOffset)
}

/**
 * Whether a paste or drop has no content for the document; a picture is reported to `onPicture`.
 *
 * With no content, ProseMirror lets the browser paste into a hidden element, which takes the focus.
 * The loss of focus would close this editor.
 */
function hasNoContent(data, slice, onPicture) {
  if (slice.size) return false
  if (holdsPicture(data)) onPicture?.()
  return true
}

/**
 * Focuses the editor, with the caret where the document has it.
 *
 * The browser would put the caret at the start. ProseMirror would move it 20 ms later, even when a
 * key has moved it to the start by then.
 */
function focus(view) {
  const { anchor, head } = view.state.selection
  const from = view.domAtPos(anchor), to = view.domAtPos(head)
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  view.focus()
}

/** The attributes of an element, for `restoreAttributes`. */
const attributesOf = (element) => [...element.attributes].map(({ name, value }) => [name, value])

function restoreAttributes(element, attributes) {
  const kept = new Set(attributes.map(([name]) => name))
  for (const { name } of [...element.attributes]) if (!kept.has(name)) element.removeAttribute(name)
  for (const [name, value] of attributes) element.setAttribute(name, value)
}

/**
 * Edits the rich text in an element.
 *
 * @param {HTMLElement} element the parent of the rendered text
 * @param {any} json the document
 * @param {{dialect: Record<string, boolean>, offer: any, labels: Record<string, string>, look: any,
 *   parse: (html: string) => DocumentFragment, at?: {x: number, y: number}}} options
 *   `offer` is Python's `Offer`; `parse` sanitizes HTML; `at` is the clicked point
 * @param {{changed: (json: any) => void, left: (how: string) => void, undo: () => void,
 *   redo: () => void, selected?: (state: any) => void, picture?: () => void}} on
 *   callbacks: `left` asks to close, because of `escape`, `next`, `previous` or `blur`; `picture`
 *   reports a paste or drop of nothing but a picture
 */
function open(element, json, options, on) {
  adoptStyle()
  const { offer } = options
  const schema = makeSchema(options)
  const commands = commandsOf(schema, offer)
  const attributes = attributesOf(element)
  const nodes = [...element.childNodes]
  const first = Node.fromJSON(schema, json)
  let reported = first    // the last document that Python knows
  let closed = false
  /** @type {Toolbar | null} */ let toolbar = null

  const ask = {
    link: () => toolbar?.askLink(),
    toolbar: () => toolbar?.focus(),
    leave: (how) => leave(how),
    undo: () => on.undo(),
    redo: () => on.redo(),
  }
  element.replaceChildren()
  const view = new EditorView({ mount: element }, {
    state: EditorState.create({
      doc: first,
      plugins: [
        rules(schema, offer), keymap(keysOf(schema, commands, ask)), keymap(baseKeymap),
        contexts(options.dialect), preserveTypedSpaces(), joining(),
      ],
    }),
    nodeViews,
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': options.labels.text ?? '' },
    transformPastedHTML: cleanHtml,
    handlePaste: (_view, event, slice) => hasNoContent(event.clipboardData, slice, on.picture),
    handleDrop: (_view, event, slice) => hasNoContent(event.dataTransfer, slice, on.picture),
    handleDOMEvents: {
      compositionend: () => { setTimeout(report, 60); return false },   // ProseMirror reads the text first
      focusout: () => { setTimeout(() => { if (!view.hasFocus()) ask.leaveIfAway() }, 0); return false },
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction))
      if (transaction.docChanged && !transaction.getMeta('outside')) report()
      if (transaction.docChanged || transaction.selectionSet || transaction.storedMarksSet) show()
    },
  })
  ask.leaveIfAway = () => {
    if (!closed && document.hasFocus() && !toolbar?.hasFocus) leave('blur')
  }

  /** Reports the changed document, except during a composition. */
  function report() {
    if (closed || view.composing || view.state.doc.eq(reported)) return
    reported = view.state.doc
    on.changed(reported.toJSON())
  }

  function leave(how) {
    if (closed) return
    report()
    on.left(how)
  }

  function show() {
    if (closed) return
    if (!view.composing) toolbar?.show()
    on.selected?.(stateOf(view.state, offer))
  }

  function run(name, attrs = {}) {
    const command = commands[name]?.(attrs)
    return Boolean(command?.(view.state, view.dispatch, view))
  }

  toolbar = new Toolbar({
    offered: [...offer.nodes, ...offer.marks],
    run,
    undo: () => on.undo(),
    back: () => focus(view),
    keepSelection,
    focus: () => setTimeout(() => { if (!view.hasFocus()) ask.leaveIfAway() }, 0),
    state: () => stateOf(view.state, offer),
    place: () => {
      const { from, to } = view.state.selection
      const start = view.coordsAtPos(from), end = view.coordsAtPos(to)
      const text = element.getBoundingClientRect()
      return { text, top: start.top, bottom: Math.max(start.bottom, end.bottom) }
    },
  }, options.labels)
  toolbar.look(options.look)
  view.dispatch(view.state.tr.setSelection(firstSelection(view, options.at)))
  focus(view)
  show()

  return {
    /** Replaces the document, for instance after undo. The caret keeps its position if possible. */
    update(fresh) {
      const doc = Node.fromJSON(schema, fresh)
      reported = doc
      const start = view.state.doc.content.findDiffStart(doc.content)
      if (start === null) return
      let { a, b } = view.state.doc.content.findDiffEnd(doc.content)
      const overlap = start - Math.min(a, b)
      if (overlap > 0) { a += overlap; b += overlap }
      const tr = view.state.tr.replace(start, a, doc.slice(start, b)).setMeta('outside', true)
      const caret = sameCaret(view.state.selection.$from, tr.doc, tr.selection.from)
      view.dispatch(caret ? tr.setSelection(caret) : tr)
    },
    command: run,
    /** Handles a key that was pressed before the editor was open. */
    press: (event) => { if (!closed) press(view, event) },
    state: () => stateOf(view.state, offer),
    json: () => view.state.doc.toJSON(),
    look: (look) => toolbar?.look(look),
    toolbar: () => toolbar?.focus(),
    /** Closes the editor. The element shows `html`, or its original nodes. */
    close(html) {
      if (closed) return
      report()
      closed = true
      view.destroy()
      toolbar?.close()
      restoreAttributes(element, attributes)
      element.replaceChildren(...(html === undefined ? nodes : [options.parse(html)]))
    },
    view,
  }
}

/** @type {any} */ (globalThis).frontispieceRichText = { open }
