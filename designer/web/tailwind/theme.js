// Converts a resolved theme to JSON.

const PIXELS = { px: 1, rem: 16, em: 16 }

/** A length in pixels; null if it depends on something else. */
export function pixels(length) {
  const parts = /^([\d.]+)(px|rem|em)$/.exec(String(length).trim())
  return parts ? Number(parts[1]) * PIXELS[parts[2]] : null
}

function screen(definition, mediaQuery) {
  const query = typeof definition === 'object' ? definition : { min: definition }
  const limits = {}
  for (const side of ['min', 'max']) {
    if (query[side] !== undefined) limits[side] = pixels(query[side])
  }
  const clear = Object.keys(limits).length > 0 && !Object.values(limits).includes(null)
  return clear ? limits : { raw: mediaQuery(definition) }
}

function resolved(value) {
  if (typeof value !== 'function') return value
  try {
    return value({})
  } catch {
    return undefined // a function that needs more arguments than a colour's
  }
}

/**
 * The theme without functions. `screens` is a list, since its order decides which screen wins:
 * `[name, {min?, max?}]` in pixels, or `[name, {raw}]` for any other query.
 *
 * @param {object} theme the resolved theme of a configuration
 * @param {(definition: any) => string} mediaQuery formats a screen as a media query
 */
export function themeJson(theme, mediaQuery) {
  const { screens, ...rest } = theme
  const json = JSON.parse(JSON.stringify(rest, (_key, value) => resolved(value)))
  return { screens: Object.entries(screens).map(([name, is]) => [name, screen(is, mediaQuery)]), ...json }
}
