module.exports = { engines: {} };
