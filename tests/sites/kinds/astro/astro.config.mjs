// @ts-check
export default { site: 'https://example.org' };
