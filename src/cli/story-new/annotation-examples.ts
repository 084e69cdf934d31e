/** One annotation of each kind, as an author would write it under `annotations:`. */
export const ANNOTATION_EXAMPLES = `\
  - kind: callout
    id: elsewhere # needed for the second of a kind
    draw: [0.15, 0.42] # optional: the shares of the section during which it draws itself
    at: [25.1, 38.2] # or place, or route with along (0 to 1)
    head: A head
    body: a body
    side: nw
  - kind: ring
    place: first-place
    radiusKm: 4
    feather: inward # optional: nearer than the line, and not the whole ground within
    label: 4 kilometres
    head: A callout that touches the ring
    body: optional
  - kind: region
    region: XX.YY
    label: A province
    at: [25.1, 38.2]
  - kind: route
    route: data/way#out # or basemap:M5
    between: [first-place, second-place] # or span: [0, 0.6]
    style: road # road, person or earlier
    label: The way
  - kind: flow
    route: data/way#out
    span: [0, 1]
    label: People on the way
  - kind: strands
    from: first-place
    stem: { bearingDegrees: 24, lengthKm: 4 }
    headings:
      - { bearingDegrees: -27, lengthKm: 18 }
  - kind: area
    area: data/way#somewhere
  - kind: dots
    fact: example-figure
    per: 1
    from: first-place
    via: [second-place]
    within: XX.YY
    reachKm: 40 # optional: none rests farther away
    label: 1 dot
    body: A dot is a count, not a place.
  - kind: inventory
    items:
      - { drawing: suitcase, label: A suitcase }
  - kind: timeline
    overview: [2019-04-01, 2019-12-31]
    detail: [2019-12-10, 2019-12-28]
    events:
      - { id: first, date: 2019-12-12, head: 12 December, body: what happened }
    period: { from: 2019-12-12, to: 2019-12-25, fact: example-figure, label: words, body: more words }
  - kind: share
    part: 4
    whole: 11
    exactness: exact # exact, more-than or nearly
    partLabel: a part
    wholeLabel: the whole
  - kind: struck-list
    place: first-place
    items:
      - { label: Bakeries, note: closed }
      - { label: Schools, note: mostly closed, struck: 0.8 } # optional: the share of the word
  - kind: scale-bar
`;
