// Loads a site's own modules: its configuration and the files that it requires. Their `require` finds
// files of the site and of its installed packages, modules of Tailwind, and the shims for Node; nothing
// else. A package that is not installed has a stand-in.

import { transform } from 'sucrase'

import { isMissing, missingPackage } from './missing_package.js'
import { filesModule, NODE_MODULES, nodeShims, refusingModule } from './node_shims.js'

// `new Function` puts lines before the source, which shift every line number by this offset.
const LINES_BEFORE = new Function('throw new Error()\n//# sourceURL=measure.js')
  .toString()
  .split('\n')
  .findIndex((line) => line.startsWith('throw'))

const ENDINGS = [
  ...['', '.js', '.cjs', '.mjs', '.ts', '.cts', '.mts', '.json'],
  ...['/index.js', '/index.ts', '/index.cjs', '/index.mjs'],
]
const TYPED = /\.[cm]?ts$/
const MODERN = /^\s*(?:import|export)\b/m // an ECMAScript module
const OWN_REQUIRE = /\b(?:const|let|var)\s+require\s*=/g
const READS = /\breadFileSync\b/

/** Whether a name is a path, not that of a package. */
export const IS_RELATIVE = /^\.{0,2}(?:\/|$)/

/** The folder of a file, without a trailing slash; `''` is the site's folder. */
export const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** The site's file at a relative address, or null. */
export function resolvePath(files, id, folder, endings = ENDINGS) {
  const parts = id.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const part of id.split('/')) {
    if (part === '..') parts.pop()
    else if (part && part !== '.') parts.push(part)
  }
  const path = parts.join('/')
  return endings.map((ending) => path + ending).find((each) => Object.hasOwn(files, each)) ?? null
}

/** The path that a file's name for a part of a package means, or null. */
export function linkOf(links, from, id) {
  const own = Object.hasOwn(links, from) ? links[from] : {}
  return Object.hasOwn(own, id) ? own[id] : null
}

// A syntax error with its file and line, which the parser puts into the message.
function syntaxError(error, path) {
  const [, message, line] = /^([^]*) \((\d+):\d+\)$/.exec(error.message) ?? [, error.message, null]
  return Object.assign(new Error(message), { file: path, line: Number(line) || null })
}

// An ECMAScript module is no valid script. A script may have a line that looks like an import.
function isModern(source) {
  const message = messageOf(source)
  return message !== null && (MODERN.test(source) || /import|export/.test(message))
}

function javascript(path, source) {
  const transforms = TYPED.test(path) ? ['typescript', 'imports'] : isModern(source) ? ['imports'] : []
  if (!transforms.length) return source
  try {
    const { code } = transform(source, { transforms, preserveDynamicImport: true })
    return code
      .replace(/\bimport\.meta\b/g, `({ url: ${JSON.stringify(`file:///${path}`)} })`)
      .replace(OWN_REQUIRE, 'void ') // it is the one that every module has
  } catch (error) {
    throw syntaxError(error, path)
  }
}

const OWN = ['module', 'exports', 'require'] // as in Node, a module cannot declare these
const GIVEN = ['process', '__filename', '__dirname']

function messageOf(source) {
  try {
    new Function(...OWN, source)
    return null
  } catch (error) {
    return error.message
  }
}

// A syntax error with its line. The browser reports only a message, so a binary search finds the line:
// a source cut after the wrong line gives the same message, one cut before it gives another.
function locatedError(path, source, message) {
  if (/^(?:missing|Invalid or) /.test(message)) {
    try {
      transform(source, { transforms: [] })
    } catch (error) {
      return syntaxError(error, path)
    }
    return Object.assign(new Error(message), { file: path, line: null })
  }
  const lines = source.trimEnd().split('\n')
  const isWrong = (count) => messageOf(`${lines.slice(0, count).join('\n')}\n#`) === message
  let [right, wrong] = [0, lines.length]
  if (!isWrong(wrong)) {
    return Object.assign(new Error('Unexpected end of the file'), { file: path, line: wrong })
  }
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1
    if (isWrong(middle)) wrong = middle
    else right = middle
  }
  return Object.assign(new Error(message), { file: path, line: wrong })
}

function compiled(path, source) {
  const message = messageOf(source)
  if (message !== null) throw locatedError(path, source, message)
  const text = `${source}\n//# sourceURL=${path}`
  return new Function(...GIVEN, `return function (${OWN}) {${text}\n}`)
}

function data(path, text) {
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = error.message.replace(/, (?:\.{3})?"[^]*(?= is not valid JSON$)/, '')
    const [, at] = /at position (\d+)/.exec(message) ?? []
    if (at === undefined) throw locatedError(path, `(${text})`, messageOf(`(${text})`) ?? message)
    const line = text.slice(0, Number(at)).split('\n').length
    throw Object.assign(new Error(message), { file: path, line })
  }
}

/** An internal module of Tailwind. A site may use it directly or by its `default`. */
export const internal = (module) => Object.assign(module, { default: module })

/**
 * Creates the functions that load a site's modules.
 *
 * @param {object} source
 * @param {Record<string, string>} source.files the site's files by path
 * @param {Record<string, Record<string, string>>} [source.modules] for each file, the paths of the
 *   modules of packages that it names
 * @param {Record<string, unknown>} builtin modules that are not files of the site
 * @param {import('./gaps.js').Gaps} gaps records what is missing or fails
 * @returns {{load: (id: string, from: string) => {path: string, exports: any}, open: (path: string) => any}}
 *   a function from a name and the naming file to a module, and one from a path to its exports
 */
export function loader({ files, modules = {} }, builtin, gaps) {
  const loaded = new Map()
  const packaged = new Set() // paths of modules of packages
  const node = nodeShims()
  node.module = { createRequire: (from) => requireFor(String(from).replace(/^(?:file:\/\/)?\//, '')) }

  function find(id, from) {
    const link = linkOf(modules, from, id)
    if (link !== null) packaged.add(link)
    if (link !== null || !IS_RELATIVE.test(id)) return link
    const path = resolvePath(files, id, folderOf(from))
    if (path !== null && packaged.has(from)) packaged.add(path)
    return path
  }

  function load(id, from) {
    const known = id.replace(/\.js$/, '')
    if (Object.hasOwn(builtin, known)) return { path: known, exports: builtin[known] }
    const plain = id.replace(/^node:/, '')
    if (Object.hasOwn(node, plain)) return { path: plain, exports: node[plain] }
    const path = find(id, from)
    if (path !== null) return { path, exports: open(path, packaged.has(path) && !packaged.has(from)) }
    const isOfNode = NODE_MODULES.has(plain.split('/')[0])
    if (plain === 'fs' && READS.test(files[from])) return { path: id, exports: filesModule(files) }
    if (isOfNode && packaged.has(from)) return { path: id, exports: refusingModule(plain) }
    if (isOfNode || IS_RELATIVE.test(id)) throw new Error(`The module "${id}" is not available in the preview.`)
    if (id !== 'tailwindcss') gaps.missing(id, from) // Tailwind itself is here, and a plug-in does not run it
    return { path: id, exports: missingPackage() }
  }

  // A package that fails is used as if it were missing. Within a package, errors are its own affair.
  function open(path, isPackage = false) {
    if (!loaded.has(path)) {
      const module = { exports: {} }
      loaded.set(path, module) // before it runs: modules may require each other
      try {
        if (!Object.hasOwn(files, path)) throw new Error(`The module "${path}" is no text, or too large.`)
        if (path.endsWith('.json')) module.exports = data(path, files[path])
        else run(path, module)
      } catch (error) {
        loaded.delete(path)
        if (!isPackage) throw error
        gaps.failed(error)
        module.exports = missingPackage()
        loaded.set(path, module)
      }
    }
    return loaded.get(path).exports
  }

  function requireFor(from) {
    const require = (id) => load(id, from).exports
    return Object.assign(require, { resolve: (id) => `/${find(id, from) ?? `node_modules/${id}`}`, cache: {} })
  }

  function run(path, module) {
    const body = compiled(path, javascript(path, files[path]))(node.process, `/${path}`, `/${folderOf(path)}`)
    body.call(module.exports, module, module.exports, requireFor(path))
  }

  return { load, open }
}

/** The configuration object that a module exports. */
export function configuration({ open }, path) {
  const exports = open(path)
  const config = exports?.default ?? exports
  if (!isMissing(config) && (typeof config !== 'object' || config === null)) {
    throw new Error('The configuration does not export an object.')
  }
  return config
}

// The first stack frame in one of the site's files.
function frameIn(stack, files) {
  for (const line of stack.split('\n')) {
    const [, file, number] = /([^\s()]+):(\d+):\d+\)?$/.exec(line) ?? []
    if (Object.hasOwn(files, file)) return { file, line: Number(number) - LINES_BEFORE }
  }
  return null
}

// The place of a text that a message quotes: some messages of Tailwind 4 name no place.
function placeOfQuote(message, files) {
  const [, words] = /[`"]([^`"]+)[`"]/.exec(message) ?? []
  for (const [file, text] of words ? Object.entries(files) : []) {
    const line = text.split('\n').findIndex((each) => each.includes(words))
    if (line >= 0) return { file, line: line + 1 }
  }
  return null
}

/** The message of an error, with the site's file and line if known. */
export function describe(error, files) {
  const whole = String(error?.reason ?? error?.message ?? error) // PostCSS puts a place before its messages
  const [, file, line, rest] = /^(\S+):(\d+):\d+: ([^]*)$/.exec(whole) ?? []
  if (file !== undefined) return { message: rest, file, line: Number(line) }
  const known = error?.file && error.line !== undefined ? { file: error.file, line: error.line } : null
  const place = known ?? frameIn(String(error?.stack ?? ''), files) ?? placeOfQuote(whole, files)
  return { message: whole, ...(place ?? { file: error?.file ?? null, line: null }) }
}
