import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { readCalendar } from '../../../db/read-calendar.ts'
import { caseEvent, clock } from '../../../db/schema/timeline.ts'
import { isBrailleInstalled } from '../../documents/write-braille.server.ts'
import type { CaseEventData } from '../../domain/cases/case-event.ts'
import { type AcknowledgementDays, acknowledgementDays } from '../../domain/papers/acknowledgement-days.ts'
import { DOCUMENT_KIND_IDS, DOCUMENT_KINDS, type DocumentKind, formatsOf } from '../../domain/papers/document-kind.ts'
import { formatsNeeded, needsTranslation, PAPER_FORMATS } from '../../domain/papers/paper-format.ts'
import type { SupportPackState } from '../../domain/papers/support-pack.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import type { PlanOfCase } from '../../domain/plans/plan-of-case.ts'
import { readSupportPacksOfCase } from '../../facts/casework/papers-of-case.server.ts'
import { readPlanOfCase } from '../../facts/casework/plan-of-case.server.ts'
import type { LockedCase } from './paper-case.ts'
import { readDeliveries } from './read-deliveries.server.ts'
import { readReader } from './read-reader.server.ts'

/** The case as its pages show it. */
type ShownCase = Pick<LockedCase, 'caseId' | 'clientId' | 'contactability'>

/** Every paper of a case: in which formats it can be made, and how it was given. */
export async function readPapersPart(tx: Tx, actor: Actor, shown: ShownCase) {
  const { caseId } = shown
  const [deliveries, plan, reader, braille, ordered, packs] = await Promise.all([
    readDeliveries(tx, actor, caseId),
    readPlanOfCase(tx, actor, caseId),
    readReader(tx, actor, shown.clientId),
    isBrailleInstalled(),
    readOrders(tx, actor, caseId),
    readSupportPacksOfCase(tx, actor, caseId),
  ])
  const papers = DOCUMENT_KIND_IDS.map((paper) => ({
    paper,
    label: DOCUMENT_KINDS[paper].label,
    why: whyNotMade(paper, shown, plan),
    formats: formatsOf(paper)
      .filter((format) => format !== 'braille' || braille)
      .map((format) => ({ format, label: PAPER_FORMATS[format].inSentence })),
    /** Where the portal cannot make Braille, a transcription is ordered. */
    order: !braille && formatsOf(paper).includes('braille'),
    orderedAt: ordered.find((order) => order.paper === paper)?.at ?? null,
    given:
      paper === 'support_pack'
        ? packGiven(packs)
        : (deliveries.find((one) => one.paper === paper && one.error === '') ?? null),
  }))
  return {
    papers,
    deliveries,
    acknowledgement: await readAcknowledgementDue(tx, actor, plan),
    needs: formatsNeeded(reader.communicationNeeds).map((format) => PAPER_FORMATS[format].inSentence),
    language: needsTranslation(reader.language, 'en') ? reader.language : '',
  }
}

/** When the client was last offered something of the pack; its own page says what. */
function packGiven(packs: readonly SupportPackState[]) {
  const ofClient = packs.find(({ recipient }) => recipient === 'client')
  if (!ofClient) return null
  return {
    givenAt: ofClient.lastGivenAt,
    how: ofClient.complete ? 'Everything was offered' : 'Not everything was offered',
  }
}

function whyNotMade(paper: DocumentKind, { contactability }: ShownCase, plan: PlanOfCase | null): string {
  if (paper === 'report_received' && contactability !== 'possible')
    return 'The client cannot be contacted, so there is no letter.'
  if (paper === 'action_plan' && !plan) return 'There is no action plan yet.'
  if (paper === 'acknowledgement' && !plan?.agreed) return 'The action plan is not agreed yet.'
  return ''
}

export interface AcknowledgementDue extends AcknowledgementDays {
  state: string
  keptAt: Date | null
}

/** The clock of I4b for the agreed plan; null if none was agreed, or it has no clock. */
export async function readAcknowledgementDue(
  tx: Tx,
  { agencyId }: Actor,
  plan: PlanOfCase | null,
): Promise<AcknowledgementDue | null> {
  if (!plan?.agreed) return null
  const [[running], calendar] = await Promise.all([
    tx
      .select({ dueAt: clock.dueAt, state: clock.state, keptAt: clock.keptAt })
      .from(clock)
      .where(
        and(
          eq(clock.agencyId, agencyId),
          eq(clock.caseId, plan.caseId),
          eq(clock.clause, 'I4b'),
          eq(clock.subjectId, plan.agreed.planId),
        ),
      ),
    readCalendar(tx),
  ])
  return running
    ? { ...acknowledgementDays(running.dueAt, calendar), state: running.state, keptAt: running.keptAt }
    : null
}

/** When Braille copies were ordered, the newest first. */
async function readOrders(tx: Tx, { agencyId }: Actor, caseId: string) {
  const events = await tx
    .select({ data: caseEvent.data, at: caseEvent.happenedAt })
    .from(caseEvent)
    .where(and(eq(caseEvent.agencyId, agencyId), eq(caseEvent.caseId, caseId), eq(caseEvent.kind, 'braille-ordered')))
    .orderBy(desc(caseEvent.seq))
  return events.map(({ data, at }) => ({ ...(data as CaseEventData['braille-ordered']), at }))
}
