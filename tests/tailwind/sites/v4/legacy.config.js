export default {
  theme: {
    screens: {
      low: { max: '1000px' },
      lower: { max: '800px' },
      lowest: { max: '700px' },
    },
    extend: { spacing: { huge: '300px' } },
  },
}
