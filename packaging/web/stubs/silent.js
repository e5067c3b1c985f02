// Stands for Tailwind's own log: its advice is meant for the authors of a site, not for us.
export default { info() {}, warn() {}, risk() {} }
