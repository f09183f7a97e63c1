import { z } from 'zod'
import type { agency } from '../../../db/schema/agency.ts'
import { STRAND_IDS, STRANDS } from '../../domain/cases/strand.ts'
import { CONSENT_PURPOSES } from '../../domain/consents/consent-purpose.ts'
import { WARDS } from '../../domain/partnership/ward.ts'
import { draftEntries } from '../../forms/form-fields.server.ts'
import type { FormPage, MultiPageForm } from '../../forms/multi-page/form-page.ts'
import type { FormPart } from '../../forms/multi-page/form-part.ts'
import { pageInput } from '../../forms/multi-page/page-input.server.ts'
import { agencyEntries } from './agency-input.server.ts'
import { receivablePurposes } from './read-agencies.server.ts'

type Row = typeof agency.$inferSelect

const { offers, hours, takesReferrals, purposes, strands, wards, dutyEmail, dutyPhone } = agencyEntries

const OFFER = {
  id: 'offer',
  title: 'What you offer and when',
  hint: () => 'Other agencies and clients read this',
  schema: z.object({ offers, hours, ...draftEntries }),
  parts: () => [
    {
      kind: 'long-text',
      name: 'offers',
      label: 'What you offer',
      hint: 'Other agencies read this when they choose where to refer. Clients read it when they are asked for consent',
      rows: 4,
      maxLength: 600,
    },
    { kind: 'text', name: 'hours', label: 'Hours', hint: 'For example: Monday to Friday, 09:00 to 17:00' },
  ],
  answers: (row) => ({ offers: row.offers, hours: row.hours }),
  completeWhen: (row) => row.offers !== '' && row.hours !== '',
  startedWhen: (row) => row.offers !== '' || row.hours !== '',
} as const satisfies FormPage<Row>

const REFERRALS = {
  id: 'referrals',
  title: 'Referrals you take',
  hint: (row) => (row.takesReferrals ? 'Open to new referrals' : 'New referrals are paused'),
  schema: z.object({ takesReferrals, purposes, ...draftEntries }),
  parts: ({ kind }) => [
    {
      kind: 'radios',
      name: 'takesReferrals',
      label: 'Do you take new referrals now?',
      inline: true,
      choices: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No, we have paused' },
      ],
    },
    ...purposesPart(kind),
  ],
  answers: (row) => ({ takesReferrals: row.takesReferrals ? 'yes' : 'no', purposes: row.purposes }),
  completeWhen: (row) => !row.takesReferrals || row.purposes.length > 0 || receivablePurposes(row.kind).length === 0,
  startedWhen: () => true,
} as const satisfies FormPage<Row>

/** Agencies of this kind receive no referrals, so there is nothing to ask. */
function purposesPart(kind: string): FormPart[] {
  const choices = receivablePurposes(kind).map((id) => ({ value: id, label: CONSENT_PURPOSES[id].label }))
  if (choices.length === 0) return []
  return [{ kind: 'checkboxes', name: 'purposes', label: 'What you receive referrals for', choices }]
}

const STRANDS_AND_WARDS = {
  id: 'strands-and-wards',
  title: 'Strands and wards',
  hint: (row) =>
    `${row.strands.length > 0 ? 'Some strands' : 'All strands'}, ${row.wards.length > 0 ? 'some wards' : 'the whole city'}`,
  schema: z.object({ strands, wards, ...draftEntries }),
  parts: () => [
    {
      kind: 'checkboxes',
      name: 'strands',
      label: 'Strands you specialise in',
      hint: 'Choose none if you help with all strands equally',
      choices: STRAND_IDS.map((id) => ({ value: id, label: STRANDS[id].label })),
    },
    {
      kind: 'checkboxes',
      name: 'wards',
      label: 'Wards you serve',
      hint: 'Choose none if you serve the whole city',
      choices: WARDS.map((ward) => ({ value: ward, label: ward })),
      small: true,
      folded: true,
    },
  ],
  answers: (row) => ({ strands: row.strands, wards: row.wards }),
  // No strand and no ward is an answer too.
  completeWhen: () => true,
} as const satisfies FormPage<Row>

const DUTY_CONTACT = {
  id: 'duty-contact',
  title: 'Duty contact',
  hint: () => 'How other agencies reach you when it cannot wait',
  schema: z.object({ dutyEmail, dutyPhone, ...draftEntries }),
  parts: () => [
    { kind: 'text', name: 'dutyEmail', label: 'Duty e-mail address', type: 'email' },
    {
      kind: 'text',
      name: 'dutyPhone',
      label: 'Duty telephone',
      hint: 'Other agencies call it when something cannot wait. You can add it later',
      type: 'tel',
      width: 20,
    },
  ],
  answers: (row) => ({ dutyEmail: row.dutyEmail, dutyPhone: row.dutyPhone }),
  completeWhen: (row) => row.dutyEmail !== '' && row.dutyPhone !== '',
  startedWhen: (row) => row.dutyEmail !== '',
} as const satisfies FormPage<Row>

const PAGES = [OFFER, REFERRALS, STRANDS_AND_WARDS, DUTY_CONTACT] as const

/** An agency's description of itself, page by page. Each page is saved in the agency's row. */
export const AGENCY_FORM: MultiPageForm<Row, 'change-agency', (typeof PAGES)[number]['schema']> = {
  form: 'change-agency',
  pages: PAGES,
}

export const agencyPageInput = pageInput(AGENCY_FORM)
