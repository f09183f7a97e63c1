import type { Basemap } from '../../../ui/map/basemap.ts'
import type { EngineName } from '../../../ui/map/engine.ts'

/** How this portal draws maps, as its operator chose. The token for Mapbox is public; no secret leaves the server. */
export interface Drawing {
  engine: EngineName
  token: string | null
  /** The operator's own basemap, served by the portal; null for the built-in coast. */
  basemap: Basemap | null
}
