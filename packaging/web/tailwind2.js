// Tailwind 2.2.19 for a page: a configuration in, a cut and indexed build out.
//
// It is the ahead-of-time build of the real package without purging and without the
// just-in-time mode, so a class that a real site does not know stays unknown here.

import postcss from 'postcss'
import { version as number } from 'tailwindcss/package.json'
import processFeatures from 'tailwindcss/lib/processTailwindFeatures.js'
import getAllConfigs from 'tailwindcss/lib/util/getAllConfigs.js'
import resolve from 'tailwindcss/lib/util/resolveConfig.js'

import { describe, evaluate } from './config.js'
import { MARKER, cut } from './sheet.js'
import { tell } from './theme.js'

const FORMAT = 1
const version = `tailwindcss ${number}`

const SOURCE = `@tailwind base;
/* ${MARKER} */
@tailwind components;
@tailwind utilities;
@tailwind screens;`

// The ahead-of-time mode of Tailwind 2 leaves these two plug-ins out.
const AHEAD_OF_TIME = { corePlugins: { caretColor: false, content: false } }

function compile(config) {
  const root = postcss.parse(SOURCE)
  const result = { messages: [], opts: {} }
  return processFeatures(() => config)(root, result).sync().root
}

/**
 * Build a sheet.
 *
 * @param {string} configSource text of a `tailwind.config.js`
 * @returns {string} JSON of `{format, engine, units, classes, always, site_at, theme}`
 * @throws {Error} the configuration is wrong; `line` is its line in the source, or null
 */
function build(configSource) {
  try {
    const config = resolve([...getAllConfigs(evaluate(configSource)), AHEAD_OF_TIME])
    const sheet = cut(compile(config))
    return JSON.stringify({ format: FORMAT, engine: version, ...sheet, theme: tell(config.theme) })
  } catch (error) {
    throw describe(error)
  }
}

globalThis.frontispieceTailwind2 = { build, version }
