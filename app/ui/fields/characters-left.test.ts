import { describe, expect, it } from 'vitest'
import { charactersLeft } from './characters-left.ts'

describe('the count under a text area', () => {
  it.each([
    { left: 2000, said: 'You have 2000 characters remaining', why: 'nothing typed' },
    { left: 1, said: 'You have 1 character remaining', why: 'one is one' },
    { left: 0, said: 'You have 0 characters remaining', why: 'the last one fits' },
    { left: -1, said: 'You have 1 character too many', why: 'one too many' },
    { left: -12, said: 'You have 12 characters too many', why: 'more than fit' },
  ])('$why', ({ left, said }) => {
    expect(charactersLeft(left)).toBe(said)
  })
})
