// The interface of all engines: requests and replies in JSON.

import { Gaps } from './gaps.js'
import { describe } from './module_loader.js'

const FORMAT = 2

/**
 * Publishes an engine to the page, the worker or Node as `frontispieceTailwind.build`.
 *
 * A request is JSON of `{source, classes, whole}`. `source` is `{files, config, css}`: the site's
 * files by path, and the paths of its configuration and its style sheet (or null); it can have the
 * files that names of packages mean (`modules`, `sheets`), and `jit` for the just-in-time mode of
 * Tailwind 2. `source` opens a site; later requests may omit it. The reply is JSON of a sheet (see
 * `designer/tailwind/sheet.py`) with the rules of all classes requested since the site was opened. It
 * has the theme only when a site is opened or `whole` is true.
 *
 * @param {object} engine
 * @param {string} engine.version for instance `tailwindcss 3.4.19`
 * @param {(source: object, gaps: Gaps) => any} engine.open returns the theme, whether a build has all
 *   classes, requested or not (`complete`), and a function from all requested classes to their sheet
 */
export function serve({ version, open }) {
  let site = null

  async function build(request) {
    const { source, classes, whole } = JSON.parse(request)
    if (source) site = { source, asked: [], opened: null, gaps: new Gaps(source.files) }
    const { gaps } = site
    try {
      site.opened ??= await open(site.source, gaps)
      const asked = [...new Set([...site.asked, ...classes])]
      const isOne = asked.length === site.asked.length + 1
      const sheet = await site.opened.compile(asked)
      const failures = gaps.takeFailures()
      if (failures.length && isOne) throw failures[0] // nothing else was to be built
      // Nobody asked for the words of an idle build, so a plug-in may fail on them.
      if (!whole) for (const failure of failures) gaps.failed(failure)
      site.asked = asked // only after success: a class on which a plug-in fails must not fail every later build
      const head = { format: FORMAT, engine: version, own: site.source.css !== null }
      const theme = source || whole ? site.opened.theme : undefined
      const list = site.opened.complete ? null : asked
      return JSON.stringify({ ...head, asked: list, gaps: gaps.list, ...sheet, theme })
    } catch (error) {
      gaps.takeFailures()
      const { message, ...place } = describe(error, site.source.files)
      throw Object.assign(new Error(message, { cause: error }), place)
    }
  }

  globalThis.frontispieceTailwind = { build, version }
}
