import { type ClauseId, getStandard } from '../standards/service-standard.ts'

/** The times that papers promise, from the table of service standards, so that no paper can promise another. */
export interface PromisedTimes {
  contactDays: number
  seriousDays: number
  repairHours: number
  graffitiHours: number
  referralDays: number
  acknowledgementDays: number
  investigationWeeks: number
  afterCareWeeks: number
}

const DAYS_A_WEEK = 7

export function promisedTimes(): PromisedTimes {
  const countOf = (clause: ClauseId) => getStandard(clause).within.count
  return {
    contactDays: countOf('R3'),
    seriousDays: countOf('R4'),
    repairHours: countOf('R8a'),
    graffitiHours: countOf('R8b'),
    referralDays: countOf('I2'),
    acknowledgementDays: countOf('I4b'),
    investigationWeeks: countOf('V6') / DAYS_A_WEEK,
    afterCareWeeks: countOf('A1') / DAYS_A_WEEK,
  }
}
