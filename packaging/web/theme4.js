// The theme of Tailwind 4, which is a list of variables, in the form of the older ones.

import { pixels, tell as tellOlder } from './theme.js'

// Which variables make which part of the theme; what has no variables is as in Tailwind's own theme.
const PARTS = {
  colors: '--color',
  spacing: '--spacing',
  fontFamily: '--font',
  fontSize: '--text',
  fontWeight: '--font-weight',
  letterSpacing: '--tracking',
  lineHeight: '--leading',
  maxWidth: '--container',
  borderRadius: '--radius',
  boxShadow: '--shadow',
  dropShadow: '--drop-shadow',
  blur: '--blur',
  aspectRatio: '--aspect',
  transitionTimingFunction: '--ease',
  animation: '--animate',
}

const UNIT = /^(-?[\d.]+)(px|rem|em)$/

function colours(variables) {
  const told = {}
  for (const [name, value] of variables) {
    const [, group, shade] = /^(.+)-(\d+)$/.exec(name) ?? []
    if (group === undefined) told[name] = told[name] ? { ...told[name], DEFAULT: value } : value
    else told[group] = { ...(typeof told[group] === 'string' ? { DEFAULT: told[group] } : told[group]), [shade]: value }
  }
  return told
}

// A size may bring a line height and more: `--text-sm` and `--text-sm--line-height`.
function sizes(variables) {
  const told = {}
  for (const [name, value] of variables) {
    const [size, more] = name.split('--')
    const key = more?.replace(/-./g, ([, letter]) => letter.toUpperCase())
    told[size] = key ? [told[size]?.[0] ?? '', { ...told[size]?.[1], [key]: value }] : [value]
  }
  return told
}

// The steps of the older themes, counted in the site's own step.
function spaces(variables, step, older) {
  const told = Object.fromEntries(variables)
  const [, length, unit] = UNIT.exec(step ?? '') ?? []
  if (length === undefined) return told
  for (const name of Object.keys(older)) {
    if (!Number.isNaN(Number(name))) told[name] ??= `${Number((Number(length) * Number(name)).toFixed(5))}${unit}`
  }
  return { px: '1px', ...told }
}

const families = (variables) =>
  Object.fromEntries(variables.map(([name, value]) => [name, value.split(/\s*,\s*/)]))

// A longer namespace is one of its own: `--font-weight-bold` is no font.
const isOfAnother = (namespace, name) =>
  Object.values(PARTS).some(
    (other) => other.startsWith(`${namespace}-`) && `${namespace}-${name}`.startsWith(`${other}-`),
  )

function named(design, namespace, older) {
  const all = [...design.theme.namespace(namespace)]
  const step = all.find(([name]) => name === null)?.[1]
  const variables = all.filter(([name]) => name !== null && !isOfAnother(namespace, name))
  if (namespace === '--text') return sizes(variables.filter(([name]) => !/^shadow(-|$)/.test(name)))
  const plain = variables.filter(([name]) => !name.includes('--'))
  if (namespace === '--color') return colours(plain)
  if (namespace === '--font') return families(plain)
  if (namespace === '--spacing') return spaces(plain, step, older)
  return Object.fromEntries(step === undefined ? plain : [['DEFAULT', step], ...plain])
}

// Breakpoints count by their size. A configuration's screens of other kinds come after them: they
// are variants, and as variables they are called `lg-max` and the like.
function screens(design, configs) {
  const others = configs.flatMap(({ theme }) =>
    Object.entries({ ...theme?.screens, ...theme?.extend?.screens }).filter(([, is]) => typeof is === 'object'),
  )
  const isOther = (name) => others.some(([other]) => name === other || name.startsWith(`${other}-m`))
  const breakpoints = [...design.theme.namespace('--breakpoint')]
    .filter(([name]) => name !== null && !isOther(name))
    .sort(([, a], [, b]) => (pixels(a) ?? 0) - (pixels(b) ?? 0))
  return Object.fromEntries([...breakpoints, ...others])
}

const mediaQuery = ({ raw, min, max }) =>
  raw ?? [min && `(min-width: ${min})`, max && `(max-width: ${max})`].filter(Boolean).join(' and ')

/**
 * The theme in the form of the older ones; see `theme.js`.
 *
 * @param {object} design the site's design system
 * @param {object[]} configs the configurations that it was given
 * @param {object} defaultTheme Tailwind's own theme in the older form
 */
export function tell(design, configs, defaultTheme) {
  const own = Object.entries(PARTS).map(([part, namespace]) => [
    part,
    named(design, namespace, defaultTheme[part] ?? {}),
  ])
  const parts = { ...defaultTheme, ...Object.fromEntries(own) }
  const theme = (part) => parts[part] ?? {}
  const told = Object.entries(parts).map(([part, values]) => [
    part,
    typeof values === 'function' ? values({ theme, colors: parts.colors, breakpoints: () => ({}) }) : values,
  ])
  return tellOlder({ ...Object.fromEntries(told), screens: screens(design, configs) }, mediaQuery)
}
