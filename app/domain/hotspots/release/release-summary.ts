/** What two people need to know of a release before they agree to it; no number of an area is in it. */
export interface ReleaseSummary {
  /** Rounded like every published number. */
  incidents: number
  areas: number
  /** Shares of all incidents, per cent, whole: in hexagons of this resolution or finer. */
  atSevenOrFiner: number
  atEight: number
  onTheMap: number
  strandGroups: number
  bytes: number
}
