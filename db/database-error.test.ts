import { describe, expect, test } from 'vitest'
import { explainDatabaseError, isDatabaseAway } from './database-error.ts'
import { Obstacle } from './obstacle.ts'

const URL = 'postgres://someone:hidden@db.example.org/accord'

function failing(code: string) {
  return Object.assign(new Error('words of the driver'), { code })
}

describe('an error that the operator can fix is one sentence, without the password', () => {
  test.each([
    { code: 'ECONNREFUSED', words: 'db.example.org:5432', why: 'no server' },
    { code: 'ENOTFOUND', words: 'cannot be resolved', why: 'a wrong name' },
    { code: '28P01', words: 'refuses the password of "someone"', why: 'a wrong password' },
    { code: '3D000', words: 'no database "accord"', why: 'a wrong database' },
    { code: '53100', words: 'disk of the database is full', why: 'a full disk' },
  ])('$why', ({ code, words }) => {
    const told = explainDatabaseError(failing(code), URL)
    expect(told).toBeInstanceOf(Obstacle)
    expect((told as Obstacle).message).toContain(words)
    expect((told as Obstacle).message).not.toMatch(/hidden|words of the driver/)
  })
})

test('also when the query builder has wrapped it', () => {
  const wrapped = new Error('Failed query', { cause: failing('53100') })
  expect(explainDatabaseError(wrapped, URL)).toBeInstanceOf(Obstacle)
})

test('a bug keeps its own words and stack', () => {
  const bug = new TypeError('x is undefined')
  expect(explainDatabaseError(bug, URL)).toBe(bug)
})

test.each([
  { code: 'CONNECTION_CLOSED', away: true, why: 'the server ended' },
  { code: '57P01', away: true, why: 'the server is being stopped' },
  { code: '53300', away: true, why: 'no connection is left' },
  { code: '57014', away: true, why: 'the statement took too long' },
  { code: '42501', away: false, why: 'the policy refuses' },
  { code: '23505', away: false, why: 'the row exists' },
])('trying again is the answer where $why: $away', ({ code, away }) => {
  expect(isDatabaseAway(new Error('Failed query', { cause: failing(code) }))).toBe(away)
})
