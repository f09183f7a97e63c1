import { Form, useNavigate, useSubmit } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { STRANDS, type StrandId } from '../../../domain/cases/strand.ts'
import { filledWith } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { Select } from '../../../ui/fields/select.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { type MapQuery, mapHref } from './map-query.ts'
import type { MapPageData } from './read-map.server.ts'

interface MapControlsProps {
  page: MapPageData
  query: MapQuery
  /** /map or /map/table. */
  path: string
}

/** Chooses release, strand and comparison. With scripts, the form submits itself. */
export function MapControls({ page, query, path }: MapControlsProps) {
  const submit = useSubmit()
  const chosen = useRef('')
  const { periods, release, crimes } = page
  const form = filledWith({
    period: release?.period ?? '',
    strand: query.strand ?? '',
    beside: query.beside ?? '',
  })
  const shown = `${release?.period} ${query.strand} ${query.beside}`
  // A new answer replaces the form, so the focus has to return to the changed field.
  useEffect(() => {
    if (shown && document.activeElement === document.body) document.getElementById(chosen.current)?.focus()
  }, [shown])
  return (
    <Form
      key={shown}
      method="get"
      action={path}
      className="accord-map-controls accord-no-print"
      autoComplete="off"
      onChange={(event) => {
        chosen.current = (event.target as HTMLElement).id
        submit(event.currentTarget, { preventScrollReset: true })
      }}
    >
      <Select
        form={form}
        name="period"
        label="Period"
        options={[...periods].reverse().map(({ period, label }) => ({ value: period, label }))}
      />
      <Select
        form={form}
        name="strand"
        label="Strand"
        emptyLabel="All strands, by area"
        options={strandsOf(page, query).map((strand) => ({ value: strand, label: STRANDS[strand].label }))}
      />
      {path === href('/map') && crimes ? (
        <Select
          form={form}
          name="beside"
          label="Beside it"
          emptyLabel="Nothing"
          options={[{ value: 'police', label: 'Police: crimes of every kind' }]}
        />
      ) : null}
      {query.at ? <input type="hidden" name="at" value={query.at} /> : null}
      <button type="submit" className="govuk-button govuk-button--secondary">
        Show
      </button>
    </Form>
  )
}

/** Strands in use, and the one in the address: an old link may name a strand that was switched off since. */
function strandsOf({ release }: MapPageData, { strand }: MapQuery): StrandId[] {
  const inUse = release?.strands.map((trend) => trend.strand) ?? []
  return strand && !inUse.includes(strand) ? [...inUse, strand] : inUse
}

/** Moves through the releases: a slider if scripts run, and always links to the previous and the next. */
export function PeriodSlider({ page, query }: { page: MapPageData; query: MapQuery }) {
  const navigate = useNavigate()
  const { periods, release } = page
  const at = periods.findIndex(({ period }) => period === release?.period)
  const [isLive, setIsLive] = useState(false)
  useEffect(() => setIsLive(true), [])
  if (periods.length < 2 || !release) return null
  const [before, after] = [periods[at - 1], periods[at + 1]]
  const hrefOf = (period: string) => mapHref({ ...query, period, view: null })
  const go = (to: number) => {
    const chosen = periods[to]
    if (chosen) navigate(hrefOf(chosen.period), { replace: true, preventScrollReset: true })
  }
  return (
    <div className="accord-map-time accord-no-print">
      <span>
        {before ? (
          <TextLink href={hrefOf(before.period)} about={before.label}>
            Earlier
          </TextLink>
        ) : null}
      </span>
      {isLive ? (
        <label className="accord-map-time__slider">
          <span>{release.label}</span>
          <input
            type="range"
            min={0}
            max={periods.length - 1}
            value={at}
            aria-valuetext={release.label}
            onChange={(event) => go(Number(event.target.value))}
          />
        </label>
      ) : null}
      <span>
        {after ? (
          <TextLink href={hrefOf(after.period)} about={after.label}>
            Later
          </TextLink>
        ) : null}
      </span>
    </div>
  )
}
