// Stands in for a package that is not installed: a plug-in without effect, a function that makes one,
// and an object without properties, whichever the configuration takes it for.

const missing = new WeakSet()

// Names that decide how a value is used. A stand-in has none of them.
const ABSENT = new Set(['__esModule', '__isOptionsFunction', 'config', 'handler', 'then', 'toJSON'])

const SYMBOLS = { [Symbol.iterator]: function* () {}, [Symbol.toPrimitive]: () => '' }

// `module.exports = withComponents({ content: … })`: what such a function adds is lost, not the rest.
const isConfiguration = (value) =>
  Object(value) === value &&
  !isMissing(value) &&
  ['content', 'purge', 'presets'].some((key) => Object.hasOwn(value, key))

/** Whether a value is a stand-in, or was taken from one. */
export const isMissing = (value) => missing.has(value)

/** A new stand-in. Its properties and results are the stand-in itself. */
export function missingPackage() {
  const standIn = new Proxy(function () {}, {
    get(target, key) {
      if (typeof key === 'symbol') return SYMBOLS[key]
      if (Object.hasOwn(target, key)) return target[key]
      return ABSENT.has(key) ? undefined : standIn
    },
    apply: (_target, _self, values) => values.find(isConfiguration) ?? standIn,
    construct: () => standIn,
  })
  missing.add(standIn)
  return standIn
}

const isPlain = (value) => [Object.prototype, null].includes(Object.getPrototypeOf(value))

/** A copy of a value without stand-ins; what holds none of them is the same in the copy. */
export function withoutMissing(value, copies = new Map()) {
  if (typeof value !== 'object' || value === null || !(Array.isArray(value) || isPlain(value))) return value
  if (copies.has(value)) return copies.get(value)
  const copy = Array.isArray(value) ? [] : {}
  copies.set(value, copy)
  for (const [key, each] of Object.entries(value)) {
    if (isMissing(each)) continue
    if (Array.isArray(copy)) copy.push(withoutMissing(each, copies))
    else copy[key] = withoutMissing(each, copies)
  }
  return copy
}
