// Rich text edited in its place on the page. It knows documents as JSON, and nothing of Markdown:
// Python reads and writes that.

import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { Node } from 'prosemirror-model'
import { EditorState, Selection, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { commandsOf, keysOf, stateOf } from './commands.js'
import { joining } from './lists.js'
import { cleaned, holdsPicture } from './paste.js'
import { nodeViews, places, typing } from './places.js'
import { rules } from './rules.js'
import { makeSchema } from './schema.js'
import { Toolbar } from './toolbar.js'

// Nothing here changes the layout: what is not on the page takes no room.
const STYLE = `
  .ProseMirror {outline: none}
  .ProseMirror-hideselection *::selection {background: transparent}
  ::highlight(fp-selection) {background: color-mix(in srgb, Highlight 45%, transparent)}
  .ProseMirror-selectednode {outline: 2px solid Highlight}
  .ProseMirror img.ProseMirror-separator, .ProseMirror img.ProseMirror-separator + br,
  .ProseMirror [data-fp-opaque] + br.ProseMirror-trailingBreak {display: none !important}`

/** Show what is selected while the keyboard is in the toolbar; nothing of the page is touched. */
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

/** Where the caret stands at first: where one clicked, or at the end. */
function firstSelection(view, at) {
  const { doc } = view.state
  const found = at && view.posAtCoords({ left: at.x, top: at.y })
  return found ? TextSelection.near(doc.resolve(found.pos)) : lastText(doc)
}

/** The end of the last text, or else of what is there. */
const lastText = (doc) => Selection.findFrom(doc.resolve(doc.content.size), -1, true) ?? Selection.atEnd(doc)

/** The caret in another document: where it is moved to, or in the same text if that is elsewhere. */
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
 * Whether nothing can be pasted or dropped of this; a picture is told to `picture`.
 *
 * Without words, ProseMirror would let the browser paste into an element of its own that takes the
 * focus, which ends the editing here before it looks at what came.
 */
function isNothing(data, slice, picture) {
  if (slice.size) return false
  if (holdsPicture(data)) picture?.()
  return true
}

/** The attributes of an element, to be put back. */
const attributesOf = (element) => [...element.attributes].map(({ name, value }) => [name, value])

function putBack(element, attributes) {
  const kept = new Set(attributes.map(([name]) => name))
  for (const { name } of [...element.attributes]) if (!kept.has(name)) element.removeAttribute(name)
  for (const [name, value] of attributes) element.setAttribute(name, value)
}

/**
 * Edit the rich text that an element shows.
 *
 * @param {HTMLElement} element whose children are the text
 * @param {any} json the document
 * @param {{dialect: string, offer: any, labels: Record<string, string>, look: any,
 *   parse: (html: string) => DocumentFragment, at?: {x: number, y: number}}} options
 *   `offer` is Python's `Offer`; `parse` makes HTML harmless; `at` is where one clicked
 * @param {{changed: (json: any) => void, left: (how: string) => void, undo: () => void,
 *   redo: () => void, selected?: (state: any) => void, picture?: () => void}} on
 *   `left` with `escape`, `next`, `previous` or `blur`: then one closes; `picture` when only a
 *   picture was to be pasted or dropped
 */
function open(element, json, options, on) {
  adoptStyle()
  const { offer } = options
  const schema = makeSchema(options)
  const commands = commandsOf(schema, offer)
  const attributes = attributesOf(element)
  const nodes = [...element.childNodes]
  const first = Node.fromJSON(schema, json)
  let told = first        // the document that Python knows
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
        places(options.dialect), typing(), joining(),
      ],
    }),
    nodeViews,
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': options.labels.text ?? '' },
    transformPastedHTML: cleaned,
    handlePaste: (_view, event, slice) => isNothing(event.clipboardData, slice, on.picture),
    handleDrop: (_view, event, slice) => isNothing(event.dataTransfer, slice, on.picture),
    handleDOMEvents: {
      compositionend: () => { setTimeout(tell, 60); return false },   // when the editor has read it
      focusout: () => { setTimeout(() => { if (!view.hasFocus()) ask.leaveIfAway() }, 0); return false },
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction))
      if (transaction.docChanged && !transaction.getMeta('outside')) tell()
      if (transaction.docChanged || transaction.selectionSet || transaction.storedMarksSet) show()
    },
  })
  ask.leaveIfAway = () => {
    if (!closed && document.hasFocus() && !toolbar?.hasFocus) leave('blur')
  }

  /** Tell Python what the text is now; never in the middle of a composition. */
  function tell() {
    if (closed || view.composing || view.state.doc.eq(told)) return
    told = view.state.doc
    on.changed(told.toJSON())
  }

  function leave(how) {
    if (closed) return
    tell()
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
    back: () => view.focus(),
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
  view.focus()
  show()

  return {
    /** Take over another text, after undo for instance; the caret stays where it can. */
    update(fresh) {
      const doc = Node.fromJSON(schema, fresh)
      told = doc
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
    state: () => stateOf(view.state, offer),
    json: () => view.state.doc.toJSON(),
    look: (look) => toolbar?.look(look),
    toolbar: () => toolbar?.focus(),
    /** End. The element shows `html`, or what stood there if that is not given. */
    close(html) {
      if (closed) return
      tell()
      closed = true
      view.destroy()
      toolbar?.close()
      putBack(element, attributes)
      element.replaceChildren(...(html === undefined ? nodes : [options.parse(html)]))
    },
    view,
  }
}

/** @type {any} */ (globalThis).frontispieceRichText = { open }
