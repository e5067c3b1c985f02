// cryptonet: sizes are Tailwind's own.

module.exports = family({
  screens: { xl: 1280, lg: 1024, md: 768, sm: 900 },
  theme: { fontSize: require('tailwindcss/defaultTheme').fontSize },
})
