export default defineConfig({
  schema: {collections: [
    {name: 'page', path: 'texts/pages'},
    {name: 'post', path: "texts/posts"},
    {name: 'global', path: 'texts/global', format: 'json'},
  ]},
});
