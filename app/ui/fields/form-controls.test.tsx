import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { EMPTY_FORM, filledWith } from '../../forms/form-state.ts'
import { Checkboxes } from './checkboxes.tsx'
import { DateInput } from './date-input.tsx'
import type { FieldProps } from './field.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { TextArea } from './text-area.tsx'
import { TextInput } from './text-input.tsx'

const choices = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

const CONTROLS: Record<string, (field: FieldProps) => ReactElement> = {
  TextInput: (field) => <TextInput {...field} />,
  TextArea: (field) => <TextArea {...field} maxLength={200} />,
  Select: (field) => <Select {...field} options={choices} />,
  Radios: (field) => <Radios {...field} choices={choices} />,
  Checkboxes: (field) => <Checkboxes {...field} choices={choices} />,
  DateInput: (field) => <DateInput {...field} />,
}

const refused: FormState = { values: {}, errors: [{ field: 'answer', message: 'Answer this question' }] }

describe.each(Object.entries(CONTROLS))('%s', (_name, control) => {
  const markup = renderToStaticMarkup(control({ form: refused, name: 'answer', label: 'Question', hint: 'A hint' }))

  it('is where the error summary leads', () => {
    expect(renderToStaticMarkup(<ErrorSummary errors={refused.errors} />)).toContain('href="#answer"')
    expect(idsOfControls(markup)).toContain('answer')
  })

  it('is described by its hint and then its error, and both exist', () => {
    expect(markup).toMatch(/aria-describedby="answer-hint answer-error/)
    for (const id of describingIds(markup)) expect(markup).toContain(`id="${id}"`)
  })

  it('says the error beside the field', () => {
    expect(markup).toContain('Error:</span> Answer this question')
    expect(markup).toContain('govuk-form-group--error')
  })

  it('shows no error when there is none', () => {
    const sound = renderToStaticMarkup(control({ form: EMPTY_FORM, name: 'answer', label: 'Question' }))
    expect(sound).not.toMatch(/error|aria-invalid/)
  })
})

describe('a form that was filled in', () => {
  it('shows what was typed', () => {
    const form = filledWith({ what: 'He shouted', channel: 'no', 'on-day': '3', strands: ['yes'] })
    const field = { form, label: 'Question' }
    expect(renderToStaticMarkup(<TextInput {...field} name="what" />)).toContain('value="He shouted"')
    expect(renderToStaticMarkup(<TextArea {...field} name="what" />)).toContain('>He shouted</textarea>')
    expect(renderToStaticMarkup(<Select {...field} name="channel" options={choices} />)).toContain(
      '<option value="no" selected="">',
    )
    expect(renderToStaticMarkup(<DateInput {...field} name="on" />)).toMatch(/name="on-day"[^>]*value="3"/)
    expect(checkedValues(renderToStaticMarkup(<Checkboxes {...field} name="strands" choices={choices} />))).toEqual([
      'yes',
    ])
    expect(checkedValues(renderToStaticMarkup(<Radios {...field} name="channel" choices={choices} />))).toEqual(['no'])
  })

  it('never writes a password back into the page', () => {
    const form = filledWith({ password: 'secret' })
    expect(
      renderToStaticMarkup(<TextInput form={form} name="password" label="Password" type="password" />),
    ).not.toContain('secret')
  })

  it('has nothing ticked that nobody ticked', () => {
    const markup = renderToStaticMarkup(
      <Checkboxes form={EMPTY_FORM} name="consent" label="Consent" choices={choices} />,
    )
    expect(checkedValues(markup)).toEqual([])
  })
})

it('leads an error of the day box to the box that stands for the date', () => {
  const summary = renderToStaticMarkup(
    <ErrorSummary errors={[{ field: 'receivedOn-day', message: 'Enter the day' }]} />,
  )
  expect(summary).toContain('href="#receivedOn"')
})

it('lists what is wrong with the whole form without a link', () => {
  const summary = renderToStaticMarkup(<ErrorSummary errors={[{ field: '', message: 'The case is closed' }]} />)
  expect(summary).toContain('<li>The case is closed</li>')
})

function idsOfControls(markup: string): (string | undefined)[] {
  return [...markup.matchAll(/<(?:input|select|textarea)[^>]* id="([^"]+)"/g)].map((match) => match[1])
}

function describingIds(markup: string): string[] {
  return [...markup.matchAll(/aria-describedby="([^"]+)"/g)].flatMap((match) => match[1]?.split(' ') ?? [])
}

function checkedValues(markup: string): (string | undefined)[] {
  return [...markup.matchAll(/<input[^>]*checked=""[^>]*>/g)].map((match) => /value="([^"]+)"/.exec(match[0])?.[1])
}
