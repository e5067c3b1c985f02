// Records what a build lacks: packages that are not installed, and plug-ins that failed.

import { describe } from './module_loader.js'

const MAX_GAPS = 100
const MAX_TEXT = 500 // characters of a name or a message

/** The package of a module: `@scope/name/part` → `@scope/name`. A relative address stays. */
export function packageOf(id) {
  if (/^[./]/.test(id)) return id
  return id.split('/').slice(0, id.startsWith('@') ? 2 : 1).join('/')
}

// The line on which a file names a module, or null.
function lineOf(text, id) {
  const quoted = ['"', "'", '`'].map((quote) => quote + id + quote)
  const line = (text ?? '').split('\n').findIndex((each) => quoted.some((name) => each.includes(name)))
  return line < 0 ? null : line + 1
}

export class Gaps {
  #list = new Map()
  #failures = []
  #lacksSheets = false

  /** @param {Record<string, string>} files the site's files by path */
  constructor(files) {
    this.files = files
  }

  /** Whether names can be unknown only because something is missing. */
  get isIncomplete() {
    return this.#lacksSheets || this.#list.size > 0
  }

  /** All gaps: `{package, file, line, message}`; a failure has no package, a missing package no message. */
  get list() {
    return [...this.#list.values()].slice(0, MAX_GAPS)
  }

  /** A module is not installed. A package is recorded once, where it was first required. */
  missing(id, file) {
    const name = packageOf(id).slice(0, MAX_TEXT)
    const line = lineOf(this.files[file], id)
    if (!this.#list.has(name)) this.#list.set(name, { package: name, file, line, message: null })
  }

  /** An imported style sheet was not found. The program knows it from the site's files. */
  missingSheet() {
    this.#lacksSheets = true
  }

  /** A plug-in failed; its remaining utilities are not built. */
  failed(error) {
    const { message, ...place } = describe(error, this.files)
    const gap = { package: null, ...place, message: message.slice(0, MAX_TEXT) }
    this.#list.set(JSON.stringify(gap), gap)
  }

  /** A plug-in failed on a class; only that class is not built. */
  failedOnClass(error) {
    this.#failures.push(error)
  }

  /** The failures on classes since the last call. */
  takeFailures() {
    return this.#failures.splice(0)
  }
}
