import { expect, test } from 'vitest'
import { WARDS } from './ward.ts'

test('there are the 64 wards of May 2023, each once, in the order people look for them', () => {
  expect(new Set(WARDS).size).toBe(64)
  expect(WARDS.toSorted((one, other) => one.localeCompare(other, 'en'))).toEqual([...WARDS])
})
