// Cuts Tailwind's output into units and finds out which classes need which of them.

import selectorParser from 'postcss-selector-parser'

/** The comment that stands where a site's own styles belong. */
export const MARKER = 'frontispiece: the styles of the site'

// At-rules whose content is no list of rules: they are units as they are.
const WHOLE = new Set(['font-face', 'keyframes', '-webkit-keyframes', 'page', 'property'])

const oneLine = (text) => text.replace(/\s*\n\s*/g, ' ')

// A custom property means exactly what is written, comments too; elsewhere they can go.
function valueOf({ prop, value, raws }) {
  return prop.startsWith('--') ? (raws.value?.raw ?? value) : oneLine(value)
}

function cssOf(node) {
  if (node.type === 'decl') {
    return `${node.prop}:${valueOf(node)}${node.important ? '!important' : ''}`
  }
  const body = (node.nodes ?? []).filter((child) => child.type !== 'comment').map(cssOf)
  const head = node.type === 'rule' ? oneLine(node.selector) : `@${node.name} ${node.params}`
  return node.nodes ? `${head}{${body.join(joint(node))}}` : `${head};`
}

function joint(node) {
  return node.nodes.some((child) => child.type === 'decl') ? ';' : ''
}

function collect(container, wrap, units) {
  for (const node of container.nodes) {
    if (node.type === 'comment') {
      if (node.text === MARKER) units.siteAt = units.length
    } else if (node.type === 'atrule' && node.nodes && !WHOLE.has(node.name)) {
      collect(node, (css) => wrap(`@${node.name} ${node.params}{${css}}`), units)
    } else if (node.type !== 'atrule' || node.name !== 'tailwind') {
      // An `@tailwind` that is left over would swallow the rule after it.
      units.push({ css: wrap(cssOf(node)), selector: node.selector ?? null })
    }
  }
}

// For every selector of a list: the classes without which it cannot match anything. Those in
// `:not()` and the like are not among them.
const neededClasses = selectorParser((selectors) =>
  selectors.map((selector) =>
    selector.nodes.filter((node) => node.type === 'class').map((node) => node.value),
  ),
)

function rarest(names, counts) {
  return names.reduce((best, name) => (counts.get(name) <= counts.get(best) ? name : best))
}

/**
 * The units of a finished build and the classes that need them.
 *
 * A selector with several classes matches only where all of them are, so its rule is found under
 * the one that the fewest rules know: under `.group-hover:x`, not under `.group`.
 *
 * @param {import('postcss').Root} root
 */
export function cut(root) {
  const units = []
  units.siteAt = 0
  collect(root, (css) => css, units)

  const needs = units.map(({ selector }) =>
    selector === null ? [[]] : neededClasses.transformSync(selector),
  )
  const counts = new Map()
  for (const selectors of needs) {
    for (const name of new Set(selectors.flat())) counts.set(name, (counts.get(name) ?? 0) + 1)
  }

  const classes = new Map()
  const always = []
  needs.forEach((selectors, number) => {
    if (selectors.some((names) => names.length === 0)) {
      always.push(number)
      return
    }
    for (const name of new Set(selectors.map((names) => rarest(names, counts)))) {
      if (!classes.has(name)) classes.set(name, [])
      classes.get(name).push(number)
    }
  })
  return {
    units: units.map(({ css }) => css),
    classes: Object.fromEntries(classes),
    always,
    site_at: units.siteAt,
  }
}
