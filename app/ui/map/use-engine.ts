import { useEffect, useState } from 'react'
import { href } from '../../href.ts'
import { canDraw, type EngineName, loadEngine } from './engine.ts'
import type { MapParts } from './maplibre.client.ts'

export type EngineState =
  | { is: 'loading' }
  /** The browser has no WebGL, or the library could not be loaded. The page shows its table instead. */
  | { is: 'absent' }
  | { is: 'ready'; name: EngineName; parts: MapParts }

/** Loads the map library after the page. Call `refuse` when Mapbox does not work, to draw with MapLibre instead. */
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

/** The document's Content Security Policy says what the page may load, and only documents of map pages allow Mapbox. */
function isAllowedHere() {
  const [loaded] = performance.getEntriesByType('navigation')
  return !loaded || new URL(loaded.name).pathname.startsWith(href('/map'))
}
