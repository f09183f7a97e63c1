import { describe, expect, it } from 'vitest'
import { appointmentProblems, decideAppointment } from './interview.ts'
import { COMPANIONS, INTERVIEW_PLACES, type InterviewPlace } from './interview-place.ts'

const receivedAt = new Date('2026-11-20T16:45:00Z')
const startsAt = new Date('2026-11-26T10:00:00Z')
const OPEN = { stage: 'open', contactability: 'possible', receivedAt } as const
const WISHED = {
  place: 'home',
  chosenBy: 'client',
  placeDetail: 'The side door',
  companion: 'nobody',
  companionName: '',
  startsAt,
} as const

describe('R5: the place of an interview', () => {
  it.each(Object.keys(INTERVIEW_PLACES) as InterviewPlace[])(
    'may be %s when the client chose it, and only then',
    (place) => {
      expect(decideAppointment(OPEN, { ...WISHED, place })).toEqual({
        ok: true,
        value: { chosenBy: 'client', startsAt },
      })
      const ours = decideAppointment(OPEN, { ...WISHED, place, chosenBy: 'agency' })
      expect(ours).toMatchObject({ refusal: { kind: 'place-not-chosen-by-client' } })
    },
  )

  it.each([
    { why: 'elsewhere says where', with: { place: 'elsewhere' as const, placeDetail: '' }, is: 'place-detail-missing' },
    { why: 'it has no time', with: { startsAt: null }, is: 'start-missing' },
    { why: 'it is before the report', with: { startsAt: new Date('2026-11-20T16:44:00Z') }, is: 'start-before-report' },
    { why: 'a supporter has a name', with: { companion: 'supporter' as const }, is: 'companion-name-missing' },
    { why: 'the case is closed', of: { stage: 'closed' as const }, is: 'case-closed' },
    { why: 'the client is unknown', of: { contactability: 'anonymous' as const }, is: 'contact-not-possible' },
  ])('is refused: $why', ({ with: wished, of, is }) => {
    expect(decideAppointment({ ...OPEN, ...of }, { ...WISHED, ...wished })).toMatchObject({ refusal: { kind: is } })
  })

  it('says all that is wrong at once', () => {
    const wrong = {
      place: 'elsewhere',
      chosenBy: 'agency',
      placeDetail: '',
      companion: 'carer',
      companionName: '',
      startsAt: null,
    } as const
    expect(appointmentProblems(wrong).map(({ kind }) => kind)).toEqual([
      'place-not-chosen-by-client',
      'place-detail-missing',
      'start-missing',
      'companion-name-missing',
    ])
    expect(appointmentProblems({})).toEqual([])
  })
})

it('G5: nobody who comes along is named as an interpreter', () => {
  expect(JSON.stringify(COMPANIONS)).not.toMatch(/interpret|child/i)
})
