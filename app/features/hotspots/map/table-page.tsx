import { href } from '../../../href.ts'
import { EmptyState } from '../../../ui/lists/empty-state.tsx'
import { Pagination } from '../../../ui/lists/pagination.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { HowItProtects, OffTheMap, WhatChanged } from '../releases/release-notes.tsx'
import { TABLE_PAGE } from './area-row.ts'
import { AreaTable, captionOf } from './area-table.tsx'
import { MapControls } from './map-controls.tsx'
import { type MapQuery, mapHref } from './map-query.ts'
import type { MapPageData } from './read-map.server.ts'
import { StrandTable } from './strand-table.tsx'
import { TrendLine } from './trend-line.tsx'

export function TablePage({ page, rowCount, query }: { page: MapPageData; rowCount: number; query: MapQuery }) {
  const { release } = page
  if (!release) return <EmptyState why="No release has been published yet." />
  const at = (path: string) =>
    mapHref({ ...query, at: null, view: null, beside: null, sort: 'count', order: 'down' }, {}, path)
  return (
    <>
      <MapControls page={page} query={query} path={href('/map/table')} />
      {rowCount === 0 ? (
        <EmptyState why="This strand has too few incidents in every area to be published by itself." />
      ) : (
        <AreaTable caption={captionOf(release)} rows={release.rows} query={query} />
      )}
      <Pagination
        page={query.page}
        pageCount={Math.ceil(rowCount / TABLE_PAGE)}
        total={rowCount}
        pageSize={TABLE_PAGE}
        noun={{ one: 'area', many: 'areas' }}
        hrefFor={(number) => mapHref(query, { page: number }, href('/map/table'))}
      />
      <p className="govuk-body accord-no-print">
        <TextLink href={at(href('/map/export.csv'))} reload>
          Download as a spreadsheet (CSV)
        </TextLink>
        {' · '}
        <TextLink href={at(href('/map/export.geojson'))} reload>
          Download for maps (GeoJSON)
        </TextLink>
      </p>
      <OffTheMap rows={release.offMap} />
      <StrandTable release={release} query={query} path={href('/map/table')} />
      <TrendLine trend={release.trend} />
      <WhatChanged release={release} query={query} />
      <HowItProtects release={release} />
    </>
  )
}
