import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type AutosavedForm, DRAFT_FORMS } from '../domain/drafts/draft-form.ts'
import { INTERVIEW_NEED_IDS } from '../domain/interview/need-booking.ts'
import { draftEntries } from '../forms/form-fields.server.ts'
import type { FormPage } from '../forms/multi-page/form-page.ts'
import { AGENCY_FORM } from './agencies/agency-pages.server.ts'
import { INTERVIEW_FORM } from './interview/sections/interview-pages.server.ts'

/** Every form of several pages, each with a row as it is before anything is filled in. */
const FORMS: TriedForm[] = [
  { ...AGENCY_FORM, empty: emptyAgency() } as TriedForm,
  { ...INTERVIEW_FORM, empty: emptyInterview() } as TriedForm,
]

interface TriedForm {
  form: AutosavedForm
  pages: readonly FormPage<object>[]
  empty: object
}

/** A client with every need, and an agency that could help: each part of each page is there. */
function emptyInterview(): Parameters<(typeof INTERVIEW_FORM)['pages'][number]['completeWhen']>[0] {
  const help = [{ agencyId: '00000000-0000-4000-8000-000000000001', name: 'Help', offers: 'Advice' }]
  return {
    ...{ language: '', needs: INTERVIEW_NEED_IDS, bookings: [], wishes: '' },
    ...{ sections: {}, known: {}, help },
  }
}

/** What a form sends besides answers: its draft, and the version that its writer saw. */
const UNASKED = [...Object.keys(draftEntries), 'seenVersion']

function emptyAgency(): Parameters<(typeof AGENCY_FORM)['pages'][number]['completeWhen']>[0] {
  return {
    agencyId: '00000000-0000-4000-8000-000000000001',
    ...{ name: 'New', initials: 'NW', kind: 'victim_support', offers: '', hours: '', dutyEmail: '', dutyPhone: '' },
    ...{ strands: [], purposes: [], wards: [], takesReferrals: true, investigates: false, createdAt: new Date(0) },
  }
}

const APP = fileURLToPath(new URL('../', import.meta.url))
const declared = globSync('features/**/*.ts', { cwd: APP })
  .filter((file) => !/\.test\.ts$/.test(file))
  .flatMap((file) => [...readFileSync(APP + file, 'utf8').matchAll(/^export const (\w+): MultiPageForm</gm)])
  .map(([, name]) => name)

it('every form of several pages is tried here', () => {
  expect(declared).toHaveLength(FORMS.length)
  expect(FORMS.map(({ form }) => form).sort()).toEqual(
    Object.entries(DRAFT_FORMS)
      .flatMap(([form, { pages }]) => (pages.length > 0 ? [form] : []))
      .sort(),
  )
})

describe.each(FORMS)('the form $form', ({ form, pages, empty }) => {
  it('has the pages of its drafts, in the same order', () => {
    expect(pages.map(({ id }) => id)).toEqual(DRAFT_FORMS[form].pages)
    expect(new Set(pages.map(({ title }) => title)).size).toBe(pages.length)
  })

  it.each([...pages])('says of $id what it is called and when it is complete', (page) => {
    expect(page.title.trim()).toMatch(/^\p{Lu}.+/u)
    expect(page.completeWhen(empty)).toBeTypeOf('boolean')
    expect((page.after ?? []).filter((id) => id === page.id || !pages.some((other) => other.id === id))).toEqual([])
  })

  it.each([...pages])('asks on $id for what its schema reads, and shows what is saved', (page) => {
    const reads = Object.keys(page.schema.shape)
      .filter((name) => !UNASKED.includes(name))
      .sort()
    expect(
      page
        .parts(empty)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(reads)
    // A date is shown in its boxes.
    const shown = Object.keys(page.answers(empty)).map((name) => name.replace(/-(day|month|year|time)$/, ''))
    expect([...new Set(shown)].sort()).toEqual(reads)
    expect(Object.keys(page.schema.shape)).toEqual(expect.arrayContaining(Object.keys(draftEntries)))
  })
})
