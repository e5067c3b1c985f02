// Cuts Tailwind's output into units and finds out which classes need which of them.

import selectorParser from 'postcss-selector-parser'

import { REMOTE } from './stylesheet.js'

/** The comment that stands where a site's own styles belong. */
export const MARKER = 'frontispiece: the styles of the site'

// At-rules whose content is a list of rules; all others are units as they are.
const GROUPS = new Set(['media', 'supports', 'layer', 'container', '-moz-document'])

// What the end of a build still says to Tailwind or to a bundler, not to a browser.
const NOT_FOR_BROWSERS = new Set(['tailwind', 'charset', 'config', 'source'])

// Tailwind 4 puts the variables of a build into one rule each: a unit for every variable lets a
// build with more classes only add units.
const VARIABLES = new Set(['theme', 'properties'])

const oneLine = (text) => text.replace(/\s*\n\s*/g, ' ')

// A custom property means exactly what is written, comments too; elsewhere they can go.
function valueOf({ prop, value, raws }) {
  return prop.startsWith('--') ? (raws.value?.raw ?? value) : oneLine(value)
}

const headOf = ({ name, params }) => (params ? `@${name} ${oneLine(params)}` : `@${name}`)

function cssOf(node) {
  if (node.type === 'decl') {
    return `${node.prop}:${valueOf(node)}${node.important ? '!important' : ''}`
  }
  const head = node.type === 'rule' ? oneLine(node.selector) : headOf(node)
  return node.nodes ? `${head}{${bodyOf(node)}}` : `${head};`
}

function bodyOf(node) {
  const parts = node.nodes.filter((child) => child.type !== 'comment')
  return parts.map((part, at) => cssOf(part) + (part.type === 'decl' && at + 1 < parts.length ? ';' : '')).join('')
}

function isVariables(node, layer) {
  return VARIABLES.has(layer) && node.nodes.length > 0 && node.nodes.every((child) => child.prop?.startsWith('--'))
}

function add(node, wrap, layer, found) {
  const selector = node.selector ?? null
  if (node.type === 'rule' && isVariables(node, layer)) {
    for (const child of node.nodes) {
      found.units.push({ css: wrap(`${oneLine(selector)}{${cssOf(child)}}`), selector })
    }
  } else if (node.type !== 'rule' || node.nodes.length > 0) {
    found.units.push({ css: wrap(cssOf(node)), selector })
  }
}

function collect(container, wrap, layer, found) {
  for (const node of container.nodes) {
    if (node.type === 'comment') {
      if (node.text === MARKER) found.siteAt = found.units.length
    } else if (node.type === 'atrule' && NOT_FOR_BROWSERS.has(node.name)) {
      continue // an `@tailwind` that is left over would swallow the rule after it
    } else if (node.type === 'atrule' && node.name === 'import') {
      const [address] = /[^"'()\s]*\/\/[^"'()\s]*/.exec(node.params) ?? ['']
      if (REMOTE.test(address)) found.imports.push(address)
    } else if (node.type === 'atrule' && node.nodes && GROUPS.has(node.name)) {
      const inner = (css) => wrap(`${headOf(node)}{${css}}`)
      collect(node, inner, node.name === 'layer' ? node.params : layer, found)
    } else {
      add(node, wrap, layer, found)
    }
  }
}

// The classes without which a selector cannot match anything. `:is()` and `:where()` need what all
// their alternatives need; what stands in `:not()` and the like is not needed.
function needs(selector) {
  return selector.nodes.flatMap((node) => {
    if (node.type === 'class') return [node.value]
    if (node.type !== 'pseudo' || !/^:(is|where)$/.test(node.value)) return []
    const [first = [], ...others] = node.nodes.map(needs)
    return first.filter((name) => others.every((names) => names.includes(name)))
  })
}

const parser = selectorParser((selectors) => selectors.map(needs))

const known = new Map()

/** For every selector of a list: the classes that it needs. */
function neededClasses(list) {
  if (!known.has(list)) known.set(list, parser.transformSync(list))
  return known.get(list)
}

function rarest(names, counts) {
  return names.reduce((best, name) => (counts.get(name) <= counts.get(best) ? name : best))
}

/**
 * The units of a finished build, the classes that need them, and the web addresses of the style
 * sheets that it imports.
 *
 * A selector with several classes matches only where all of them are, so its rule is found under
 * the one that the fewest rules know: under `.group-hover:x`, not under `.group`.
 *
 * @param {import('postcss').Root} root
 */
export function cut(root) {
  const found = { units: [], imports: [], siteAt: 0 }
  collect(root, (css) => css, '', found)

  const lists = found.units.map(({ selector }) =>
    selector === null ? [[]] : neededClasses(selector),
  )
  const counts = new Map()
  for (const selectors of lists) {
    for (const name of new Set(selectors.flat())) counts.set(name, (counts.get(name) ?? 0) + 1)
  }

  const classes = new Map()
  const always = []
  lists.forEach((selectors, number) => {
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
    units: found.units.map(({ css }) => css),
    classes: Object.fromEntries(classes),
    always,
    site_at: found.siteAt,
    imports: found.imports,
  }
}
