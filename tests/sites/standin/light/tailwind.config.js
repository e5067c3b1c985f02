module.exports = {content: ['./content/**/*.md'], theme: {extend: {}}, plugins: []};
