// What the engines have in common: how they are asked, and how they answer.

import { describe } from './modules.js'

const FORMAT = 2

/**
 * Offer an engine to the page, the worker or Node as `frontispieceTailwind.build`.
 *
 * It takes JSON of `{source, classes, whole}`. `source` is `{files, config, css}`: files of the site
 * by their path, and which of them are its configuration and its style sheet (or null). It opens a
 * site, and may be left out when the site is open already. The answer is JSON of a sheet (see
 * `designer/tailwind/sheet.py`) with the rules of all classes that were asked for since then; the
 * theme is told only when a site is opened or `whole` is true.
 *
 * @param {object} engine
 * @param {string} engine.version what it is, for instance `tailwindcss 3.4.19`
 * @param {boolean} engine.complete whether it knows all its classes without being asked for them
 * @param {(source: object) => any} engine.open gives the theme, and the function from all classes
 *   to their sheet
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
      site.asked = asked // not before: classes that a plug-in fails at would fail for ever
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
