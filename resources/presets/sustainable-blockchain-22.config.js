// sustainable-blockchain-22.

module.exports = family({
  screens: { lg: 1200, md: 1000, sm: 700 },
  maxWidth: {
    '1/5': '200px', '1/4': '250px', '1/3': '333px', '1/2': '500px', '2/3': '666px', '3/4': '750px', '4/5': '800px',
  },
  extend: { padding: { full: '100%' } },
})
