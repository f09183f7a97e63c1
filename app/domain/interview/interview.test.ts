import { describe, expect, it } from 'vitest'
import { decidePlace } from './interview.ts'
import { COMPANIONS, INTERVIEW_PLACES, type InterviewPlace } from './interview-place.ts'

const OPEN = { stage: 'open', contactability: 'possible' } as const
const chosen = { chosenBy: 'client', placeDetail: 'The side door' } as const

describe('R5: the place of an interview', () => {
  it.each(Object.keys(INTERVIEW_PLACES) as InterviewPlace[])(
    'may be %s when the client chose it, and only then',
    (place) => {
      expect(decidePlace(OPEN, { ...chosen, place })).toEqual({ ok: true, value: { place, chosenBy: 'client' } })
      const ours = decidePlace(OPEN, { ...chosen, place, chosenBy: 'agency' })
      expect(ours).toMatchObject({ refusal: { kind: 'place-not-chosen-by-client' } })
    },
  )

  it.each([
    { why: 'elsewhere is nowhere without its words', case: OPEN, placeDetail: '', is: 'place-detail-missing' },
    { why: 'the case is closed', case: { ...OPEN, stage: 'closed' as const }, placeDetail: 'x', is: 'case-closed' },
    {
      why: 'the client is unknown',
      case: { ...OPEN, contactability: 'anonymous' as const },
      placeDetail: 'x',
      is: 'contact-not-possible',
    },
  ])('is refused: $why', ({ case: held, placeDetail, is }) => {
    const decided = decidePlace(held, { place: 'elsewhere', chosenBy: 'client', placeDetail })
    expect(decided).toMatchObject({ refusal: { kind: is } })
  })
})

it('G5: nobody who comes along is named as an interpreter', () => {
  expect(JSON.stringify(COMPANIONS)).not.toMatch(/interpret|child/i)
})
