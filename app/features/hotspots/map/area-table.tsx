import { STRANDS } from '../../../domain/cases/strand.ts'
import { STANDINGS, sayComparison, sayCount, saySize } from '../../../domain/hotspots/map/area-words.ts'
import { upperFirst } from '../../../domain/text/first-letter.ts'
import { href } from '../../../href.ts'
import { type Column, Table } from '../../../ui/lists/table.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import type { AreaRow } from './area-row.ts'
import { type MapQuery, type MapSort, mapHref } from './map-query.ts'
import type { ShownRelease } from './read-map.server.ts'

interface AreaTableProps {
  caption: string
  rows: readonly AreaRow[]
  query: MapQuery
}

/** The caption of a table of areas. */
export function captionOf({ label, strand }: ShownRelease): string {
  return `Areas, ${label}${strand ? `: ${STRANDS[strand].label}` : ''}`
}

export function AreaTable({ caption, rows, query }: AreaTableProps) {
  return (
    <Table
      caption={caption}
      columns={columnsOf(
        query,
        rows.some(({ rate }) => rate !== null),
      )}
      rows={rows}
      rowKey={({ cell }) => cell}
    />
  )
}

const RATE: Column<AreaRow> = {
  key: 'rate',
  header: 'For 1,000 residents',
  numeric: true,
  cell: ({ rate }) => (rate ? `${rate.perThousand} (${rate.least} to ${rate.most})` : 'too few live there'),
}

function columnsOf(query: MapQuery, hasRates: boolean): Column<AreaRow>[] {
  const sorting = (sort: MapSort): Pick<Column<AreaRow>, 'sortHref' | 'sorted'> => {
    const isSorted = query.sort === sort
    const order = isSorted && query.order === 'down' ? 'up' : 'down'
    return {
      sortHref: mapHref(query, { sort, order }, href('/map/table')),
      ...(isSorted ? { sorted: query.order === 'up' ? ('ascending' as const) : ('descending' as const) } : {}),
    }
  }
  return [
    {
      key: 'where',
      header: 'Where',
      rowHeading: true,
      ...sorting('where'),
      cell: (row) => (
        <TextLink href={mapHref({ ...query, sort: 'count', order: 'down' }, { at: row.cell })} about="on the map">
          {upperFirst(row.where)}
        </TextLink>
      ),
    },
    { key: 'count', header: 'Incidents', numeric: true, ...sorting('count'), cell: (row) => sayCount(row.count) },
    { key: 'change', header: 'Change', ...sorting('change'), cell: (row) => upperFirst(sayComparison(row.compared)) },
    ...(query.strand
      ? []
      : [
          {
            key: 'standing',
            header: 'Hotspot',
            ...sorting('standing'),
            cell: (row: AreaRow) =>
              row.standing ? STANDINGS[row.standing].label : 'Not calculated: larger than a ward',
          },
        ]),
    ...(hasRates ? [RATE] : []),
    {
      key: 'size',
      header: 'Size',
      numeric: true,
      ...sorting('size'),
      cell: (row) => (row.rest ? `rest of ${saySize(row.squareKm)}` : saySize(row.squareKm)),
    },
  ]
}
