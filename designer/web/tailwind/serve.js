// The interface of all engines: requests and replies in JSON.

import { describe } from './module_loader.js'

const FORMAT = 2

/**
 * Publishes an engine to the page, the worker or Node as `frontispieceTailwind.build`.
 *
 * A request is JSON of `{source, classes, whole}`. `source` is `{files, config, css}`: the site's
 * files by path, and the paths of its configuration and its style sheet (or null). `source` opens a
 * site; later requests may omit it. The reply is JSON of a sheet (see `designer/tailwind/sheet.py`)
 * with the rules of all classes requested since the site was opened. It has the theme only when a
 * site is opened or `whole` is true.
 *
 * @param {object} engine
 * @param {string} engine.version for instance `tailwindcss 3.4.19`
 * @param {boolean} engine.complete whether a build has all classes, requested or not
 * @param {(source: object) => any} engine.open returns the theme, and a function from all requested
 *   classes to their sheet
 */
export function serve({ version, complete, open }) {
  let site = null

  async function build(request) {
    const { source, classes, whole } = JSON.parse(request)
    if (source) site = { source, asked: [], opened: null }
    try {
      site.opened ??= await open(site.source)
      const asked = [...new Set([...site.asked, ...classes])]
      const sheet = await site.opened.compile(asked)
      site.asked = asked // only after success: a class on which a plug-in fails must not fail every later build
      const head = { format: FORMAT, engine: version, own: site.source.css !== null }
      const theme = source || whole ? site.opened.theme : undefined
      return JSON.stringify({ ...head, asked: complete ? null : asked, ...sheet, theme })
    } catch (error) {
      const { message, ...place } = describe(error, site.source.files)
      throw Object.assign(new Error(message, { cause: error }), place)
    }
  }

  globalThis.frontispieceTailwind = { build, version }
}
