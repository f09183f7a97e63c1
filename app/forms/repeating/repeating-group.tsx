import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { FormState } from '../form-state.ts'
import { fieldError } from '../form-state.ts'
import type { GroupPart, QuestionPart } from '../multi-page/form-part.ts'
import { type FormRow, groupRowId, nameInRow, rowButtons, rowsOf } from './rows.ts'

interface RepeatingGroupProps extends GroupPart {
  form: FormState
  /** Shows the questions of one row, by the names they have in it. */
  fields: (form: FormState, parts: readonly QuestionPart[]) => ReactNode
}

/** A row keeps what it was first shown with, and its errors, wherever it moves. */
interface ShownRow {
  key: number
  values: FormRow
  errors: FormState['errors']
}

/** Where the keyboard focus moves after the next change of the rows. */
type Next = 'new row' | 'heading' | null

/**
 * Several of one thing, as "add another" of the MoJ Design System. Without JavaScript the buttons send the form, and the
 * same page comes back with a row more or less.
 */
export function RepeatingGroup({ form, name, heading, hint, item, parts, most, fields }: RepeatingGroupProps) {
  const { rows, add, remove, groupRef } = useRows(form, name)
  const error = fieldError(form, name)
  return (
    <div className="moj-add-another" ref={groupRef}>
      {/* Enter presses the first button of a form, which must not be one that removes a row. */}
      <button type="submit" className="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
        Save
      </button>
      <h2 className="govuk-heading-m moj-add-another__heading" id={name} tabIndex={-1} {...focusOf(form, name)}>
        {heading}
      </h2>
      {hint ? <p className="govuk-body">{hint}</p> : null}
      {error ? <p className="govuk-error-message">{error}</p> : null}
      {rows.map((row, at) => (
        <RowFields key={row.key} title={`${item} ${at + 1}`} id={groupRowId(name, at)} form={form}>
          {fields(
            formOfRow(row, name, at),
            parts.map((part) => ({ ...part, name: nameInRow(name, at, part.name) })),
          )}
          {rows.length > 1 ? (
            <RowButton name={rowButtons(name).remove} value={at} onClick={(event) => remove(event, row.key)}>
              Remove<span className="govuk-visually-hidden">{` ${item.toLowerCase()} ${at + 1}`}</span>
            </RowButton>
          ) : null}
        </RowFields>
      ))}
      {rows.length < most ? (
        <RowButton name={rowButtons(name).add} value="yes" onClick={add}>
          Add another {item.toLowerCase()}
        </RowButton>
      ) : (
        <p className="govuk-body">You can add up to {most} at once.</p>
      )}
    </div>
  )
}

interface RowFieldsProps {
  id: string
  title: string
  form: FormState
  children: ReactNode
}

function RowFields({ id, title, form, children }: RowFieldsProps) {
  return (
    <fieldset className="govuk-fieldset moj-add-another__item" id={id} tabIndex={-1} {...focusOf(form, id)}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{title}</legend>
      {children}
    </fieldset>
  )
}

interface RowButtonProps {
  name: string
  value: string | number
  onClick: (event: MouseEvent) => void
  children: ReactNode
}

/** Sends the form by its name and value, unless a script changes the rows in the page. */
function RowButton({ children, ...button }: RowButtonProps) {
  return (
    <button type="submit" className="govuk-button govuk-button--secondary" {...button}>
      {children}
    </button>
  )
}

/** The person asked for this row, and without JavaScript the page came back to show it. */
function focusOf({ focusOn }: FormState, id: string): { autoFocus?: true } {
  return focusOn === id ? { autoFocus: true } : {}
}

function useRows(form: FormState, name: string) {
  const lastKey = useRef(0)
  const groupRef = useRef<HTMLDivElement>(null)
  const next = useRef<Next>(null)
  const shown = () => shownRows(form, name, () => ++lastKey.current)
  const [state, setState] = useState(() => ({ form, rows: shown() }))
  // The answer to a form that was sent shows its rows again.
  if (state.form !== form) setState({ form, rows: shown() })

  useEffect(() => {
    const group = groupRef.current
    const from = next.current
    next.current = null
    // A draft keeps the rows too, and hears only of what is typed.
    if (from) group?.dispatchEvent(new Event('input', { bubbles: true }))
    if (from === 'heading') group?.querySelector('h2')?.focus()
    if (from === 'new row')
      group?.querySelector<HTMLElement>(':scope > fieldset:last-of-type :is(input, select, textarea)')?.focus()
  })

  const change = (event: MouseEvent, then: Next, changed: (rows: ShownRow[]) => ShownRow[]) => {
    event.preventDefault()
    next.current = then
    setState(({ rows }) => ({ form, rows: changed(rows) }))
  }
  return {
    rows: state.rows,
    groupRef,
    add: (event: MouseEvent) => {
      lastKey.current += 1
      const row = { key: lastKey.current, values: {}, errors: [] }
      change(event, 'new row', (rows) => [...rows, row])
    },
    remove: (event: MouseEvent, key: number) =>
      change(event, 'heading', (rows) => rows.filter((row) => row.key !== key)),
  }
}

function shownRows({ values, errors }: FormState, name: string, newKey: () => number): ShownRow[] {
  const rows = rowsOf(Object.entries(values), name)
  return (rows.length > 0 ? rows : [{}]).map((row, at) => {
    const start = nameInRow(name, at, '')
    const ofRow = errors.filter(({ field }) => field.startsWith(start))
    return {
      key: newKey(),
      values: row,
      errors: ofRow.map(({ field, message }) => ({ field: field.slice(start.length), message })),
    }
  })
}

/** The form as the fields of one row find it, by the names they have now. */
function formOfRow({ values, errors }: ShownRow, name: string, at: number): FormState {
  return {
    values: Object.fromEntries(Object.entries(values).map(([field, value]) => [nameInRow(name, at, field), value])),
    errors: errors.map(({ field, message }) => ({ field: nameInRow(name, at, field), message })),
  }
}
