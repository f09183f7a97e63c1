import { expect, test } from 'vitest'
import { emailKeyOf } from './email-key.ts'

test.each([
  { typed: 'Sam.Okafor@Harthill.Example.org', why: 'capitals' },
  { typed: '  sam.okafor@harthill.example.org\n', why: 'what was copied along' },
  { typed: 'ｓam.okafor@harthill.example.org', why: 'a letter of another width' },
])('however it is written, an address is the same: $why', ({ typed }) => {
  expect(emailKeyOf(typed)).toBe('sam.okafor@harthill.example.org')
})

test('two people keep two addresses', () => {
  expect(emailKeyOf('sam@a.example.org')).not.toBe(emailKeyOf('sam@b.example.org'))
})
