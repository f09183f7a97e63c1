import type { Tx } from '../../../db/as-actor.ts'
import { DOCUMENT_KINDS, type DocumentKind, isForWitnesses, isOfPlan } from '../../domain/papers/document-kind.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { readPlanOfCase } from '../../facts/casework/plan-of-case.server.ts'
import { givingQuestions } from './giving-questions.server.ts'
import type { LockedCase } from './paper-case.ts'
import { readAcknowledgementDue } from './read-papers-page.server.ts'
import { readReader } from './read-reader.server.ts'

interface GivePageOf {
  view: Pick<LockedCase, 'caseId' | 'clientId'>
  paper: DocumentKind
  allWays: boolean
}

/** What the form for a given paper shows. Null for a paper of a plan before the plan is agreed. */
export async function readGivePage(tx: Tx, actor: Actor, { view, paper, allWays }: GivePageOf) {
  const plan = isOfPlan(paper) ? await readPlanOfCase(tx, actor, view.caseId) : null
  if (isOfPlan(paper) && !plan?.agreed) return null
  return {
    paper,
    label: DOCUMENT_KINDS[paper].label,
    forWitnesses: isForWitnesses(paper),
    questions: givingQuestions(paper, await readReader(tx, actor, view.clientId), allWays),
    acknowledgement: paper === 'acknowledgement' ? await readAcknowledgementDue(tx, actor, plan) : null,
  }
}
