// Markdown shortcuts while one types.

import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'

/** Signs around words become a mark. */
function around(pattern, type) {
  return new InputRule(pattern, (state, match, start, end) => {
    const words = match[2]
    const { $from } = state.selection
    if (!$from.parent.type.allowsMarkType(type)) return null
    const begin = start + match[1].length
    const open = begin + match[0].slice(match[1].length).indexOf(words)
    const shut = open + words.length
    const tr = state.tr
    if (shut < end) tr.delete(shut, end)
    tr.delete(begin, open)
    return tr.addMark(begin, begin + words.length, type.create()).removeStoredMark(type)
  })
}

export function rules({ nodes, marks }, offer) {
  const found = []
  if (marks.strong) found.push(around(/(^|[\s([{"'])\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, marks.strong))
  if (marks.strong) found.push(around(/(^|\s)__([^_\s](?:[^_]*[^_\s])?)__$/, marks.strong))
  if (marks.em) found.push(around(/(^|[\s([{"'])\*([^*\s](?:[^*]*[^*\s])?)\*$/, marks.em))
  if (marks.em) found.push(around(/(^|\s)_([^_\s](?:[^_]*[^_\s])?)_$/, marks.em))
  if (marks.strike) found.push(around(/(^|[\s([{"'])~~([^~\s](?:[^~]*[^~\s])?)~~$/, marks.strike))
  if (marks.code) found.push(around(/(^|[^`])`([^`]+)`$/, marks.code))
  if (offer.nodes.includes('heading')) {
    found.push(textblockTypeInputRule(/^(#{1,6})\s$/, nodes.heading, (match) => ({ level: match[1].length })))
  }
  if (offer.nodes.includes('code_block')) found.push(textblockTypeInputRule(/^```$/, nodes.code_block))
  if (offer.nodes.includes('bullet_list')) found.push(wrappingInputRule(/^\s*[-+*]\s$/, nodes.bullet_list))
  if (offer.nodes.includes('ordered_list')) {
    found.push(wrappingInputRule(/^(1)[.)]\s$/, nodes.ordered_list))
  }
  if (offer.nodes.includes('blockquote')) found.push(wrappingInputRule(/^\s*>\s$/, nodes.blockquote))
  return inputRules({ rules: found })
}
