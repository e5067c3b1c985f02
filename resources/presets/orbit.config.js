// orbit.

module.exports = family({
  theme: {
    fontSize: fontSize([...SCALE, '9xl', '10xl', '11xl', '12xl']),
    borderRadius: {
      none: '0', sm: '.125rem', DEFAULT: '4px', md: '.375rem', lg: '.5rem', large: '12px', xl: '50px', '2xl': '100px', full: '9999px',
    },
  },
})
