import { sayCount } from '../../../domain/hotspots/map/area-words.ts'
import { upperFirst } from '../../../domain/text/first-letter.ts'
import { Details } from '../../../ui/details.tsx'
import { Table } from '../../../ui/lists/table.tsx'
import type { MapTrend } from './read-map.server.ts'

const [WIDTH, HEIGHT, EDGE] = [320, 72, 6]

/** One number of each release as a line, with the same numbers as a table. */
export function TrendLine({ trend }: { trend: MapTrend }) {
  const { of, points } = trend
  if (points.length < 2) return null
  return (
    <section className="accord-trend" aria-labelledby="trend-title">
      <h2 className="govuk-heading-s" id="trend-title">
        {upperFirst(of)}, all releases
      </h2>
      <Line counts={points.map(({ count }) => count)} />
      <Details summary="The trend as a table">
        <Table
          caption={`${upperFirst(of)}, all releases`}
          captionHidden
          stacks={false}
          columns={[
            { key: 'release', header: 'Release', rowHeading: true, cell: ({ label }) => label },
            { key: 'count', header: 'Number of incidents', numeric: true, cell: ({ count }) => sayPublished(count) },
          ]}
          rows={points}
          rowKey={({ label }) => label}
        />
      </Details>
    </section>
  )
}

export function sayPublished(count: number | null): string {
  return count === null ? 'not published' : sayCount(count)
}

/** The axis starts at zero. A release without a number interrupts the line. */
function Line({ counts }: { counts: readonly (number | null)[] }) {
  const most = Math.max(...counts.map((count) => count ?? 0), 1)
  const at = (count: number, number: number) => ({
    x: EDGE + ((WIDTH - 2 * EDGE) * number) / Math.max(1, counts.length - 1),
    y: HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * count) / most,
  })
  const points = counts.map((count, number) => (count === null ? null : at(count, number)))
  const path = points
    .map((point, number) =>
      point ? `${points[number - 1] ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}` : '',
    )
    .join('')
  return (
    <svg className="accord-trend__line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <path className="accord-trend__ground" d={`M0 ${HEIGHT - EDGE}H${WIDTH}`} />
      <path d={path} />
      {points.map((point) => (point ? <circle key={point.x} cx={point.x} cy={point.y} r="3" /> : null))}
    </svg>
  )
}
