import { NOTHING_SHOWN, sayChange, sayCount, saySize } from '../../../domain/hotspots/map/area-words.ts'
import { squareKmOf } from '../../../domain/hotspots/map/hexagon.ts'
import { upperFirst } from '../../../domain/text/first-letter.ts'
import { Details } from '../../../ui/details.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { sayFullInstant } from '../../../ui/time/say-time.ts'
import { type MapQuery, mapHref } from '../map/map-query.ts'
import type { ShownRelease } from '../map/read-map.server.ts'

/** Changes since the previous release, as sentences with links to their places. */
export function WhatChanged({ release, query }: { release: ShownRelease; query: MapQuery }) {
  return (
    <section aria-labelledby="changed-title">
      <h2 className="govuk-heading-m" id="changed-title">
        What changed
      </h2>
      <ul className="govuk-list govuk-list--spaced">
        {release.changed.map(({ text, cell }) => (
          <li key={text}>
            {text}{' '}
            {cell ? (
              <TextLink href={mapHref(query, { at: cell })} about={`on the map: ${text}`}>
                Show
              </TextLink>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Incidents without a hexagon: online, place unknown, or too few. */
export function OffTheMap({ rows }: { rows: ShownRelease['offMap'] }) {
  return (
    <section aria-labelledby="off-map-title">
      <h2 className="govuk-heading-m" id="off-map-title">
        Not on the map
      </h2>
      {rows.length === 0 ? <p className="govuk-body">{NOTHING_SHOWN}</p> : null}
      <dl className="accord-off-map">
        {rows.map(({ word, label, count, before }) => (
          <div key={word}>
            <dt>{label}</dt>
            <dd>
              {upperFirst(sayCount(count))}
              {before === null ? '' : `, ${sayChange(count, before)}`}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The rules that this release was published under. */
export function HowItProtects({ release }: { release: ShownRelease }) {
  const { rules } = release
  const most = rules.greatestShare === 0.5 ? 'half' : `${Math.round(rules.greatestShare * 100)} %`
  return (
    <Details summary="How this map protects people">
      <ul className="govuk-list govuk-list--bullet">
        <li>
          An area is shown only if at least {rules.incidents} incidents of at least {rules.clients} different clients
          were reported there, and no client accounts for more than {most} of them.
        </li>
        <li>
          If any agency, or any two agencies together, subtract their own clients, at least {rules.residualClients}{' '}
          clients are left.
        </li>
        <li>
          Numbers are rounded to the nearest {rules.rounding}. No hexagon is finer than{' '}
          {saySize(squareKmOf(rules.finest))}.
        </li>
        <li>
          No incident is left out. Where there are too few, they count in the larger hexagon around them, or as
          “elsewhere”. Too few and none look the same.
        </li>
        <li>Hotspots, changes and totals are calculated from the published numbers only.</li>
        <li>
          A release counts the incidents that agencies received in the period. Two people agree to it, and it never
          changes.
        </li>
        <li>These rules protect each person from being identified. They cannot prevent a number from being misread.</li>
      </ul>
      <p className="govuk-body">
        Release {release.number}, published {sayFullInstant(release.publishedAt)} under version {release.ruleVersion} of
        the rules. Its fingerprint (SHA-256): <span className="accord-hash">{release.sha256}</span>
      </p>
    </Details>
  )
}
