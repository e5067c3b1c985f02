export default config({
  collections: {
    pages: collection({ path: 'texts/pages/*', slugField: 'title' }),
    songs: collection({ path: `texts/songs/*/` }),
  },
  singletons: {
    home: singleton({ path: 'texts/home' }),
    settings: singleton({ path: 'texts/settings' }),
  },
});
