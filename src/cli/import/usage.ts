export const USAGE = `npm run import -- <file or folder>: a story from another tool

  Reads the config.js (or .ts) of Mapbox's and MapLibre's storytelling templates and their forks, StoryMapJS
  (published.json, storymap.json), GeoLibre, the data of ArcGIS StoryMaps, KML, GPX, and a table of chapters (CSV).
  Nothing in the file is run. Pictures and data beside it come along; nothing is fetched without --fetch.

  --out <folder>      where the story goes (default: content/stories/<name made of its title>)
  --root <folder>     the project it goes into (default: this one)
  --language <tag>    the language of its words, where it does not say (default: by its letters, else en)
  --fetch             fetch pictures, films and recordings that are elsewhere, and titles and pictures of pages it leads to
  --allow-private     with --fetch: ask addresses of this machine and its network, too
  --no-basemap        make no map; the story then stands on bare ground
  --help              this text

  What was kept, approximated and dropped stands in import-report.md and import-report.json in the story's folder.`;
