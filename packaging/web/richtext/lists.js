// Lists of one kind that come to stand beside each other are one list.

import { Plugin } from 'prosemirror-state'

export const LISTS = ['bullet_list', 'ordered_list']

/** Where a list stands right behind another one of its kind. */
function meetings(doc) {
  const found = []
  doc.descendants((node, at, parent, index) => {
    if (index && LISTS.includes(node.type.name) && parent.child(index - 1).type === node.type) found.push(at)
    return !node.isTextblock
  })
  return found
}

/** Join the lists in `tr` that did not stand beside each other in `before`, which `mapping` follows. */
export function joinLists(tr, before, mapping) {
  const known = new Set(meetings(before).map((at) => mapping.map(at)))
  for (const at of meetings(tr.doc).reverse()) if (!known.has(at)) tr.join(at)
  return tr
}

/** Joins lists whatever brings them together; those that the document keeps apart stay apart. */
export const joining = () => new Plugin({
  appendTransaction(transactions, before, state) {
    if (!transactions.some((tr) => tr.docChanged) || transactions.some((tr) => tr.getMeta('outside'))) return null
    const changes = before.tr
    for (const tr of transactions) for (const step of tr.steps) changes.step(step)
    const joined = joinLists(state.tr, before.doc, changes.mapping)
    return joined.docChanged ? joined : null
  },
})
