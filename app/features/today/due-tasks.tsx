import { getStandard } from '../../domain/standards/service-standard.ts'
import { href } from '../../href.ts'
import type { Task } from '../../ui/lists/task-list.tsx'
import type { Due } from './read-due.server.ts'

/** The task for a deadline: what to do, for which client, and the link to do it. */
export function taskOf(due: Due, { withWorker }: { withWorker: boolean }): Task {
  const { title, action } = WORDS[due.clause]?.(due) ?? plainly(due)
  const worker = withWorker ? (due.workerName ? `Case worker: ${due.workerName}. ` : 'No case worker yet. ') : ''
  return {
    taskId: due.clockId,
    title,
    href: href('/cases/:caseId', { caseId: due.caseId }),
    status: due.status,
    violence: due.violence,
    why: `${worker}${due.status === 'due-today' ? '' : `${due.line}. `}${due.why}`,
    action,
  }
}

type Words = (due: Due) => Pick<Task, 'title' | 'action'>

const contact: Words = ({ clientName, caseId }) => ({
  title: `Contact ${clientName}`,
  action: { label: 'Record a contact', href: href('/cases/:caseId/contacts/new', { caseId }) },
})

const repair: Words = ({ clause, clientName, caseId, subjectId }) => ({
  title: `${getStandard(clause).title}: ${clientName}`,
  action: { label: 'See to it', href: href('/cases/:caseId/repairs/:repairId', { caseId, repairId: subjectId }) },
})

/** The task of each timed clause, and the page where it is done. */
const WORDS: Partial<Record<Due['clause'], Words>> = {
  R3: contact,
  R4: contact,
  R8a: repair,
  R8b: repair,
  I2: ({ clientName, recipientName, subjectId }) => ({
    title: `Send the referral of ${clientName} to ${recipientName ?? 'the agency chosen'}`,
    action: { label: 'Open the referral', href: href('/sent/:referralId', { referralId: subjectId }) },
  }),
  I4b: ({ clientName, caseId }) => ({
    title: `Send ${clientName} the acknowledgement of the plan`,
    action: {
      label: 'Give or send it',
      href: href('/cases/:caseId/papers/:paper/give', { caseId, paper: 'acknowledgement' }),
    },
  }),
}

function plainly({ clause, clientName, caseId }: Due): Pick<Task, 'title' | 'action'> {
  return {
    title: `${getStandard(clause).title}: ${clientName}`,
    action: { label: 'Open the case', href: href('/cases/:caseId', { caseId }) },
  }
}
