import { Link } from '@remix-run/react'
import type { KeyboardEvent } from 'react'
import { STANDINGS, sayCount } from '../../../domain/hotspots/map/area-words.ts'
import { upperFirst } from '../../../domain/text/first-letter.ts'
import type { AreaRow } from './area-row.ts'
import { type MapQuery, mapHref } from './map-query.ts'

interface AreaListProps {
  rows: readonly AreaRow[]
  total: number
  query: MapQuery
  selected: string | null
}

/** The areas of the map as links, for people who do not use a pointer. The arrow keys move along them. */
export function AreaList({ rows, total, query, selected }: AreaListProps) {
  if (rows.length === 0) return null
  return (
    <nav className="accord-area-list accord-no-print" aria-labelledby="areas-title">
      <h2 className="govuk-heading-s" id="areas-title">
        Areas, most incidents first
      </h2>
      <ol className="accord-area-list__items" onKeyDown={moveAlong}>
        {rows.map((row, at) => (
          // Chromium keeps the old numbers of moved list items unless each has a value.
          <li key={row.cell} value={at + 1}>
            <Link
              to={mapHref(query, { at: row.cell })}
              className="govuk-link govuk-link--no-visited-state"
              aria-current={row.cell === selected ? 'true' : undefined}
              preventScrollReset
              replace
            >
              {upperFirst(row.where)}
            </Link>{' '}
            {sayCount(row.count)}
            {row.standing === 'hot' || row.standing === 'emerging'
              ? `, ${STANDINGS[row.standing].label.toLowerCase()}`
              : ''}
          </li>
        ))}
      </ol>
      {total > rows.length ? <p className="govuk-body-s">The table has all {total}.</p> : null}
    </nav>
  )
}

function moveAlong(event: KeyboardEvent<HTMLOListElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  const links = [...event.currentTarget.querySelectorAll('a')]
  const next = links[links.indexOf(document.activeElement as HTMLAnchorElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
