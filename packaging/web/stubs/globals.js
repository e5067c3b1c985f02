// What Node gives to every module and a page does not.
export const process = { env: {}, cwd: () => '/', platform: 'browser' }
