/** What two people need to know about a release before they approve it. It contains no number of a single area. */
export interface ReleaseSummary {
  /** Rounded like every published number. */
  incidents: number
  areas: number
  /** Share of all incidents in hexagons of resolution 7 or finer, in whole per cent; `atEight` is the same for 8. */
  atSevenOrFiner: number
  atEight: number
  onTheMap: number
  strandGroups: number
  bytes: number
}
