// Makes a site's configurations and plug-ins safe to use: what is missing is left out, and a plug-in
// that fails costs only its own utilities.

import { isMissing, withoutMissing } from './missing_package.js'

// The functions of the plug-in API that take functions, with what a failed one returns.
const CALLBACKS = { matchUtilities: [], matchComponents: [], addVariant: null }

// `import * as plugin` and a required ECMAScript module have the plug-in as their default.
const unwrapped = (value) =>
  typeof value === 'object' && value?.default && !value.handler ? value.default : value

function carefully(value, instead, gaps) {
  if (typeof value === 'function') {
    return (...values) => {
      try {
        return value(...values)
      } catch (error) {
        gaps.failedOnClass(error)
        return instead
      }
    }
  }
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value).map(([key, each]) => [key, carefully(each, instead, gaps)])
  return Array.isArray(value) ? parts.map(([, each]) => each) : Object.fromEntries(parts)
}

function carefulApi(api, gaps) {
  const careful = { ...api }
  for (const [name, instead] of Object.entries(CALLBACKS)) {
    if (!api[name]) continue
    // The first argument of `addVariant` is a name, the second its functions.
    const at = name === 'addVariant' ? 1 : 0
    careful[name] = (...values) =>
      api[name](...values.map((value, number) => (number === at ? carefully(value, instead, gaps) : value)))
  }
  return careful
}

function attempt(run, gaps) {
  try {
    return run()
  } catch (error) {
    gaps.failed(error)
    return undefined
  }
}

const NOTHING = { handler() {} }

/**
 * A plug-in whose failures are recorded.
 *
 * @param {any} value a plug-in in any form that Tailwind takes
 * @param {import('./gaps.js').Gaps} gaps
 */
export function guardedPlugin(value, gaps) {
  const plugin = unwrapped(value)
  if (isMissing(plugin)) return Object.assign(() => NOTHING, { __isOptionsFunction: true })
  if (plugin?.__isOptionsFunction) {
    const made = (options) => attempt(() => guardedPlugin(plugin(options), gaps), gaps) ?? NOTHING
    return Object.assign(made, plugin)
  }
  const run = (handler) => (api) => void attempt(() => handler(carefulApi(api, gaps)), gaps)
  if (typeof plugin === 'function') return Object.assign(run(plugin), plugin)
  if (typeof plugin?.handler !== 'function') return plugin
  return { ...plugin, handler: run(plugin.handler) }
}

function usablePreset(preset, gaps) {
  return typeof preset === 'function' ? (...values) => usable(preset(...values), gaps) : usable(preset, gaps)
}

/**
 * A configuration without what is missing, with plug-ins whose failures are recorded.
 *
 * @param {any} value what a module exports
 * @param {import('./gaps.js').Gaps} gaps
 */
export function usable(value, gaps) {
  const own = unwrapped(value)
  if (isMissing(own)) return {}
  const config = gaps.isIncomplete ? withoutMissing(own) : { ...own }
  if (Array.isArray(own.presets)) {
    const presets = own.presets.map(unwrapped).filter((each) => !isMissing(each))
    // Without the only preset, Tailwind's default configuration takes its place.
    if (presets.length || !own.presets.length) config.presets = presets.map((each) => usablePreset(each, gaps))
    else delete config.presets
  }
  if (Array.isArray(own.plugins)) {
    const plugins = own.plugins.map(unwrapped).filter((each) => each && !isMissing(each))
    config.plugins = plugins.map((each) => guardedPlugin(each, gaps))
  }
  return config
}
