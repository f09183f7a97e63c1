import { useNavigate } from '@remix-run/react'
import { lazy, type RefObject, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { COAST_CREDIT } from '../../../ui/map/coast-credit.ts'
import { useEngine } from '../../../ui/map/use-engine.ts'
import type { Drawing } from './drawing.ts'
import { viewOfCells } from './fit-view.ts'
import { AreaLegend, CrimeLegend } from './map-legend.tsx'
import { type MapQuery, type MapView, mapHref } from './map-query.ts'
import { CRIME_COLOURS, SHADE_COLOURS } from './palette.ts'
import type { MapPageData } from './read-map.server.ts'

interface MapFigureProps {
  page: MapPageData
  drawing: Drawing
  query: MapQuery
  onNothing: (isNothing: boolean) => void
  /** Called once this browser turns out not to draw maps. */
  onAbsent: () => void
}

/** Loaded together with the map library, so that the page itself stays small. */
const DrawnMap = lazy(() => import('./drawn-map.tsx').then((loaded) => ({ default: loaded.DrawnMap })))

/** The frame's minimum height in pixels. */
const FRAME_HEIGHT = 420
const START: MapView = { z: 10.6, lat: 53.405, lng: -2.93 }
const START_NARROW: MapView = { ...START, z: 9.7 }

/** The map and, if chosen, the police's counts beside it. Both move together. */
export function MapFigure({ page, drawing, query, onNothing, onAbsent }: MapFigureProps) {
  const { engine, refused, refuse } = useEngine(drawing.engine)
  const frame = useRef<HTMLDivElement>(null)
  const address = useAddress(query)
  const { release, crimes } = page
  const { view, setView, start } = useView(query, release?.rows ?? [], { frame, address })
  const navigate = useNavigate()
  const pick = (cell: string | null) => {
    onNothing(cell === null)
    if (cell) navigate(address(view, { at: cell }), { replace: true, preventScrollReset: true })
  }
  useEffect(() => {
    if (engine.is === 'absent') onAbsent()
    else start()
  }, [engine.is, onAbsent, start])
  const ready = engine.is === 'ready' && view ? engine : null
  const shared = ready &&
    view && { ...ready, ...drawing, view, onMove: setView, onSettled: () => address(view), onRefused: refuse }
  const isBeside = query.beside === 'police' && crimes
  return (
    <>
      {refused ? (
        <p className="govuk-body" role="status">
          Mapbox did not accept this portal’s token, so the portal draws its own map. It shows the same data.
        </p>
      ) : null}
      <div ref={frame} className={isBeside && release ? 'accord-map accord-map--two' : 'accord-map'}>
        {release ? (
          <figure className="accord-map__figure">
            <PrintedMap href={release.pictureHref} label={`Map of incidents, ${release.label}`} />
            <div className="accord-map__frame">
              {shared ? (
                <Suspense fallback={<Waiting />}>
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
                </Suspense>
              ) : (
                <Waiting />
              )}
            </div>
            <AreaLegend release={release} />
          </figure>
        ) : null}
        {isBeside ? (
          <figure className="accord-map__figure">
            <PrintedMap href={crimes.pictureHref} label="Map of all crimes that the police published" />
            <div className="accord-map__frame">
              {shared ? (
                <Suspense fallback={<Waiting />}>
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
                </Suspense>
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

/** Prints the whole release, whatever part the screen shows. */
function PrintedMap({ href, label }: { href: string; label: string }) {
  return <img className="accord-map__printed" src={href} alt={label} />
}

function Waiting() {
  return <p className="accord-map__waiting accord-needs-script">Loading the map…</p>
}

interface Fitting {
  frame: RefObject<HTMLDivElement>
  address: (view: MapView) => void
}

/** The map's view: the city, or where the person moved it. Choosing a strand shows all its hexagons. */
function useView(query: MapQuery, rows: readonly { cell: string }[], { frame, address }: Fitting) {
  const { strand, view: asked } = query
  const [view, setView] = useState<MapView | null>(asked)
  const latest = useRef({ strand, rows })
  const isOther = latest.current.strand !== strand
  latest.current = { strand, rows }
  const fitted = useCallback((): MapView => {
    const city = window.innerWidth < 700 ? START_NARROW : START
    // Before scripts run, the frame is hidden and has no width.
    const width = frame.current?.clientWidth || window.innerWidth / 2
    const cells = latest.current.strand ? latest.current.rows.map(({ cell }) => cell) : []
    return viewOfCells(cells, { width, height: FRAME_HEIGHT }) ?? city
  }, [frame])
  const start = useCallback(() => setView((known) => known ?? fitted()), [fitted])
  useEffect(() => {
    if (!isOther) return
    const next = fitted()
    setView(next)
    address(next)
  }, [isOther, fitted, address])
  return { view, setView, start }
}

/**
 * Keeps the page's address in step with the view, so that it can be shared. It asks no server, and is repeated after
 * a move to another period, whose links have no view.
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
