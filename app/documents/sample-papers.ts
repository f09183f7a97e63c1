import type { DocumentKind } from '../domain/papers/document-kind.ts'
import type { PaperFormat, PaperLanguage } from '../domain/papers/paper-format.ts'
import { type CalendarDay, toDay } from '../domain/time/calendar-day.ts'
import type { Paper } from './paper.ts'
import type { PlanOnPaper } from './papers/plan-on-paper.ts'
import { acknowledgementPaper, actionPlanPaper } from './papers/plan-papers.ts'
import { processLeafletPaper } from './papers/process-leaflet.ts'
import { reportReceivedPaper } from './papers/report-received-paper.ts'
import { supportPackPaper } from './papers/support-pack-paper.ts'

/** Everything below is invented; Ofcom reserves these phone numbers for drama. */
const AGENCY = {
  name: 'Harthill Bridge Homes',
  phone: '0151 496 0001',
  email: 'duty@harthill.example.org',
  hours: 'Monday to Friday 09:00 to 17:00',
}
const MADE_ON = toDay('2026-12-23')
const PLAN = {
  reference: 'HB-4F7K',
  clientName: 'Amara Diallo',
  agency: AGENCY,
  version: 1,
  agreedOn: toDay('2026-12-22'),
  fingerprint: '9f86 d081 884c 7d65',
  actions: [
    {
      owner: 'agency',
      what: 'Fit a fireproof letterbox',
      who: 'Priya Nair',
      dueOn: toDay('2026-12-24'),
      why: 'so that nothing can be put through it',
    },
    { owner: 'agency', what: 'Put a light at the back door', who: '', dueOn: toDay('2027-01-08'), why: '' },
    { owner: 'client', what: 'Write in the diary what happens', who: '', dueOn: toDay('2027-01-04'), why: '' },
  ],
  contact: { count: 7, unit: 'day', channel: 'phone', by: 'Priya Nair' },
  caseWorker: { name: 'Priya Nair', phone: '0151 496 0002' },
  alternativeContact: { name: 'Ruth Okonjo', phone: '0151 496 0003' },
} as const satisfies PlanOnPaper
const PACK = {
  agency: AGENCY,
  contacts: [
    {
      name: 'Beacon Victim Care',
      offers: 'Listens, supports you and goes with you to court',
      phone: '0151 496 0100',
      hours: 'Monday to Friday 09:00 to 20:00',
      needs: ['support', 'risk_meeting'],
      strands: [],
    },
    {
      name: 'Shoreline Fire Safety',
      offers: 'Checks your home and fits fireproof letterboxes',
      phone: '0151 496 0110',
      hours: 'Every day 08:00 to 18:00',
      needs: ['repairs_security'],
      strands: [],
    },
    {
      name: 'Unity Steps',
      offers: 'Support from people who know what it is like',
      phone: '0151 496 0120',
      hours: 'Monday to Friday 10:00 to 16:00',
      needs: ['support'],
      strands: ['race', 'religion'],
    },
  ],
} as const

type PaperMaker = (language: PaperLanguage, format: PaperFormat, madeOn: CalendarDay) => Paper

const SAMPLES: Record<DocumentKind, PaperMaker> = {
  report_received: (language, _, madeOn) =>
    reportReceivedPaper(
      {
        reference: 'HB-4F7K',
        reportedByClient: true,
        clientName: 'Amara Diallo',
        receivedOn: toDay('2026-11-23'),
        receivedTime: '09:00',
        receivedBy: 'Priya Nair',
        agency: AGENCY,
        firstContact: { state: 'due', by: toDay('2026-11-25'), workingDays: 2 },
        caseWorker: '',
        alternativeContact: '',
      },
      language,
      madeOn,
    ),
  process_leaflet: (language, format) => processLeafletPaper({ agency: AGENCY, investigates: true }, language, format),
  support_pack: (language, format) => supportPackPaper(PACK, language, format),
  action_plan: (language, format) => actionPlanPaper({ ...PLAN, agreedOn: null }, language, format),
  acknowledgement: (language, format, madeOn) => acknowledgementPaper(PLAN, language, format, madeOn),
}

/** A paper with invented data, to look at and to test. */
export function samplePaper(kind: DocumentKind, language: PaperLanguage, format: PaperFormat): Paper {
  return SAMPLES[kind](language, format, MADE_ON)
}
