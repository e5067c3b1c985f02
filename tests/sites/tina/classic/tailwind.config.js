module.exports = {content: ['./components/**/*.tsx'], darkMode: 'class', theme: {extend: {}}, plugins: [require('@tailwindcss/typography')]};
