import { expect, it } from 'vitest'
import { FILE_KINDS, SCAN_STATES } from './stored-file.ts'

it('no file is called safe in any words but those of a scan that found nothing', () => {
  const safe = Object.entries(SCAN_STATES).filter(([, { label }]) => /no virus/i.test(label))
  expect(safe.map(([state]) => state)).toEqual(['clean'])
})

it('each kind of file has words of its own, because lists and packages show nothing else of it', () => {
  const labels = Object.values(FILE_KINDS).map(({ label }) => label)
  expect(new Set(labels).size).toBe(labels.length)
})
