import type { Config } from 'tailwindcss'
import typography from '@tailwindcss/typography'
import plugin from 'tailwindcss/plugin'
import { fontFamily } from 'tailwindcss/defaultTheme'

import { brand, type Shade } from './theme/colors'

const shade: Shade = 'deep'

export default {
  content: ['./classes.html'],
  darkMode: 'class',
  theme: {
    screens: {
      lg: { max: '1000px' },
      md: { max: '800px' },
      sm: { max: '700px' },
      wide: '1200px',
    },
    extend: {
      colors: { brand, ink: brand[shade], sea: 'rgb(var(--sea) / <alpha-value>)' },
      spacing: { huge: '300px' },
      fontFamily: { display: ['Jost', ...fontFamily.serif] },
      keyframes: { drift: { to: { transform: 'translateX(1rem)' } } },
      animation: { drift: 'drift 2s linear infinite' },
    },
  },
  plugins: [
    typography,
    plugin(({ addUtilities, addComponents, matchUtilities, theme }) => {
      addUtilities({ '.tilt': { transform: 'rotate(3deg)' } })
      addComponents({ '.card': { padding: theme('spacing.4'), '&:hover': { padding: theme('spacing.6') } } })
      matchUtilities({ indented: (value) => ({ 'padding-inline-start': value }) }, { values: theme('spacing') })
    }),
  ],
} satisfies Config
