// connectivity, pl-summit.

module.exports = family()
