import { expect, it } from 'vitest'
import { toDay } from '../time/calendar-day.ts'
import type { PartialDay } from '../time/partial-day.ts'
import { evidenceList } from './evidence-list.ts'

const door = { kind: 'photo', shows: 'Graffiti on the door', takenOn: toDay('2026-11-23'), scan: 'clean' } as const

it.each([
  { file: door, item: 'Photo: Graffiti on the door (Monday 23 November 2026)', why: 'what, and when as far as known' },
  {
    file: { ...door, takenOn: '2025' as PartialDay },
    item: 'Photo: Graffiti on the door (2025)',
    why: 'the year alone',
  },
  { file: { ...door, takenOn: null }, item: 'Photo: Graffiti on the door', why: 'nobody knows when' },
  { file: { ...door, shows: '', takenOn: null }, item: 'Photo', why: 'nobody wrote what' },
  {
    file: { ...door, scan: 'waiting' as const, takenOn: null },
    item: 'Photo: Graffiti on the door',
    why: 'it is there, checked or not',
  },
])('the list of evidence says "$item": $why', ({ file, item }) => {
  expect(evidenceList([file])).toEqual({ items: [item] })
})

it('a file with a virus is no evidence, and without files there is no list', () => {
  expect(evidenceList([{ ...door, scan: 'infected' }])).toBeNull()
  expect(evidenceList([])).toBeNull()
})
