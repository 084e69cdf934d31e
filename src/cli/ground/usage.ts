export const USAGE = `npm run ground -- <story> --from <file>: streets, houses and woods for the close sections of a story

  npm run ground -- harbour-fire --from area.pmtiles

  --from <file>      vector tiles in the project: PMTiles 3 or MBTiles, in the Protomaps 4, OpenMapTiles or Shortbread schema
  --credit <text>    whose data it is, where the file does not say it rightly
  --licence <terms>  on which terms, such as ODbL-1.0 or "CC BY 4.0"
  --help             this text

Cuts what the story's cameras ever see at zoom 12 and nearer, on every screen, and writes it into
content/stories/<story>/ground/. The large file is not needed again until a frame changes.
More: content/guide/ground.md`;
