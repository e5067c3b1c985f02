// Joins adjacent lists of the same type.

import { Plugin } from 'prosemirror-state'

export const LISTS = ['bullet_list', 'ordered_list']

/** The positions between adjacent lists of the same type. */
function junctions(doc) {
  const found = []
  doc.descendants((node, at, parent, index) => {
    if (index && LISTS.includes(node.type.name) && parent.child(index - 1).type === node.type) found.push(at)
    return !node.isTextblock
  })
  return found
}

/** Joins lists in `tr` that were not adjacent in `before`; `mapping` leads from one to the other. */
export function joinLists(tr, before, mapping) {
  const known = new Set(junctions(before).map((at) => mapping.map(at)))
  for (const at of junctions(tr.doc).reverse()) if (!known.has(at)) tr.join(at)
  return tr
}

/** Joins lists after any edit. Lists that were adjacent in the original document stay separate. */
export const joining = () => new Plugin({
  appendTransaction(transactions, before, state) {
    if (!transactions.some((tr) => tr.docChanged) || transactions.some((tr) => tr.getMeta('outside'))) return null
    const changes = before.tr
    for (const tr of transactions) for (const step of tr.steps) changes.step(step)
    const joined = joinLists(state.tr, before.doc, changes.mapping)
    return joined.docChanged ? joined : null
  },
})
