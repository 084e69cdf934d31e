export const USAGE = `npm run ground -- <story> --from <file>: streets, houses and woods for the close sections of a story

  npm run ground -- harbour-fire --from area.pmtiles

  --from <file>      vector tiles in the project: PMTiles 3 or MBTiles, in the Protomaps 4, OpenMapTiles or Shortbread schema
  --credit <text>    whose data it is, where the file does not say it rightly; for readers of another language once more,
                     as --credit pt-BR="…"
  --licence <terms>  on which terms, such as ODbL-1.0 or "CC BY 4.0"
  --help             this text

Cuts what the story's cameras ever see at zoom 12 and nearer, on every screen, and writes it into
content/stories/<story>/ground/. The large file is not needed again until a frame changes.

npm run ground -- <story> --from <picture> --as <name>: a satellite picture, a scan or any raster, for \`ground: <name>\`
npm run ground -- <story> --from <heights> --relief: shadow and light of the hills, for \`relief: 0.5\`

  npm run ground -- harbour-fire --from scene.tif --as satellite --bands 3,2,1 --credit "USGS" --licence "public domain"
  npm run ground -- harbour-fire --from 1890.jpg --as old-plan --points 1890.points --credit "City archive" --licence "CC BY 4.0"
  npm run ground -- harbour-fire --from dem.tif --relief --contours 20 --credit "NASA SRTM" --licence "public domain"

  --from <file>      a GeoTIFF, a PNG, JPEG or WebP, or PMTiles or MBTiles of pictures; of heights: a GeoTIFF, or tiles
                     in Terrarium's or Mapbox's colours
  --bands <list>     the bands to show as red, green and blue, or the one to show, counted from 1
  --stretch <how>    auto, none, or the values that become black and white; auto where a band has more than 8 bits
  --ramp <colours>   for one band: two colours or more, from the least value to the greatest
  --tint             heights as colours, from green to white, or by --ramp
  --bounds <box>     where a picture lies that does not say so: west,south,east,north
  --corners <list>   the same by its corners: longitude,latitude from the top left around
  --points <file>    the same by control points: a table x,y,lng,lat, or what QGIS saves
  --warp <how>       affine, projective or thin-plate; by the number of points where left out
  --projection <p>   the projection of the file, or of --bounds: EPSG:32637, or what proj4 reads
  --encoding <how>   of tiles of heights: terrarium or mapbox
  --exaggeration <n> heights are multiplied by it
  --contours <m>     lines of equal height, so many metres apart
  --credit, --licence as above; a picture is not cut without them

Cuts what the sections that show it see of it, into WebP files of 150 kB at most.
More: content/guide/ground.md`;
