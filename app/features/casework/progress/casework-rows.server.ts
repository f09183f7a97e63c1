import { PAGES } from '../../../routes.ts'
import type { CaseworkRow } from './casework-list.tsx'

const NOUNS = [
  {
    id: 'interview',
    label: 'Interview',
    why: 'The client chooses where you meet. The interview is where the standard starts.',
    page: '/interviews/new',
  },
  { id: 'risk', label: 'Risk check', why: 'No plan can be agreed without a risk check.', page: '/risk' },
  {
    id: 'options',
    label: 'Five options',
    why: 'The client decides about each of the five options of the standard.',
    page: '/options',
  },
  {
    id: 'repairs',
    label: 'Repairs and graffiti',
    why: 'Emergency repairs and offensive graffiti have 24 hours.',
    page: '/repairs',
  },
  {
    id: 'plan',
    label: 'Action plan',
    why: 'The client and your agency agree who does what, and sign it.',
    page: '/plan',
  },
  {
    id: 'acknowledgement',
    label: 'Acknowledgement',
    why: 'The client gets the details of the plan within five days.',
    page: '/papers',
  },
  {
    id: 'support-pack',
    label: 'Support pack',
    why: 'A diary, a pen, contacts, publicity and the standards.',
    page: '/support-pack',
  },
  { id: 'files', label: 'Files', why: 'Photos, letters and screenshots are kept safely here.', page: '/files' },
  {
    id: 'standard',
    label: 'The standard on this case',
    why: 'What was kept for this client, clause by clause, with its proof.',
    page: '/standard',
  },
] as const

/** The work on a case: one row for each noun, in the order of the standard. */
export function caseworkRows(caseId: string): CaseworkRow[] {
  return NOUNS.map(({ page, ...noun }) => {
    const known = `/cases/:caseId${page}` in PAGES
    return {
      ...noun,
      state: known ? 'To do' : 'Not here yet',
      colour: null,
      href: known ? `/cases/${caseId}${page}` : null,
    }
  })
}
