import { expect, test } from 'vitest'
import { safeReturnPath, withReturnPath } from './return-path.ts'

test.each([
  { to: '/cases/1?tab=people', back: '/cases/1?tab=people', why: 'a page of ours with its query' },
  { to: '/inbox#top', back: '/inbox', why: 'the fragment is the browser’s own' },
  { to: null, back: '/today', why: 'no wish' },
  { to: '', back: '/today', why: 'an empty wish' },
  { to: 'https://evil.example', back: '/today', why: 'another site' },
  { to: '//evil.example', back: '/today', why: 'another site without its protocol' },
  { to: '/\\evil.example', back: '/today', why: 'a backslash, which browsers read as a slash' },
  { to: '/\t/evil.example', back: '/today', why: 'a tab, which browsers leave out' },
  { to: '/..//evil.example', back: '/today', why: 'two slashes once the dots are gone' },
  { to: 'javascript:alert(1)', back: '/today', why: 'a script' },
  { to: '/sign-out', back: '/today', why: 'signing out again' },
  { to: '/sign-in/code', back: '/today', why: 'a page of signing in' },
  { to: '/sign-inquiry', back: '/sign-inquiry', why: 'a name that only begins alike' },
])('$why: $to leads to $back', ({ to, back }) => {
  expect(safeReturnPath(to)).toBe(back)
})

test('the wish travels on only where there is one', () => {
  expect(withReturnPath('/sign-in/code', '/today')).toBe('/sign-in/code')
  expect(withReturnPath('/sign-in/code', '/cases?page=2')).toBe('/sign-in/code?to=%2Fcases%3Fpage%3D2')
})
