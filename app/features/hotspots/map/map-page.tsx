import { useCallback, useEffect, useState } from 'react'
import { href } from '../../../href.ts'
import { EmptyState } from '../../../ui/lists/empty-state.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { HowItProtects, OffTheMap, WhatChanged } from '../releases/release-notes.tsx'
import { AreaFacts } from './area-facts.tsx'
import { AreaList } from './area-list.tsx'
import { AreaTable, captionOf } from './area-table.tsx'
import type { Drawing } from './drawing.ts'
import { MapControls, PeriodSlider } from './map-controls.tsx'
import { MapFigure } from './map-figure.tsx'
import { type MapQuery, mapHref } from './map-query.ts'
import type { MapPageData } from './read-map.server.ts'
import { StrandTable } from './strand-table.tsx'
import { TrendLine } from './trend-line.tsx'

interface MapPageProps {
  /** Contains only the first rows. */
  page: MapPageData
  rowCount: number
  drawing: Drawing
  query: MapQuery
  /** Whether this person also works on releases. */
  mayRelease: boolean
  mayPlan: boolean
}

export function MapPage({ page, rowCount, drawing, query, mayRelease, mayPlan }: MapPageProps) {
  const [isAbsent, setIsAbsent] = useState(false)
  const [isNothing, setIsNothing] = useState(false)
  useEffect(() => setIsNothing(query.at !== null && page.release?.at === null), [query.at, page.release?.at])
  const onAbsent = useCallback(() => setIsAbsent(true), [])
  const { release, crimes } = page
  if (!release && !(crimes && query.beside)) return <NothingYet hasCrimes={crimes !== null} mayRelease={mayRelease} />
  const table = release ? <ReleaseTable release={release} query={query} rowCount={rowCount} /> : null
  return (
    <>
      {release ? (
        <p className="govuk-body accord-no-print">
          <TextLink href={mapHref(query, { at: null, view: null, beside: null }, href('/map/table'))}>
            Read this release as a table
          </TextLink>
          {mayRelease ? (
            <>
              {' · '}
              <TextLink href={href('/map/releases')}>Releases and their rules</TextLink>
            </>
          ) : null}
        </p>
      ) : null}
      {release ? <MapControls page={page} query={query} path={href('/map')} /> : null}
      <div className="accord-map-page">
        <div className="accord-map-page__map">
          <noscript>{table}</noscript>
          {isAbsent ? (
            <>
              <p className="govuk-body">
                This browser cannot draw the map (WebGL is off). The table has the same data.
              </p>
              {table}
            </>
          ) : (
            <div className="accord-needs-map">
              <MapFigure page={page} drawing={drawing} query={query} onNothing={setIsNothing} onAbsent={onAbsent} />
            </div>
          )}
          <PeriodSlider page={page} query={query} />
        </div>
        {release ? <Beside {...{ release, query, rowCount, isNothing, mayPlan }} /> : null}
      </div>
      {release ? <StrandTable release={release} query={query} path={href('/map')} /> : null}
    </>
  )
}

/** The facts of the chosen area: beside the map on a wide screen, right below it on a phone. */
function Beside({
  release,
  query,
  rowCount,
  isNothing,
  mayPlan,
}: ReleaseProps & Record<'isNothing' | 'mayPlan', boolean>) {
  const { at, beforeLabel, rows, offMap, releaseId } = release
  return (
    <>
      <div className="accord-map-page__facts">
        <AreaFacts
          row={at}
          nothing={isNothing}
          strand={query.strand}
          beforeLabel={beforeLabel}
          releaseId={mayPlan ? releaseId : null}
        />
      </div>
      <div className="accord-map-page__side">
        <WhatChanged release={release} query={query} />
        <TrendLine trend={release.trend} />
        <HowItProtects release={release} />
      </div>
      <div className="accord-map-page__below">
        <AreaList rows={rows} total={rowCount} query={query} selected={at?.cell ?? null} />
        <OffTheMap rows={offMap} />
      </div>
    </>
  )
}

interface ReleaseProps {
  release: NonNullable<MapPageData['release']>
  query: MapQuery
  rowCount: number
}

function ReleaseTable({ release, query, rowCount }: ReleaseProps) {
  if (rowCount === 0)
    return <EmptyState why="This strand has too few incidents in every area to be published by itself." />
  return (
    <>
      <AreaTable caption={captionOf(release)} rows={release.rows.slice(0, 25)} query={query} />
      {rowCount > 25 ? (
        <p className="govuk-body">
          <TextLink href={mapHref(query, { at: null, view: null }, href('/map/table'))}>All {rowCount} areas</TextLink>
        </p>
      ) : null}
    </>
  )
}

function NothingYet({ hasCrimes, mayRelease }: { hasCrimes: boolean; mayRelease: boolean }) {
  return (
    <EmptyState why="No release has been published yet. One person proposes a release of a past period, and another person publishes it. It then appears here.">
      {mayRelease ? (
        <p className="govuk-body">
          <TextLink href={href('/map/releases')}>Releases</TextLink>
        </p>
      ) : null}
      {hasCrimes ? (
        <p className="govuk-body">
          <TextLink href={href('/map', { beside: 'police' })}>Show what the police have published</TextLink>
        </p>
      ) : null}
    </EmptyState>
  )
}
