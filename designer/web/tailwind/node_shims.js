// Shims for the modules of Node that configurations use: `path` on plain strings, and a `process`
// without information about the machine. The site's folder is `/`; files cannot be read.

function normalize(path) {
  const parts = []
  for (const part of path.split('/')) {
    if (part === '..' && parts.length && parts.at(-1) !== '..') parts.pop()
    else if (part === '..' && path.startsWith('/')) continue
    else if (part && part !== '.') parts.push(part)
  }
  const end = parts.length && path.endsWith('/') ? '/' : ''
  return (path.startsWith('/') ? '/' : '') + parts.join('/') + end || '.'
}

const join = (...parts) => normalize(parts.filter(Boolean).join('/'))

function resolve(...parts) {
  const start = parts.findLastIndex((part) => part.startsWith('/'))
  return normalize(['', ...parts.slice(Math.max(0, start))].join('/')).replace(/(.)\/$/, '$1')
}

function dirname(path) {
  const bare = path.replace(/(.)\/+$/, '$1')
  const at = bare.lastIndexOf('/')
  return at < 0 ? '.' : bare.slice(0, at) || '/'
}

function basename(path, ending = '') {
  const name = path.replace(/\/+$/, '').split('/').at(-1)
  return ending && name !== ending && name.endsWith(ending) ? name.slice(0, -ending.length) : name
}

const extname = (path) => /[^./].*?(\.[^.]*)$/.exec(basename(path))?.[1] ?? ''

function relative(from, to) {
  const [start, end] = [from, to].map((path) => resolve(path).split('/').filter(Boolean))
  let same = 0
  while (same < start.length && start[same] === end[same]) same += 1
  return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/')
}

const isAbsolute = (path) => path.startsWith('/')

/** Fresh shims for one site, by module name. */
export function nodeShims() {
  const path = { basename, dirname, extname, isAbsolute, join, normalize, relative, resolve }
  Object.assign(path, { sep: '/', delimiter: ':', posix: path })
  const process = { argv: [], cwd: () => '/', env: {}, platform: 'browser', version: '', versions: {} }
  return { path, process }
}
