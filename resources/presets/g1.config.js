// bacalhau, and sites that say nothing else.

module.exports = family({ variants: { backgroundColor: ['odd'] } })
