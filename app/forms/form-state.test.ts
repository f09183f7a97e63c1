import { describe, expect, it } from 'vitest'
import { EMPTY_FORM, fieldError, fieldValue, fieldValues, formStateOf, withError } from './form-state.ts'

function sent(...fields: [name: string, value: string[]][]): Map<string, string[]> {
  return new Map(fields)
}

describe('formStateOf', () => {
  it('keeps what was typed, several answers to one question too', () => {
    const form = formStateOf(sent(['what', ['He shouted']], ['strands', ['race', 'faith']]))
    expect(fieldValue(form, 'what')).toBe('He shouted')
    expect(fieldValues(form, 'strands')).toEqual(['race', 'faith'])
  })

  it('reads one tick as a list of one and none as an empty list', () => {
    const form = formStateOf(sent(['strands', ['race']]))
    expect(fieldValues(form, 'strands')).toEqual(['race'])
    expect(fieldValues(form, 'needs')).toEqual([])
  })

  it('does not send back a password', () => {
    const form = formStateOf(sent(['email', ['sam@example.org']], ['password', ['secret']]), [], ['password'])
    expect(form.values).toEqual({ email: 'sam@example.org' })
  })

  it('keeps the first thing wrong with each field', () => {
    const form = formStateOf(sent(), [
      { path: ['what'], message: 'Enter what happened' },
      { path: ['what'], message: 'Too short' },
      { path: ['strands', 0], message: 'Choose a strand' },
      { path: [], message: 'The case is closed' },
    ])
    expect(form.errors).toEqual([
      { field: 'what', message: 'Enter what happened' },
      { field: 'strands', message: 'Choose a strand' },
      { field: '', message: 'The case is closed' },
    ])
  })
})

it('adds a refusal that came after the fields were sound', () => {
  const form = withError(EMPTY_FORM, 'recipient', 'Beacon takes no new referrals until January')
  expect(fieldError(form, 'recipient')).toBe('Beacon takes no new referrals until January')
  expect(EMPTY_FORM.errors).toEqual([])
})
