const plugin = require('tailwindcss/plugin')
const colors = require('tailwindcss/colors')

module.exports = {
  mode: 'jit',
  purge: ['./classes.html'],
  darkMode: 'class',
  theme: {
    extend: {
      colors: { brand: { DEFAULT: '#ff8800', deep: '#8a3c00' }, sea: colors.teal },
      spacing: { huge: '300px' },
      keyframes: { drift: { to: { transform: 'translateX(1rem)' } } },
      animation: { drift: 'drift 2s linear infinite' },
    },
  },
  plugins: [
    require('@tailwindcss/typography'),
    require('@tailwindcss/forms'),
    require('@tailwindcss/aspect-ratio'),
    require('@tailwindcss/line-clamp'),
    plugin(({ addUtilities, addComponents, addVariant, matchUtilities, theme, e }) => {
      addUtilities({ '.tilt': { transform: 'rotate(3deg)' } })
      addComponents({ '.card': { padding: theme('spacing.4'), '&:hover': { padding: theme('spacing.6') } } })
      matchUtilities({ indented: (value) => ({ 'padding-left': value }) }, { values: theme('spacing') })
      addVariant('first-two', ({ modifySelectors, separator }) => {
        modifySelectors(({ className }) => `.${e(`first-two${separator}${className}`)}:nth-child(-n+2)`)
      })
    }),
  ],
}
