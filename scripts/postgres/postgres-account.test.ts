import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { placeElsewhere } from './postgres-account.ts'

test('data that a deleted clone left elsewhere do not become those of the next clone at its path', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-place-'))
  const place = placeElsewhere(folder)
  mkdirSync(place)
  try {
    expect(placeElsewhere(folder)).toBe(`${place}-2`)
  } finally {
    rmSync(place, { recursive: true })
    rmSync(folder, { recursive: true })
  }
})
