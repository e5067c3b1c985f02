// Tailwind's configuration of the sites of the second generation: that of the first, except that
// they do not colour every other element.

const g1 = require('./g1.config.js')

module.exports = {
  ...g1,
  variants: {
    extend: { margin: g1.variants.extend.margin },
  },
}
