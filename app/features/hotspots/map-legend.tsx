import { NOTHING_SHOWN, STRAND_NOT_SHOWN } from '../../domain/hotspot/area-words.ts'
import { CRIME_SHADES, DENSITY_SHADES, STRAND_SHADES } from '../../domain/hotspot/shade.ts'
import { STRANDS, type StrandId } from '../../domain/strand.ts'
import type { MapPage } from './read-map.server.ts'
import { sayMonths } from './say-months.ts'

/** What the colours and lines of our own map mean. */
export function AreaLegend({ strand, label }: { strand: StrandId | null; label: string }) {
  return (
    <figcaption className="accord-legend">
      <p className="accord-legend__title">
        {strand ? `${STRANDS[strand].label}: incidents in each block` : 'Incidents for the size of the area'}, {label}
      </p>
      <Swatches shades={strand ? STRAND_SHADES : DENSITY_SHADES} kind="ours" />
      {strand ? null : (
        <ul className="accord-legend__list">
          <li>
            <span className="accord-swatch accord-swatch--hot" aria-hidden="true" /> Hotspot: stands out by more than
            chance
          </li>
          <li>
            <span className="accord-swatch accord-swatch--emerging" aria-hidden="true" /> Emerging: newly, or more and
            more
          </li>
        </ul>
      )}
      <p className="accord-legend__note">
        A number in a hexagon is its count. No colour: {lower(strand ? STRAND_NOT_SHOWN : NOTHING_SHOWN)}
      </p>
    </figcaption>
  )
}

export function CrimeLegend({ crimes }: { crimes: NonNullable<MapPage['crimes']> }) {
  return (
    <figcaption className="accord-legend">
      <p className="accord-legend__title">Crimes of every kind in a month, {sayMonths(crimes)}</p>
      <Swatches shades={CRIME_SHADES} kind="police" />
      <p className="accord-legend__note">
        Published by data.police.uk: not ours, and not hate crime. It is here for context and is mixed into no number of
        the portal.
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

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
