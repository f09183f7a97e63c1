import { describe, expect, test } from 'vitest'
import { isSameOrigin, originsOf } from './same-origin.server.ts'

const ORIGINS = ['https://accord.example.org']
const own = { origin: 'https://accord.example.org', 'sec-fetch-site': 'same-origin' }

describe('a request that may change something', () => {
  test.each([
    { headers: own, allowed: true, why: 'a form of our own' },
    { headers: { origin: own.origin }, allowed: true, why: 'a browser too old for Sec-Fetch-Site' },
    { headers: { ...own, 'sec-fetch-site': 'none' }, allowed: true, why: 'reloaded by the person' },
    { headers: {}, allowed: false, why: 'no Origin' },
    { headers: { 'sec-fetch-site': 'same-origin' }, allowed: false, why: 'no Origin beside a claimed site' },
    { headers: { origin: 'null' }, allowed: false, why: 'a sandboxed frame' },
    { headers: { origin: '' }, allowed: false, why: 'an empty Origin' },
    { headers: { origin: 'http://accord.example.org' }, allowed: false, why: 'http instead of https' },
    { headers: { origin: 'https://evil.accord.example.org' }, allowed: false, why: 'a sub-domain' },
    { headers: { origin: 'https://accord.example.org.evil.test' }, allowed: false, why: 'our name as a prefix' },
    { headers: { origin: 'https://accord.example.org:8443' }, allowed: false, why: 'another port' },
    { headers: { origin: 'not a url' }, allowed: false, why: 'an Origin that is no URL' },
    { headers: { ...own, 'sec-fetch-site': 'cross-site' }, allowed: false, why: 'the browser says cross-site' },
    { headers: { ...own, 'sec-fetch-site': 'same-site' }, allowed: false, why: 'the browser says another sub-domain' },
    { headers: { ...own, 'sec-fetch-site': ['same-origin', 'cross-site'] }, allowed: false, why: 'the header twice' },
    {
      headers: { origin: 'https://evil.test', 'x-forwarded-host': 'evil.test', host: 'evil.test' },
      allowed: false,
      why: 'a spoofed X-Forwarded-Host that agrees with the Origin',
    },
  ])('$why: $allowed', ({ headers, allowed }) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      expect(isSameOrigin(method, headers, ORIGINS)).toBe(allowed)
  })
})

test('reading needs no Origin', () => {
  expect(isSameOrigin('GET', { 'sec-fetch-site': 'cross-site' }, ORIGINS)).toBe(true)
  expect(isSameOrigin('HEAD', {}, ORIGINS)).toBe(true)
})

test('the demo answers to each name of its own machine, a public portal to one name only', () => {
  expect(originsOf('http://localhost:3000', true)).toEqual([
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
  ])
  expect(originsOf('http://localhost:3000', false)).toEqual(['http://localhost:3000'])
  expect(originsOf('https://accord.example.org', true)).toEqual(['https://accord.example.org'])
})
