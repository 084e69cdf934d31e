export const USAGE = `Makes <out>/<name>.topo.json, the map that a story stands on.

  npm run basemap -- --name levant --bounds 33,33.5,43,38.5

  --name <name>            small letters, digits and hyphens; story.yaml refers to it
  --bounds <w,s,e,n>       degrees: west, south, east, north; from a village to
                           the world, -180,-60,180,80; over the antimeridian
                           as 177,-20,-178,-15
  --countries <AAA[,BBB]>  whose first-level regions to include, ISO alpha-3
                           (default: the country in the middle, or the nearest to
                           it; on a map wider than 60° none)
  --detail <metres>        what is smaller is smoothed away (default: follows the extent)
  --names <aa[,bb]>        languages of names besides English and each country's
                           own (default: those the program speaks)
  --rivers <file.geojson>  your own lines in place of the sources': name, rank 1 or 2
  --roads <file.geojson>   class (motorway, primary, street, …) or rank 1, 2 or 3;
                           with a ref a great road gets a shield
  --lakes, --land <file>   your own areas in place of the sources'
  --credit "<words>"       whom the map names for them
  --out <folder>           default: public/basemap
  --help                   this text

The sources (15 to 110 MB) are fetched once and kept in .cache/basemap or $XDG_CACHE_HOME.
Tables made by hand in src/basemap/sources/<name>/ are added where they exist.`;
