import { describe, expect, it } from 'vitest'
import { describeError } from './log.ts'

const refused = Object.assign(new Error('Key (name)=(Zephyrine) already exists'), { code: '23505' })

describe('an error in the log', () => {
  it.each([
    { why: 'a database error', error: refused },
    { why: 'one wrapped with its parameters', error: new Error('Failed query\nparams: Zephyrine', { cause: refused }) },
    { why: 'one wrapped without a code', error: new Error('params: Zephyrine', { cause: new Error('Zephyrine') }) },
    { why: 'a line that looks like a place', error: new Error('params:\nat Zephyrine', { cause: refused }) },
    { why: 'no error at all', error: 'Zephyrine' },
  ])('does not repeat what a person typed: $why', ({ error }) => {
    expect(JSON.stringify(describeError(error))).not.toContain('Zephyrine')
  })

  it('keeps where it happened', () => {
    expect(describeError(refused)).toMatchObject({ place: expect.stringContaining('log.test.ts') })
  })

  it('keeps its code and its own words where nobody typed them', () => {
    expect(describeError(new Error('Failed query', { cause: refused }))).toMatchObject({ code: '23505' })
    expect(describeError(new Error('The event is not in the log.'))).toMatchObject({
      message: 'The event is not in the log.',
    })
  })
})
