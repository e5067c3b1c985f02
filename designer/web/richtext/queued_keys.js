// Replays keys that were pressed before the editor was open.

import { Selection } from 'prosemirror-state'
import { readCaret } from './node_views.js'

/** The direction in which a key moves the caret, and the step: plain, and with Ctrl. */
const MOVES = {
  ArrowLeft: ['backward', 'character', 'word'],
  ArrowRight: ['forward', 'character', 'word'],
  ArrowUp: ['backward', 'line', 'paragraph'],
  ArrowDown: ['forward', 'line', 'paragraph'],
  Home: ['backward', 'lineboundary', 'documentboundary'],
  End: ['forward', 'lineboundary', 'documentboundary'],
}
const DELETES = { Backspace: 'backward', Delete: 'forward' }

/** Handles a queued key as the editor would, else as the browser would. */
export function press(view, event) {
  const control = event.ctrlKey || event.metaKey
  if (view.someProp('handleKeyDown', (handle) => handle(view, event))) return
  if (MOVES[event.key]) moveCaret(view, event.shiftKey ? 'extend' : 'move', MOVES[event.key], control)
  else if (DELETES[event.key]) {
    if (view.state.selection.empty) moveCaret(view, 'extend', [DELETES[event.key], 'character', 'word'], control)
    view.dispatch(view.state.tr.deleteSelection())
  } else if (control && event.key.toLowerCase() === 'a') selectAll(view)
  else if (!control && event.key.length === 1) insert(view, event.key)
}

function moveCaret(view, how, [direction, step, farStep], control) {
  document.getSelection()?.modify(how, direction, control ? farStep : step)
  readCaret(view)
}

function selectAll(view) {
  const { doc, tr } = view.state
  view.dispatch(tr.setSelection(Selection.fromJSON(doc, { type: 'all' })))
}

function insert(view, letter) {
  const { from, to } = view.state.selection
  if (view.someProp('handleTextInput', (handle) => handle(view, from, to, letter))) return
  view.dispatch(view.state.tr.insertText(letter))
}
