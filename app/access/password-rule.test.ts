import { expect, test } from 'vitest'
import { passwordFault } from './password-rule.ts'

const sam = { name: 'Sam Okafor', email: 'sam.okafor@harthill.example.org' }

test.each([
  { password: 'copper lantern Tuesday', good: true, why: 'words that do not belong together' },
  { password: 'ключ от старого дома', good: true, why: 'any alphabet' },
  { password: 'lantern', good: false, why: 'short' },
  { password: '🔑🔑🔑🔑🔑🔑', good: false, why: 'six signs, though twelve of JavaScript’s' },
  { password: 'aaaaaaaaaaaaaaaa', good: false, why: 'one letter' },
  { password: 'abcdefghijklmnop', good: false, why: 'the alphabet' },
  { password: '123456789:;<=>?@', good: false, why: 'counting on' },
  { password: 'Password12345', good: false, why: 'what everybody tries first' },
  { password: 'Liverpool2026', good: false, why: 'the city and the year' },
  { password: 'okafor is at home', good: false, why: 'the person’s own name' },
  { password: `${'long '.repeat(50)}`, good: false, why: 'longer than anybody types' },
])('$why: $password', ({ password, good }) => {
  expect(passwordFault(password, sam) === null).toBe(good)
})
