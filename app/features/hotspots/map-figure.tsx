import { useNavigate } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { COAST_CREDIT } from '../../ui/map/basemap.ts'
import { useEngine } from '../../ui/map/use-engine.ts'
import type { Drawing } from './drawing.ts'
import { DrawnMap } from './drawn-map.tsx'
import { AreaLegend, CrimeLegend } from './map-legend.tsx'
import { type MapQuery, type MapView, mapHref } from './map-query.ts'
import { CRIME_COLOURS, SHADE_COLOURS } from './palette.ts'
import type { MapPage } from './read-map.server.ts'

interface MapFigureProps {
  page: MapPage
  drawing: Drawing
  query: MapQuery
  onNothing: (isNothing: boolean) => void
  /** Said once it is known that this browser draws no map. */
  onAbsent: () => void
}

const START: MapView = { z: 10.6, lat: 53.405, lng: -2.93 }
const START_NARROW: MapView = { ...START, z: 9.7 }

/** The map, and where it is asked for the police's counts beside it; both move together. */
export function MapFigure({ page, drawing, query, onNothing, onAbsent }: MapFigureProps) {
  const { engine, refused, refuse } = useEngine(drawing.engine)
  const [view, setView] = useState<MapView | null>(query.view)
  const address = useAddress(query)
  const navigate = useNavigate()
  const pick = (cell: string | null) => {
    onNothing(cell === null)
    if (cell) navigate(address(view, { at: cell }), { replace: true, preventScrollReset: true })
  }
  useEffect(() => {
    if (engine.is === 'absent') onAbsent()
    else setView((known) => known ?? (window.innerWidth < 700 ? START_NARROW : START))
  }, [engine.is, onAbsent])
  const { release, crimes } = page
  const ready = engine.is === 'ready' && view ? engine : null
  const shared = ready &&
    view && { ...ready, ...drawing, view, onMove: setView, onSettled: () => address(view), onRefused: refuse }
  const isBeside = query.beside === 'police' && crimes
  return (
    <>
      {refused ? (
        <p className="govuk-body" role="status">
          Mapbox did not accept this portal’s token, so the portal draws its own map. What it shows is the same.
        </p>
      ) : null}
      <div className={isBeside && release ? 'accord-map accord-map--two' : 'accord-map'}>
        {release ? (
          <figure className="accord-map__figure">
            <div className="accord-map__frame">
              {shared ? (
                <DrawnMap
                  key={shared.name}
                  {...shared}
                  label={`Map of incidents, ${release.label}`}
                  href={release.dataHref}
                  colours={SHADE_COLOURS}
                  noun="incidents"
                  selected={release.at?.cell ?? null}
                  onPick={pick}
                />
              ) : (
                <Waiting />
              )}
            </div>
            <AreaLegend strand={query.strand} label={release.label} />
          </figure>
        ) : null}
        {isBeside ? (
          <figure className="accord-map__figure">
            <div className="accord-map__frame">
              {shared ? (
                <DrawnMap
                  key={shared.name}
                  {...shared}
                  label="Map of all crimes that the police published"
                  href={crimes.dataHref}
                  colours={CRIME_COLOURS}
                  noun="crimes of every kind"
                  selected={null}
                  onPick={() => {}}
                />
              ) : (
                <Waiting />
              )}
            </div>
            <CrimeLegend crimes={crimes} />
          </figure>
        ) : null}
      </div>
      <p className="govuk-body-s accord-map__credit">
        {refused || drawing.engine === 'maplibre' ? `Coast ${COAST_CREDIT}. ` : ''}
        {drawing.basemap?.attribution}
      </p>
    </>
  )
}

function Waiting() {
  return <p className="accord-map__waiting accord-needs-script">The map is being drawn…</p>
}

/**
 * Keeps the address of the page in step with the view, so that it can be sent to somebody: without asking the server, and
 * again after each move to another period, whose links know no view.
 */
function useAddress(query: MapQuery) {
  const latest = useRef(query)
  const last = useRef<MapView | null>(query.view)
  latest.current = query
  const address = useCallback((view: MapView | null, change: Partial<MapQuery> = {}) => {
    const rounded = view && { z: round(view.z, 1), lat: round(view.lat, 3), lng: round(view.lng, 3) }
    last.current = rounded
    const href = mapHref({ ...latest.current, view: rounded }, change)
    if (Object.keys(change).length === 0) window.history.replaceState(window.history.state, '', href)
    return href
  }, [])
  useEffect(() => {
    if (!query.view && last.current) address(last.current)
  }, [query, address])
  return address
}

function round(value: number, digits: number) {
  return Number(value.toFixed(digits))
}
