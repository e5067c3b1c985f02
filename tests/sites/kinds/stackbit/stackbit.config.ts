export default {
  // pagesDir: 'old',
  pagesDir: 'texts/pages',
};
