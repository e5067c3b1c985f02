// Stands for modules which Tailwind loads but which have no work in a page: files, paths, purging.
module.exports = {}
