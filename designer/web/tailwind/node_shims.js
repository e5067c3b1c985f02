// Shims for the modules of Node that configurations use: `path` on plain strings, `url` for addresses
// of files, and a `process` without information about the machine. The site's folder is `/`. Only the
// texts that the program passes along can be read.

/** The modules of Node. Those without a shim are not available. */
export const NODE_MODULES = new Set([
  ...['assert', 'async_hooks', 'buffer', 'child_process', 'cluster', 'console', 'constants', 'crypto', 'dgram'],
  ...['diagnostics_channel', 'dns', 'domain', 'events', 'fs', 'http', 'http2', 'https', 'inspector', 'module'],
  ...['net', 'os', 'path', 'perf_hooks', 'process', 'punycode', 'querystring', 'readline', 'repl', 'stream'],
  ...['string_decoder', 'sys', 'timers', 'tls', 'trace_events', 'tty', 'url', 'util', 'v8', 'vm', 'wasi'],
  ...['worker_threads', 'zlib'],
])

/** A module of Node without a shim, for a package that may not need it: only its use is an error. */
export function refusingModule(name) {
  const refuse = () => {
    throw new Error(`The module "${name}" is not available in the preview.`)
  }
  return new Proxy({}, { get: (_target, key) => (key === '__esModule' ? undefined : refuse) })
}

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

/** The part of `fs` that reads the site's texts. */
export function filesModule(files) {
  const find = (file) => resolve(String(file?.pathname ?? file)).slice(1)
  const existsSync = (file) => Object.hasOwn(files, find(file))
  const readFileSync = (file) => {
    if (!existsSync(file)) throw new Error(`The file "${find(file)}" is not available in the preview.`)
    return files[find(file)]
  }
  return { existsSync, readFileSync }
}

/** Fresh shims for one site, by module name. */
export function nodeShims() {
  const path = { basename, dirname, extname, isAbsolute, join, normalize, relative, resolve }
  Object.assign(path, { sep: '/', delimiter: ':', posix: path })
  const url = {
    fileURLToPath: (address) => decodeURIComponent(new URL(address).pathname),
    pathToFileURL: (file) => new URL(`file://${file}`),
  }
  const process = { argv: [], cwd: () => '/', env: {}, platform: 'browser', version: '', versions: {} }
  return { path, process, url }
}
