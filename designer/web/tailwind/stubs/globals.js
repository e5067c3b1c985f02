// Globals of Node that a page does not have.
export const process = { env: {}, cwd: () => '/', platform: 'browser' }
