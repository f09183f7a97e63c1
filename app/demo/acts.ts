import { answerActs } from './answer-acts.ts'
import { askAt, type Moment } from './ask.ts'
import { awarenessActs } from './awareness-acts.ts'
import { caseworkActs } from './casework-acts.ts'
import type { Chance } from './chance.ts'
import { demoOnlyActs } from './demo-only-acts.ts'
import { fileActs } from './file-acts.ts'
import { interviewActs } from './interview-acts.ts'
import { managerActs } from './manager-acts.ts'
import { optionActs } from './option-acts.ts'
import { paperActs } from './paper-acts.ts'
import { planActs } from './plan-acts.ts'
import { repairActs } from './repair-acts.ts'
import { riskActs } from './risk-acts.ts'
import { senderActs } from './sender-acts.ts'
import { sharingActs } from './sharing-acts.ts'

export type Acts = ReturnType<typeof actsAt>

/** All acts of the stories. Each calls the use case that the page calls, at the time of `clock`. */
export function actsAt(clock: Moment, chance: Chance) {
  const ask = askAt(clock, chance)
  const now = () => clock.now
  return {
    now,
    ...caseworkActs(ask),
    ...managerActs(ask),
    ...sharingActs(ask),
    ...senderActs(ask),
    ...answerActs(ask),
    ...demoOnlyActs(ask),
    ...repairActs(ask),
    ...riskActs(ask),
    ...planActs(ask),
    ...awarenessActs(ask),
    ...fileActs(ask),
    ...optionActs(ask),
    ...paperActs(ask),
    ...interviewActs(ask),
  }
}
