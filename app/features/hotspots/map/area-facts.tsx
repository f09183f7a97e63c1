import { STRANDS, type StrandId } from '../../../domain/cases/strand.ts'
import {
  NOTHING_SHOWN,
  STANDINGS,
  STRAND_NOT_SHOWN,
  sayComparison,
  sayCount,
  saySize,
} from '../../../domain/hotspots/map/area-words.ts'
import type { Rate } from '../../../domain/hotspots/statistics/rate.ts'
import { upperFirst } from '../../../domain/text/first-letter.ts'
import { href } from '../../../href.ts'
import { TextLink } from '../../../ui/text-link.tsx'
import type { AreaRow } from './area-row.ts'

interface AreaFactsProps {
  row: AreaRow | null
  /** Whether the person chose ground without colour. */
  nothing: boolean
  strand: StrandId | null
  beforeLabel: string | null
  /** For planning awareness work from this area; null for people who may not. */
  releaseId: string | null
}

/** The facts about one area, the same for pointer, keyboard and table. */
export function AreaFacts({ row, nothing, strand, beforeLabel, releaseId }: AreaFactsProps) {
  return (
    <div className={row || nothing ? 'accord-area' : 'accord-area accord-no-print'} role="status">
      {nothing ? <p className="govuk-body">{strand ? STRAND_NOT_SHOWN : NOTHING_SHOWN}</p> : null}
      {!nothing && !row ? <p className="govuk-body">Choose an area on the map or in the list.</p> : null}
      {!nothing && row ? (
        <>
          <h2 className="govuk-heading-m">{upperFirst(row.where)}</h2>
          <p className="govuk-body">
            <strong>{upperFirst(sayCount(row.count))} incidents</strong>
            {strand ? ` of ${STRANDS[strand].label}` : ''}, {sayComparison(row.compared)}
            {row.compared && beforeLabel ? ` (${beforeLabel})` : ''}.
          </p>
          <p className="govuk-body">
            {row.standing ? STANDINGS[row.standing].says : null} {sayGround(row)} {row.rate ? sayRate(row.rate) : null}
          </p>
          {releaseId ? (
            <p className="govuk-body accord-no-print">
              <TextLink href={href('/awareness/new', { cell: row.cell, release: releaseId })}>
                Plan awareness work here
              </TextLink>
            </p>
          ) : null}
        </>
      ) : null}
    </div>
  )
}

function sayGround({ rest, squareKm }: AreaRow): string {
  return rest
    ? `The rest of a hexagon of ${saySize(squareKm)}, not counting the smaller areas inside it.`
    : `A hexagon of ${saySize(squareKm)}.`
}

function sayRate({ perThousand, least, most }: Rate): string {
  return `That is ${perThousand} for 1,000 residents. Chance alone could give any rate from ${least} to ${most}.`
}
