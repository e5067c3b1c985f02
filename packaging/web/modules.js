// A site's own modules: its configuration, and what that takes from the site's folder. They run
// here with a `require` that knows these files, what Tailwind itself brings, and the little of Node
// that needs no machine; nothing else.

import { transform } from 'sucrase'

import { ofNode } from './node.js'

// The lines that `new Function` puts before the source, and so adds to every line number.
const LINES_BEFORE = new Function('throw new Error()\n//# sourceURL=measure.js')
  .toString()
  .split('\n')
  .findIndex((line) => line.startsWith('throw'))

const ENDINGS = ['', '.js', '.cjs', '.mjs', '.ts', '.cts', '.mts', '.json', '/index.js', '/index.ts']
const TYPED = /\.[cm]?ts$/
const MODERN = /^\s*(?:import|export)\b/m // a module of ECMAScript, or not

/** The folder of a file, without a slash at the end; that of the site is `''`. */
export const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** Which of the site's files a relative address means, or null. */
export function resolvePath(files, id, folder, endings = ENDINGS) {
  const parts = id.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const part of id.split('/')) {
    if (part === '..') parts.pop()
    else if (part && part !== '.') parts.push(part)
  }
  const path = parts.join('/')
  return endings.map((ending) => path + ending).find((each) => Object.hasOwn(files, each)) ?? null
}

// An error in a file's text; the parser's place stands in the message.
function misspelt(error, path) {
  const [, message, line] = /^([^]*) \((\d+):\d+\)$/.exec(error.message) ?? [, error.message, null]
  return Object.assign(new Error(message), { file: path, line: Number(line) || null })
}

function javascript(path, source) {
  const transforms = TYPED.test(path) ? ['typescript', 'imports'] : MODERN.test(source) ? ['imports'] : []
  if (!transforms.length) return source
  try {
    return transform(source, { transforms, preserveDynamicImport: true }).code
  } catch (error) {
    throw misspelt(error, path)
  }
}

const OWN = ['module', 'exports', 'require'] // what a module cannot declare itself, as in Node
const GIVEN = ['process', '__filename', '__dirname']

function messageOf(source) {
  try {
    new Function(...OWN, source)
    return null
  } catch (error) {
    return error.message
  }
}

// Where a source is misspelt: the browser says only that it is. Its message stays the same from the
// line on that is wrong, whatever follows; before it, the sign that ends the text is wrong.
function placed(path, source, message) {
  if (/^(?:missing|Invalid or) /.test(message)) {
    try {
      transform(source, { transforms: [] })
    } catch (error) {
      return misspelt(error, path)
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
  if (message !== null) throw placed(path, source, message)
  const text = `${source}\n//# sourceURL=${path}`
  return new Function(...GIVEN, `return function (${OWN}) {${text}\n}`)
}

function data(path, text) {
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = error.message.replace(/, (?:\.{3})?"[^]*(?= is not valid JSON$)/, '')
    const [, at] = /at position (\d+)/.exec(message) ?? []
    if (at === undefined) throw placed(path, `(${text})`, messageOf(`(${text})`) ?? message)
    const line = text.slice(0, Number(at)).split('\n').length
    throw Object.assign(new Error(message), { file: path, line })
  }
}

/** A module of Tailwind's inside as a site may take it: itself, or its `default`. */
export const internal = (module) => Object.assign(module, { default: module })

/**
 * What loads a site's modules.
 *
 * @param {Record<string, string>} files the site's files, by their path in its folder
 * @param {Record<string, unknown>} builtin the modules that need no file
 * @returns {(id: string, folder: string) => {path: string, exports: any}}
 */
export function loader(files, builtin) {
  const loaded = new Map()
  const node = ofNode()

  function load(id, folder) {
    const known = id.replace(/\.js$/, '')
    if (Object.hasOwn(builtin, known)) return { path: known, exports: builtin[known] }
    const plain = id.replace(/^node:/, '')
    if (Object.hasOwn(node, plain)) return { path: plain, exports: node[plain] }
    const path = /^\.{0,2}\//.test(id) ? resolvePath(files, id, folder) : null
    if (path === null) throw new Error(`The module "${id}" is not available in the preview.`)
    if (!loaded.has(path)) {
      const module = { exports: {} }
      loaded.set(path, module) // before it runs: two modules may need each other
      if (path.endsWith('.json')) module.exports = data(path, files[path])
      else run(path, module)
    }
    return { path, exports: loaded.get(path).exports }
  }

  function run(path, module) {
    const folder = folderOf(path)
    const open = compiled(path, javascript(path, files[path]))
    const require = (id) => load(id, folder).exports
    const body = open(node.process, `/${path}`, `/${folder}`)
    body.call(module.exports, module, module.exports, require)
  }

  return load
}

/** The object that a configuration exports. */
export function configuration(load, path) {
  const { exports } = load(`/${path}`, '')
  const config = exports?.default ?? exports
  if (typeof config !== 'object' || config === null) {
    throw new Error('The configuration does not export an object.')
  }
  return config
}

// The frame of a stack trace that lies in one of the site's files.
function frameIn(stack, files) {
  for (const line of stack.split('\n')) {
    const [, file, number] = /([^\s()]+):(\d+):\d+\)?$/.exec(line) ?? []
    if (Object.hasOwn(files, file)) return { file, line: Number(number) - LINES_BEFORE }
  }
  return null
}

// Where the site's files say what a message quotes: some messages of Tailwind 4 have no place.
function quoted(message, files) {
  const [, words] = /[`"]([^`"]+)[`"]/.exec(message) ?? []
  for (const [file, text] of words ? Object.entries(files) : []) {
    const line = text.split('\n').findIndex((each) => each.includes(words))
    if (line >= 0) return { file, line: line + 1 }
  }
  return null
}

/** What went wrong, with the site's file and the line in it as far as they are known. */
export function describe(error, files) {
  const whole = String(error?.reason ?? error?.message ?? error) // PostCSS adds a place to its messages
  const [, file, line, rest] = /^(\S+):(\d+):\d+: ([^]*)$/.exec(whole) ?? []
  if (file !== undefined) return { message: rest, file, line: Number(line) }
  const known = error?.file && error.line !== undefined ? { file: error.file, line: error.line } : null
  const place = known ?? frameIn(String(error?.stack ?? ''), files) ?? quoted(whole, files)
  return { message: whole, ...(place ?? { file: error?.file ?? null, line: null }) }
}
