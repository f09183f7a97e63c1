import { expect, it } from 'vitest'
import { openStage } from '../support/browser/journey.ts'
import { reportedCase } from '../support/cases.ts'
import { incidentFile, incidentLine } from '../support/csv.ts'

const stage = await openStage()
const { world, worker, sender } = stage
const now = new Date()
const office = await world.agency({ kind: 'council_unit', name: 'City Cohesion' })

it.each([{ javaScript: true }, { javaScript: false }])(
  'a coordinator tries a file out, corrects and imports it, and protects a place (JavaScript: $javaScript)',
  async ({ javaScript }) => {
    const coordinator = await world.staff(office, 'coordinator')
    const marcus = await stage.arrive(coordinator, { javaScript })
    const send = async (...lines: string[]) => {
      const agencies = marcus.page.locator('select[name="agencyId"]')
      await agencies.selectOption(sender.agencyId)
      const buffer = Buffer.from(incidentFile(lines))
      await marcus.page.setInputFiles('input[name="csv"]', { name: 'own.csv', mimeType: 'text/csv', buffer })
      await marcus.press('Check the file')
    }
    const sendWorkbook = async (name: string, buffer: Buffer) => {
      await marcus.page.locator('select[name="agencyId"]').selectOption(sender.agencyId)
      await marcus.page.setInputFiles('input[name="csv"]', { name, mimeType: 'application/octet-stream', buffer })
      await marcus.press('Check the file')
      await marcus.says('This is not a CSV file. Save it as “CSV UTF-8”')
    }
    const reference = `R-${javaScript}`
    await marcus.go('/map/imports')
    await marcus.press('Import a file')
    await sendWorkbook('own.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 0xff, 10, 0]))
    await sendWorkbook('own.csv', Buffer.from(`\uFEFF${incidentFile([incidentLine()])}`, 'utf16le'))
    await sendWorkbook('own.csv', Buffer.from(incidentFile([incidentLine({ client: 'P\0' })])))
    await send(incidentLine({ reference }), incidentLine({ reference: 'R-2', lat: '-2.99', lng: '53.4' }))
    await marcus.says('Line 3: “lat” and “lng” are swapped')
    await send(incidentLine({ reference }))
    await marcus.says('1 of 1 incidents of Harthill Bridge Homes would be added')
    const [before] = await world.admin`select count(*)::int as rows from incident_import`
    await marcus.press('Import 1 incidents')
    await marcus.says('The file is imported')
    const [after] = await world.admin`select count(*)::int as rows from incident_import`
    expect(after?.rows).toBe(before?.rows + 1)

    await marcus.go('/map/places')
    await marcus.press('Protect a place')
    await marcus.press('Protect this place')
    await marcus.says('Enter why this place is protected')
    await marcus.fill('reason', 'A refuge')
    await marcus.page.locator('select[name="ward"]').selectOption('Speke')
    await marcus.press('Protect this place')
    await marcus.says('The place is protected in every release from now on')
    await marcus.press('Remove')
    await marcus.says('The place is removed from the list')
  },
)

it('a case worker says where it was by its postcode, and that the client does not want to be counted', async () => {
  const { caseId } = await reportedCase(worker, { now })
  const sam = await stage.arrive(worker)
  await sam.go(`/cases/${caseId}/incidents/new`)
  expect(await sam.page.locator('#postcode').count()).toBe(0)
  await world.admin`insert into postcode (postcode, lat, lng) values ('L72AB', 53.41, -2.95)`
  await sam.go(`/cases/${caseId}/incidents/new`)
  await sam.fill('account', 'And again.')
  await sam.choose('strands', 'race')
  await sam.choose('violence', 'no')
  await sam.fill('postcode', 'L99 9ZZ')
  await sam.press('Add this incident')
  await sam.says('This postcode is not in the partnership’s area')
  await sam.fill('postcode', 'l7 2ab')
  await sam.press('Add this incident')
  await sam.go(`/cases/${caseId}/incidents`)
  await sam.says('Known by its postcode, near the middle of')
  expect(await sam.page.content()).not.toContain('53.41')

  await sam.go(`/cases/${caseId}/edit`)
  await sam.choose('counted', 'no')
  await sam.press('Save these details')
  await sam.says('Not counted: the client said no')
  const counted = await world.admin`
    select 1 from counted_incident k join incident i using (agency_id, incident_id) where i.case_id = ${caseId}`
  expect(counted).toHaveLength(0)
})
