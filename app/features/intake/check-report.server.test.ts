import { describe, expect, it } from 'vitest'
import { reportedCase, reportInput } from '../../../tests/support/cases.ts'
import { MONDAY_MORNING, openWorld } from '../../../tests/support/world.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { changeDetailsInput } from './changes/change-details.server.ts'
import { checkDetails, checkIncidentForm, checkReport } from './check-report.server.ts'
import { takeReportInput } from './take-report.server.ts'

const world = await openWorld()
const worker = await world.staff(await world.agency())
const reading = { actor: worker.actor, now: MONDAY_MORNING }

function posted(fields: Record<string, string>) {
  return new Request('https://accord.example.org/', { method: 'POST', body: new URLSearchParams(fields) })
}

const SOUND = {
  idempotencyKey: '0a1b2c3d-0000-4000-8000-000000000000',
  channel: 'phone',
  reporterRole: 'victim',
  clientName: 'Amara Diallo',
  phone: '07700 900123',
  account: 'They shouted.',
  strands: 'race',
  violence: 'no',
}

async function errorsOf(fields: Record<string, string>) {
  return (await readErrors(fields)).map(({ field }) => field).sort()
}

async function readErrors(fields: Record<string, string>) {
  const check = (sound: object) => checkReport(reading, sound)
  const { form } = await readForm(posted({ ...SOUND, ...fields }), takeReportInput, { now: MONDAY_MORNING, check })
  return form.errors
}

const earlier = { 'receivedAt-day': '1', 'receivedAt-month': '11', 'receivedAt-year': '2026', 'receivedAt-time': '9am' }

describe('a report with several errors', () => {
  it('shows all of them at once, also those that only the database or today can tell', async () => {
    expect(
      await errorsOf({
        channel: '',
        email: 'not an email',
        'occurredOn-day': '1',
        'occurredOn-month': 'Dec',
        'occurredOn-year': '2026',
        primaryStrand: 'disability',
        postcode: 'ZZ1 1ZZ',
        spokeNow: 'yes',
        ...earlier,
      }),
    ).toEqual(['backdatedReason', 'channel', 'email', 'occurredOn', 'postcode', 'primaryStrand', 'takeCase'])
    expect(await errorsOf({ channel: 'letter', email: 'x', spokeNow: 'yes', takeCase: 'yes' })).toEqual([
      'email',
      'spokeNow',
    ])
  })

  it('shows none when nothing is wrong', async () => {
    expect(await errorsOf({})).toEqual([])
  })
})

it('refuses a name that nobody can see, and contact details that reach nobody', async () => {
  expect(await errorsOf({ clientName: '\u200b' })).toEqual(['clientName'])
  expect(await readErrors({ email: 'not an email' })).toEqual([
    { field: 'email', message: 'Enter an e-mail address, like name@example.com, or leave it empty' },
  ])
  expect(await errorsOf({ phone: 'none' })).toEqual(['phone'])
  expect(await errorsOf({ phone: '07700 900123 (ask for Anna) or 0151 496 0000' })).toEqual([])
})

it('says of an incident all that is wrong with it', async () => {
  const { strands, occurredOn } = reportInput()
  const errors = await checkIncidentForm(reading, {
    strands,
    occurredOn,
    primaryStrand: 'religion',
    postcode: 'ZZ1 1ZZ',
  })
  expect(errors.map(({ field }) => field)).toEqual(['primaryStrand', 'postcode'])
})

it('says of a client’s details that both the name and every way to reach them are missing', async () => {
  const { caseId } = await reportedCase(worker)
  const sound = changeDetailsInput.parse({})
  expect((await checkDetails(reading, caseId, sound)).map(({ field }) => field)).toEqual(['clientName', 'phone'])
})
