// Replaces modules that Tailwind imports but does not need in a page: files, paths, purging.
module.exports = {}
