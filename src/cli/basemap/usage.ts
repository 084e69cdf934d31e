export const USAGE = `Makes <out>/<name>.topo.json, the map that a story stands on.

  npm run basemap -- --name levant --bounds 33,33.5,43,38.5

  --name <name>            small letters, digits and hyphens; story.yaml refers to it
  --bounds <w,s,e,n>       degrees: west, south, east, north
  --countries <AAA[,BBB]>  whose first-level regions to include, ISO alpha-3
                           (default: the country in the middle, or the nearest to it)
  --detail <metres>        what is smaller is smoothed away (default: follows the extent)
  --out <folder>           default: public/basemap
  --help                   this text

The sources (about 90 MB) are fetched once and kept in .cache/basemap or $XDG_CACHE_HOME.
Tables made by hand in src/basemap/sources/<name>/ are added where they exist.`;
