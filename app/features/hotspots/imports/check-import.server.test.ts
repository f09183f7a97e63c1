import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { incidentFile, incidentLine } from '../../../../tests/support/csv.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { sayRefusal } from '../../../forms/refusal-table.server.ts'
import { checkImport, checkImportInput, confirmImport, findCheckedImport } from './check-import.server.ts'
import { explainIncidentColumns, INCIDENT_COLUMNS } from './incident-columns.server.ts'
import { listImports } from './list-imports.server.ts'
import { IMPORT_REFUSALS } from './refusal-words.server.ts'

const world = await openWorld()
const agency = await world.agency({ name: 'Harthill Bridge Homes' })
const office = await world.agency({ kind: 'council_unit' })

const fileOf = (text: string) => new File([text], 'own.csv', { type: 'text/csv' })
const counted = () => world.admin`select 1 from counted_incident`

describe('a file that a coordinator imports', () => {
  it('is tried out, shown, and imported once its sender agrees', async () => {
    const coordinator = await world.staff(office, 'coordinator', 'Marcus Adeyemi')
    const file = fileOf(`\uFEFF${incidentFile([incidentLine(), incidentLine({ reference: 'R-2' })])}`)
    const input = checkImportInput.parse({ agencyId: agency.agencyId, csv: file })
    expect(await checkImport(asking(coordinator), input)).toEqual({ ok: true, value: { rows: 2, added: 2 } })
    expect(await counted()).toHaveLength(0)
    expect(await findCheckedImport(asking(coordinator))).toMatchObject({
      agencyId: agency.agencyId,
      agencyName: 'Harthill Bridge Homes',
      rows: 2,
      added: 2,
    })
    const { mark = '' } = (await findCheckedImport(asking(coordinator))) ?? {}
    expect(await confirmImport(asking(coordinator), { mark: 'of another file' })).toMatchObject({
      refusal: { kind: 'another-file' },
    })
    expect(await confirmImport(asking(coordinator), { mark })).toEqual({ ok: true, value: { rows: 2, added: 2 } })
    expect(await counted()).toHaveLength(2)
    expect(await findCheckedImport(asking(coordinator))).toBeNull()
    expect(await confirmImport(asking(coordinator), { mark })).toEqual({ ok: true, value: null })
    expect(await listImports(coordinator)).toMatchObject([
      { agencyName: 'Harthill Bridge Homes', rows: 2, added: 2, importedBy: `Marcus Adeyemi, ${office.name}` },
    ])
  })

  it('is nobody else’s, and the last one counts', async () => {
    const [one, other] = [await world.staff(office, 'coordinator'), await world.staff(office, 'coordinator')]
    for (const lines of [['R-7'], ['R-8', 'R-9']]) {
      const csv = fileOf(incidentFile(lines.map((reference) => incidentLine({ reference }))))
      await checkImport(asking(one), { agencyId: agency.agencyId, csv })
    }
    expect(await findCheckedImport(asking(other))).toBeNull()
    expect(await findCheckedImport(asking(one))).toMatchObject({ rows: 2 })
  })

  it('is shown again with every fault and its line, and is not kept', async () => {
    const coordinator = await world.staff(office, 'coordinator')
    const lines = Array.from({ length: 30 }, (_, at) => incidentLine({ reference: `B-${at}`, lat: '1' }))
    const answer = await checkImport(asking(coordinator), {
      agencyId: agency.agencyId,
      csv: fileOf(incidentFile(lines)),
    })
    if (answer.ok) throw new Error('Taken.')
    const { errors } = sayRefusal(IMPORT_REFUSALS, answer.refusal)
    expect(errors).toHaveLength(21)
    expect(errors[0]).toEqual({ field: 'csv', message: 'Line 2: This point is outside the partnership’s area' })
    expect(errors[20]).toEqual({ field: 'csv', message: 'and 10 more' })
    expect(await findCheckedImport(asking(coordinator))).toBeNull()
  })

  it.each([
    { why: 'no agency', given: { csv: fileOf('x') }, field: 'agencyId' },
    { why: 'no file', given: { agencyId: agency.agencyId }, field: 'csv' },
    { why: 'words instead of a file', given: { agencyId: agency.agencyId, csv: 'words' }, field: 'csv' },
    { why: 'an empty file', given: { agencyId: agency.agencyId, csv: fileOf('') }, field: 'csv' },
  ])('is asked for beside its field: $why', ({ given, field }) => {
    const parsed = checkImportInput.safeParse(given)
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field])
  })
})

it('the template names the columns that a file must have, and each has an example', async () => {
  const template = await readFile(new URL('../../../../public/incidents-template.csv', import.meta.url), 'utf8')
  expect(template).toBe(`\uFEFF${INCIDENT_COLUMNS.join(',')}\r\n`)
  expect(explainIncidentColumns().every(({ holds, example }) => holds !== '' && example !== '')).toBe(true)
})
