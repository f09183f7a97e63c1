import type { Basemap } from '../../../ui/map/basemap.ts'
import type { EngineName } from '../../../ui/map/engine.ts'

/** How maps are drawn here. The choice is the operator's; of Mapbox only a public token ever leaves the server. */
export interface Drawing {
  engine: EngineName
  token: string | null
  /** The operator's own basemap, which the portal serves; null: the built-in coast. */
  basemap: Basemap | null
}
