// Tailwind's configuration of the family: every colour, size and font is a CSS variable that the
// site's theme document fills in. The build puts this text before each preset, which says what its
// sites have of their own.

const SCALE = ['xs', 'sm', 'lg', 'xl', '2xl', '3xl', '4xl', '5xl', '6xl', '7xl', '8xl']

const FRACTIONS = { '1/5': 0.2, '1/4': 0.25, '1/3': 0.33, '1/2': 0.5, '2/3': 0.66, '3/4': 0.75, '4/5': 0.8 }

const text = (size) => [`var(--text-size-${size})`, `var(--text-leading-${size})`]

const collect = (keys, entry) => Object.fromEntries(keys.map(entry))

const ofSite = (fraction) => `calc(var(--site-width) * ${fraction})`

// From the left edge of the window to a fraction of the site: the margin beside the site belongs to
// it. What is narrower than half of the site grows with the window, what is wider shrinks with it.
const toEdge = (fraction) =>
  `${fraction < 0.5 ? 'max' : 'min'}(calc(${ofSite(fraction)} + var(--edge-width)), ${fraction * 100}%)`

const fontSize = (scale) => {
  const { xs, sm, ...larger } = collect(scale, (size) => [size, text(size)])
  return { xs, sm, base: text('md'), ...larger }
}

const screens = (sizes) => collect(Object.entries(sizes), ([name, size]) => [name, { max: `${size}px` }])

/**
 * The configuration of a kind of sites.
 *
 * @param {object} own what they have of their own:
 *   `screens` name → pixels, in the order of the file (the last that fits wins),
 *   `maxWidth` lengths of `max-w-1/5` and the like, `theme` and `extend` more of the theme,
 *   `variants` more variants of utilities
 */
function family({ screens: sizes = { lg: 1000, md: 800, sm: 700 }, maxWidth, theme, extend, variants } = {}) {
  const fractions = Object.entries(FRACTIONS)
  return {
    purge: false,
    darkMode: false,
    theme: {
      screens: screens(sizes),
      colors: {
        transparent: 'transparent',
        current: 'currentColor',
        primary: 'var(--primary-color)',
        ...collect([1, 2, 3, 4], (n) => [`accent${n}`, `var(--accent${n}-color)`]),
        black: 'var(--black-color)',
        white: 'var(--white-color)',
        'gray-light': 'var(--gray-light-color)',
        gray: 'var(--gray-color)',
        'gray-dark': 'var(--gray-dark-color)',
        ...collect(['primary', 'error', 'warning', 'success'], (name) => [
          `tina-${name}`,
          `var(--tina-color-${name})`,
        ]),
        ...collect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], (n) => [
          `tina-gray${n}`,
          `var(--tina-color-grey-${n})`,
        ]),
      },
      fontSize: fontSize(SCALE),
      borderWidth: { 0: '0', 1: '1px', 2: '2px', 3: '3px', 4: '4px', 6: '6px', 8: '8px', DEFAULT: '1px' },
      ...theme,
      extend: {
        opacity: { 7: '.075', 15: '.15' },
        margin: { edge: 'calc((100% - 1000px) * .5)' },
        maxWidth: {
          ...collect(fractions, ([name, fraction]) => [name, ofSite(fraction)]),
          ...maxWidth,
          'desktop-full': 'var(--site-width)',
          'desktop-half': ofSite(0.5),
          'site-full': 'var(--site-width)',
          'site-half': ofSite(0.5),
          ...collect(fractions, ([name, fraction]) => [`site-${name}`, ofSite(fraction)]),
        },
        width: collect(fractions, ([name, fraction]) => [`edge-${name}`, toEdge(fraction)]),
        minHeight: { 100: '25rem', 120: '30rem', 140: '35rem', 160: '40rem', 180: '45rem', 200: '50rem' },
        spacing: { 128: '32rem' },
        zIndex: { '-1': '-1', '-2': '-2' },
        fontFamily: collect([1, 2, 3, 4], (n) => [n, [`var(--font${n})`, 'sans-serif']]),
        ...extend,
      },
    },
    variants: { extend: { margin: ['first', 'last'], ...variants } },
    plugins: [require('@tailwindcss/typography')],
  }
}
