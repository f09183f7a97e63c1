import { useEffect, useState } from 'react'
import { href } from '../../href.ts'
import { canDraw, type EngineName, loadEngine } from './engine.ts'
import type { MapParts } from './maplibre.client.ts'

export type EngineState =
  | { is: 'loading' }
  /** Without WebGL, or without the line to fetch the library: the table stands in. */
  | { is: 'absent' }
  | { is: 'ready'; name: EngineName; parts: MapParts }

/** Fetches what draws maps, once the page stands. `refuse` gives Mapbox up for the portal's own map. */
export function useEngine(wanted: EngineName): { engine: EngineState; refused: boolean; refuse: () => void } {
  const [engine, setEngine] = useState<EngineState>({ is: 'loading' })
  const [refused, setRefused] = useState(false)
  const name = refused ? 'maplibre' : wanted
  useEffect(() => {
    if (!canDraw()) return setEngine({ is: 'absent' })
    if (name === 'mapbox' && !isAllowedHere()) return window.location.reload()
    let isWanted = true
    const set = (state: EngineState) => isWanted && setEngine(state)
    loadEngine(name).then(
      (parts) => set({ is: 'ready', name, parts }),
      () => set({ is: 'absent' }),
    )
    return () => {
      isWanted = false
    }
  }, [name])
  return { engine, refused, refuse: () => setRefused(true) }
}

/** What a page may fetch is fixed when its document is loaded, and only documents of the map may ask Mapbox. */
function isAllowedHere() {
  const [loaded] = performance.getEntriesByType('navigation')
  return !loaded || new URL(loaded.name).pathname.startsWith(href('/map'))
}
