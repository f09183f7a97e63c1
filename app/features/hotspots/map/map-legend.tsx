import { STRANDS } from '../../../domain/cases/strand.ts'
import { NOTHING_SHOWN, STRAND_NOT_SHOWN } from '../../../domain/hotspots/map/area-words.ts'
import { CRIME_SHADES, DENSITY_SHADES, STRAND_SHADES } from '../../../domain/hotspots/map/shade.ts'
import { lowerFirst } from '../../../domain/text/first-letter.ts'
import { COAST_CREDIT } from '../../../ui/map/coast-credit.ts'
import { sayFullInstant } from '../../../ui/time/say-time.ts'
import type { MapPageData, ShownRelease } from './read-map.server.ts'
import { sayMonths } from './say-months.ts'

export function AreaLegend({ release }: { release: ShownRelease }) {
  const { strand, label, rows } = release
  return (
    <figcaption className="accord-legend">
      <p className="accord-legend__title">
        {strand ? `${STRANDS[strand].label}: incidents in each area of 227 km²` : 'Incidents per square kilometre'},{' '}
        {label}
      </p>
      {strand ? <p>{rows.length > 0 ? WIDE_ONLY : STRAND_TOO_FEW}</p> : null}
      <Swatches shades={strand ? STRAND_SHADES : DENSITY_SHADES} kind="ours" />
      {strand ? null : (
        <ul className="accord-legend__list">
          <li>
            <span className="accord-swatch accord-swatch--rest" aria-hidden="true" /> Rest of a larger area, not
            counting the smaller areas inside it
          </li>
          <li>
            <span className="accord-swatch accord-swatch--hot" aria-hidden="true" /> Hotspot: this area and its
            neighbours are above the city average by more than chance
          </li>
          <li>
            <span className="accord-swatch accord-swatch--emerging" aria-hidden="true" /> Emerging hotspot: new or
            growing
          </li>
        </ul>
      )}
      <p className="accord-legend__note">
        Each number is the count for its area. No colour: {lowerFirst(strand ? STRAND_NOT_SHOWN : NOTHING_SHOWN)}
      </p>
      <p className="accord-print-only">
        Release {release.number}, published {sayFullInstant(release.publishedAt)}. Source: reports that the agencies of
        the partnership received. Coast {COAST_CREDIT}.
      </p>
    </figcaption>
  )
}

const WIDE_ONLY =
  'One strand is published for areas of 227 km² only. Smaller areas have too few incidents of one strand to protect the people in them.'
const STRAND_TOO_FEW = 'This strand has too few incidents in every area to be published by itself.'

export function CrimeLegend({ crimes }: { crimes: NonNullable<MapPageData['crimes']> }) {
  return (
    <figcaption className="accord-legend">
      <p className="accord-legend__title">Crimes of every kind in a month, {sayMonths(crimes)}</p>
      <Swatches shades={CRIME_SHADES} kind="police" />
      <p className="accord-legend__note">
        Published by data.police.uk: not ours, and not hate crime. It is shown for context and is not part of any number
        in the portal.
      </p>
    </figcaption>
  )
}

function Swatches({ shades, kind }: { shades: readonly { label: string }[]; kind: 'ours' | 'police' }) {
  return (
    <ul className="accord-legend__list">
      {shades.map(({ label }, at) => (
        <li key={label}>
          <span className={`accord-swatch accord-swatch--${kind}-${at}`} aria-hidden="true" /> {label}
        </li>
      ))}
    </ul>
  )
}
