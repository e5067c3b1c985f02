import plugin from 'tailwindcss/plugin'

export default plugin(({ addUtilities, addComponents }) => {
  addUtilities({ '.tilt': { transform: 'rotate(3deg)' } })
  addComponents({ '.card': { padding: '1rem', '&:hover': { padding: '1.5rem' } } })
})
