import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile } from '../../../db/schema/case-file.ts'
import { interview } from '../../../db/schema/interview.ts'
import { ifMay, mayInsert } from '../../access/ability.ts'
import type { AutosavedForm, AutosavedKey } from '../../domain/drafts/draft-form.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { href } from '../../href.ts'

interface FormOfDraft {
  /** Whether this person may fill in the form about this subject; `subject` is '' for a form without one. */
  mayOpen: (tx: Tx, actor: Actor, subject: string) => boolean | Promise<boolean>
  /** The address of the form, where its draft is shown again. `within`: what the subject belongs to, where it has one. */
  page: (key: Required<AutosavedKey>, within: string) => string
  /** The list of its pages, where it has several. */
  list?: (key: Required<AutosavedKey>, within: string) => string
  /** The id of what the subject belongs to, if the address needs it. Null if this person may not know. */
  findWithin?: (tx: Tx, actor: Actor, subject: string) => Promise<string | null>
}

/** Who may keep a draft of each form, and the form's address. */
export const FORMS_OF_DRAFTS: Readonly<Record<AutosavedForm, FormOfDraft>> = {
  report: {
    mayOpen: (_, actor) => mayInsert(actor, 'caseFile', { agencyId: actor.agencyId, caseWorkerId: null }),
    page: () => href('/reports/new'),
  },
  'record-contact': {
    mayOpen: async (tx, actor, caseId) =>
      mayInsert(actor, 'contact', actor) && (await mayChangeCase(tx, actor, caseId)),
    page: ({ subject }) => href('/cases/:caseId/contacts/new', { caseId: subject }),
  },
  'risk-check': {
    mayOpen: async (tx, actor, caseId) =>
      mayInsert(actor, 'riskCheck', { agencyId: actor.agencyId, checkedBy: actor.staffId }) &&
      (await mayChangeCase(tx, actor, caseId)),
    page: ({ subject }) => href('/cases/:caseId/risk/new', { caseId: subject }),
  },
  'action-plan': {
    mayOpen: mayChangeCase,
    page: ({ subject }) => href('/cases/:caseId/plan/edit', { caseId: subject }),
  },
  'arrange-interview': {
    mayOpen: async (tx, actor, caseId) =>
      mayInsert(actor, 'interview', { agencyId: actor.agencyId, arrangedBy: actor.staffId, state: 'arranged' }) &&
      (await mayChangeCase(tx, actor, caseId)),
    page: ({ subject }) => href('/cases/:caseId/interviews/new', { caseId: subject }),
  },
  interview: {
    mayOpen: async (tx, actor, interviewId) => (await findInterview(tx, actor, interviewId)) !== undefined,
    findWithin: async (tx, actor, interviewId) => (await findInterview(tx, actor, interviewId))?.caseId ?? null,
    page: ({ subject, page }, caseId) =>
      href('/cases/:caseId/interviews/:interviewId/sections/:section', { caseId, interviewId: subject, section: page }),
    list: ({ subject }, caseId) =>
      href('/cases/:caseId/interviews/:interviewId', { caseId, interviewId: subject }, { done: 'kept' }),
  },
  'change-agency': {
    mayOpen: mayChangeAgency,
    page: ({ subject, page }) => href('/agencies/:agencyId/change/:page', { agencyId: subject, page }),
    list: ({ subject }) => href('/agencies/:agencyId/change', { agencyId: subject }, { done: 'kept' }),
  },
}

async function mayChangeCase(tx: Tx, actor: Actor, caseId: string): Promise<boolean> {
  const [file] = await tx
    .select()
    .from(caseFile)
    .where(and(eq(caseFile.agencyId, actor.agencyId), eq(caseFile.caseId, caseId)))
  return ifMay(actor, 'update', 'caseFile', file) !== undefined
}

async function findInterview(tx: Tx, actor: Actor, interviewId: string) {
  const [row] = await tx
    .select()
    .from(interview)
    .where(and(eq(interview.agencyId, actor.agencyId), eq(interview.interviewId, interviewId)))
  return ifMay(actor, 'update', 'interview', row)
}

async function mayChangeAgency(tx: Tx, actor: Actor, agencyId: string): Promise<boolean> {
  const [row] = await tx.select().from(agency).where(eq(agency.agencyId, agencyId))
  return ifMay(actor, 'update', 'agency', row) !== undefined
}
