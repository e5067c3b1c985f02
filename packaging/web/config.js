// A site's configuration is a CommonJS module: it is run here with a `require` that knows only
// what Tailwind 2 itself brings.

import typography from '@tailwindcss/typography'
import colors from 'tailwindcss/colors'
import defaultConfig from 'tailwindcss/defaultConfig'
import defaultTheme from 'tailwindcss/defaultTheme'
import plugin from 'tailwindcss/plugin'
import resolveConfig from 'tailwindcss/resolveConfig'

const FILE = 'tailwind.config.js'

const MODULES = {
  '@tailwindcss/typography': typography,
  'tailwindcss/colors': colors,
  'tailwindcss/defaultConfig': defaultConfig,
  'tailwindcss/defaultTheme': defaultTheme,
  'tailwindcss/plugin': plugin,
  'tailwindcss/resolveConfig': resolveConfig,
}

// The lines that `new Function` puts before the source, and so adds to every line number.
const LINES_BEFORE = new Function('throw new Error()\n//# sourceURL=measure.js')
  .toString()
  .split('\n')
  .findIndex((line) => line.startsWith('throw'))

function requireModule(name) {
  const known = name.replace(/\.js$/, '')
  if (Object.hasOwn(MODULES, known)) return MODULES[known]
  throw new Error(`The module "${name}" is not available in the preview.`)
}

function lineOf(error) {
  const place = new RegExp(`${FILE.replaceAll('.', '\\.')}:(\\d+)`).exec(error?.stack ?? '')
  return place ? Number(place[1]) - LINES_BEFORE : null
}

/** An error with the line of the configuration that made it, as far as it is known. */
export function describe(error) {
  const message = String(error?.reason ?? error?.message ?? error) // PostCSS adds a place to its messages
  return Object.assign(new Error(message, { cause: error }), { line: lineOf(error) })
}

/**
 * The object that a configuration exports.
 *
 * @param {string} source text of a `tailwind.config.js`
 */
export function evaluate(source) {
  const module = { exports: {} }
  const run = new Function(
    'module',
    'exports',
    'require',
    '__filename',
    '__dirname',
    `${source}\n//# sourceURL=${FILE}`,
  )
  run(module, module.exports, requireModule, `/${FILE}`, '/')
  const config = module.exports?.default ?? module.exports
  if (typeof config !== 'object' || config === null) {
    throw new Error('The configuration does not export an object.')
  }
  return config
}
