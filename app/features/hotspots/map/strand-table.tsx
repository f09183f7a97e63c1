import { type StrandTrend, sayStrandChange } from '../../../domain/hotspots/map/strand-trend.ts'
import { Details } from '../../../ui/details.tsx'
import { Table } from '../../../ui/lists/table.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { type MapQuery, mapHref } from './map-query.ts'
import type { ShownRelease } from './read-map.server.ts'
import { sayPublished } from './trend-line.tsx'

export function StrandTable({ release, query, path }: { release: ShownRelease; query: MapQuery; path: string }) {
  const { strands, labels, label } = release
  const isInPart = strands.some(({ notNamed, counts }) => notNamed > 0 && counts.at(-1) !== null)
  const hrefOf = ({ strand }: StrandTrend) => mapHref({ ...query, strand, at: null, view: null }, {}, path)
  return (
    <section aria-labelledby="strands-title">
      <h2 className="govuk-heading-m" id="strands-title">
        Strands, whole city
      </h2>
      <Table
        caption={`Strands, ${label}`}
        captionHidden
        columns={[
          {
            key: 'strand',
            header: 'Strand',
            rowHeading: true,
            cell: (row) => <TextLink href={hrefOf(row)}>{row.label}</TextLink>,
          },
          {
            key: 'count',
            header: 'Whole city',
            numeric: true,
            cell: ({ counts }) => sayPublished(counts.at(-1) ?? null),
          },
          { key: 'change', header: 'Change', cell: ({ compared }) => (compared ? sayStrandChange(compared) : '') },
        ]}
        rows={strands}
        rowKey={({ strand }) => strand}
      />
      {isInPart ? (
        <p className="govuk-body-s">
          In some areas a strand has too few incidents to be published by itself. Those incidents are not in its number.
        </p>
      ) : null}
      {labels.length > 1 ? (
        <Details summary="All releases, strand by strand">
          <Table
            caption="Incidents of each strand, all releases"
            stacks={false}
            columns={[
              { key: 'release', header: 'Release', rowHeading: true, cell: ({ text }) => text },
              ...strands.map((row) => ({
                key: row.strand,
                header: row.label,
                numeric: true,
                cell: ({ at }: { at: number }) => sayPublished(row.counts[at] ?? null),
              })),
            ]}
            rows={labels.map((text, at) => ({ text, at }))}
            rowKey={({ text }) => text}
          />
        </Details>
      ) : null}
    </section>
  )
}
