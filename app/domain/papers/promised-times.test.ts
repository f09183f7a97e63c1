import { expect, it } from 'vitest'
import { promisedTimes } from './promised-times.ts'

it('R7: papers promise the times of the standard: R3, R4, R8, I2, I4b, V6 and A1', () => {
  expect(promisedTimes()).toEqual({
    contactDays: 2,
    seriousDays: 1,
    repairHours: 24,
    graffitiHours: 24,
    referralDays: 1,
    acknowledgementDays: 5,
    investigationWeeks: 2,
    afterCareWeeks: 4,
  })
})
