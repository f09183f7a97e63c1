import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { toDay } from '../../domain/time/calendar-day.ts'
import { sayRefusal } from '../../forms/refusal-table.server.ts'
import { deleteNote } from './delete-note.server.ts'
import { NOTES } from './notes-query.ts'
import { findOwnNote, listNotes } from './read-notes.server.ts'
import { TENSION_REFUSALS } from './refusal-words.server.ts'
import { type NoteInput, noteProblems, writeTensionNote } from './write-note.server.ts'

const world = await openWorld()
const council = await world.agency({ name: 'City Cohesion & Safety Unit' })
const beacon = await world.agency({ name: 'Beacon Victim Care' })
const siobhan = await world.staff(council, 'cohesion_officer', 'Siobhan Kilbride')
const marcus = await world.staff(beacon, 'coordinator')
const bea = await world.staff(beacon)

const input: NoteInput = {
  ward: 'Toxteth',
  grade: 'potential',
  strands: ['race'],
  note: 'Rumours of a march on Saturday; Beacon Victim Care heard the same.',
  expiresOn: null,
  nobodyNamed: false,
}
const ALL = NOTES.read(new URLSearchParams())
const SPEKE = NOTES.read(new URLSearchParams('ward=Speke'))

describe('a tension note (G14)', () => {
  it('is kept with ward and grade for three months, for coordinators and cohesion officers of all agencies', async () => {
    const written = await writeTensionNote(asking(siobhan), input)
    expect(written.ok).toBe(true)
    expect(await listNotes(asking(marcus), ALL)).toMatchObject({
      total: 1,
      rows: [
        {
          ward: 'Toxteth',
          grade: 'potential',
          writtenByName: 'Siobhan Kilbride',
          mayDelete: false,
          expiresOn: '2027-02-23',
        },
      ],
    })
    expect((await listNotes(asking(bea), ALL)).total).toBe(0)
    expect((await listNotes(asking(siobhan), SPEKE)).total).toBe(0)
    expect(await writeTensionNote(asking(bea), input)).toEqual({ ok: false, refusal: { kind: 'not-allowed' } })
  })

  it('with a personal name warns, and stands when a person says that there is none', async () => {
    const named = { ...input, note: 'Threats against Amara Diallo, ring 07700 900123.' }
    const once = asking(siobhan)
    const refused = await writeTensionNote(once, named)
    if (refused.ok || refused.refusal.kind === 'already-done') throw new Error('It was kept.')
    expect(sayRefusal(TENSION_REFUSALS, refused.refusal)).toEqual({
      status: 422,
      errors: [
        {
          field: 'note',
          message:
            '“07700 900123” looks like a telephone number, “Amara Diallo” looks like the name of a person. Remove it, or confirm below that it is not about a person',
        },
      ],
      values: { nobodyNamed: '' },
    })
    expect((await writeTensionNote(once, { ...named, nobodyNamed: true })).ok).toBe(true)
    const [event] =
      await world.admin`select data from case_event where kind = 'tension-noted' order by seq desc limit 1`
    expect(event?.data).toMatchObject({ confirmed: true })
    expect(JSON.stringify(event?.data)).not.toContain('Amara')
  })

  it.each([
    { expiresOn: '2026-11-23', why: 'it would be over today' },
    { expiresOn: '2027-05-24', why: 'it is more than six months away' },
  ])('may not stand until $expiresOn, because $why', async ({ expiresOn }) => {
    expect(await writeTensionNote(asking(siobhan), { ...input, expiresOn: toDay(expiresOn) })).toEqual({
      ok: false,
      refusal: { kind: 'expiry-not-allowed' },
    })
    const { now } = asking(siobhan)
    expect(noteProblems({ expiresOn: toDay(expiresOn) }, now)).toEqual([{ kind: 'expiry-not-allowed' }])
  })

  it('is not shown after its last day', async () => {
    const written = await writeTensionNote(asking(siobhan), { ...input, ward: 'Speke', expiresOn: toDay('2026-11-30') })
    expect(written.ok).toBe(true)
    const onDay = (day: string) => listNotes(asking(siobhan, new Date(`${day}T12:00:00Z`)), SPEKE)
    expect([(await onDay('2026-11-30')).total, (await onDay('2026-12-01')).total]).toEqual([1, 0])
  })

  it('is deleted by its own agency alone', async () => {
    const written = await writeTensionNote(asking(siobhan), { ...input, ward: 'Walton' })
    if (!written.ok) throw new Error(written.refusal.kind)
    const { noteId } = written.value
    expect(await findOwnNote(asking(marcus), noteId)).toBeNull()
    for (const [person, id] of [
      [marcus, noteId],
      [bea, noteId],
      [siobhan, randomUUID()],
    ] as const)
      expect(await deleteNote(asking(person), { noteId: id })).toEqual({ ok: false, refusal: { kind: 'not-found' } })
    expect(await findOwnNote(asking(siobhan), noteId)).toMatchObject({ ward: 'Walton', mayDelete: true })
    expect((await deleteNote(asking(siobhan), { noteId })).ok).toBe(true)
    expect(await findOwnNote(asking(siobhan), noteId)).toBeNull()
  })
})
