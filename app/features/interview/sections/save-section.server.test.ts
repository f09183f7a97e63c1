import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../../db/as-actor.ts'
import { allowed } from '../../../../tests/support/cases.ts'
import { arrangedInterview, savedSection, sectionInput } from '../../../../tests/support/casework/interviews.ts'
import { asking, MONDAY_MORNING, openWorld, type Person } from '../../../../tests/support/world.ts'
import { allocateCase } from '../../casework/allocation/allocate-case.server.ts'
import { deleteDraft, keepDraft } from '../../drafts/keep-draft.server.ts'
import { cancelInterview } from '../arrange/cancel-interview.server.ts'
import { readSection } from './read-section.server.ts'
import { saveSection } from './save-section.server.ts'

const world = await openWorld()
const agency = await world.agency()
const [worker, colleague] = [await world.staff(agency, 'case_worker', 'Priya'), await world.staff(agency)]
const manager = await world.staff(agency, 'manager')
const stranger = await world.staff(await world.agency())

type Key = { caseId: string; interviewId: string }
const shown = (by: Person, key: Key, section: string) =>
  asActor(by.actor, (tx) => readSection(tx, { actor: by.actor, now: MONDAY_MORNING }, key, section))
const events = (caseId: string, kind: string) =>
  world.admin`select data from case_event where case_id = ${caseId} and kind = ${kind} order by seq`

describe('I7: what the client said', () => {
  it('is saved section by section, and a colleague goes on with it after a hand-over', async () => {
    const key = await arrangedInterview(worker)
    await savedSection(worker, key, 'account', { what: 'He shouted at me', accountDone: 'no' })
    allowed(await allocateCase(asking(manager), { caseId: key.caseId, staffId: colleague.actor.staffId }))
    const page = await shown(colleague, key, 'account')
    expect(page?.saved).toMatchObject({ what: 'He shouted at me', accountDone: 'no' })
    const more = { what: 'He shouted at me twice', accountDone: 'yes' }
    const answer = await saveSection(asking(colleague), sectionInput(key, 'account', more, page?.seenVersion))
    expect(answer).toEqual({ ok: true, value: { complete: true } })
    expect(await events(key.caseId, 'interview-section-saved')).toEqual([
      { data: { interviewId: key.interviewId, section: 'account', complete: false } },
      { data: { interviewId: key.interviewId, section: 'account', complete: true } },
    ])
  })

  it('is never in the log', async () => {
    const key = await arrangedInterview(worker)
    await savedSection(worker, key, 'account', { what: 'Secret words', responsible: 'Mr Hill' })
    const log = await world.admin`select data from case_event where case_id = ${key.caseId}`
    expect(JSON.stringify(log)).not.toMatch(/Secret|Hill/)
  })

  it('is saved by one of two writers: the other sees who was first and what is saved', async () => {
    const key = await arrangedInterview(worker)
    await savedSection(worker, key, 'account', { what: 'He shouted' })
    const late = await saveSection(asking(colleague), sectionInput(key, 'account', { what: 'She shouted' }))
    expect(late).toMatchObject({
      refusal: {
        kind: 'section-changed-since',
        byName: 'Priya',
        seenVersion: '1',
        saved: [{ question: 'What happened?', answer: 'He shouted' }],
      },
    })
    const both = await Promise.all(
      [worker, colleague].map((by) => saveSection(asking(by), sectionInput(key, 'account', { what: by.name }, '1'))),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('ends the draft of its writer, of this section alone', async () => {
    const key = await arrangedInterview(worker)
    const draftId = randomUUID()
    const of = (page: string) => ({ form: 'interview', subject: key.interviewId, page }) as const
    const as = { actor: worker.actor, now: MONDAY_MORNING }
    await keepDraft(as, of('account'), { draftId: [draftId], what: ['He sho'] })
    await keepDraft(as, of('background'), { draftId: [randomUUID()], effect: ['No sleep'] })
    expect((await shown(worker, key, 'account'))?.draft?.fields.what).toEqual(['He sho'])
    expect((await shown(colleague, key, 'account'))?.draft).toBeNull()
    await savedSection(worker, key, 'account', { draftId, what: 'He shouted' })
    expect((await shown(worker, key, 'account'))?.draft).toBeNull()
    expect((await shown(worker, key, 'background'))?.draft?.fields.effect).toEqual(['No sleep'])
    await expect(deleteDraft({ ...as, actor: stranger.actor }, of('background'))).rejects.toMatchObject({ status: 404 })
  })

  it('is not for another agency, and not for an interview that is over', async () => {
    const key = await arrangedInterview(worker)
    const save = (by: Person) => saveSection(asking(by), sectionInput(key, 'account', { what: 'x' }))
    expect(await save(stranger)).toMatchObject({ refusal: { kind: 'not-found' } })
    expect(await shown(stranger, key, 'account')).toBeNull()
    allowed(await cancelInterview(asking(worker), { ...key, reason: 'not_safe' }))
    expect(await save(worker)).toMatchObject({ refusal: { kind: 'interview-over' } })
    expect(await shown(worker, key, 'account')).toBeNull()
  })
})

describe('what a section proves', () => {
  it('R7: the process is explained once it is said when, how and in which format', async () => {
    const key = await arrangedInterview(worker, { communicationNeeds: ['easy_read'] })
    expect((await shown(worker, key, 'process'))?.known).toEqual([
      { heading: 'The client needs papers as', sentences: ['Easy Read'] },
    ])
    await savedSection(worker, key, 'process', { explainedOn: '2026-11-23', ways: [] })
    expect(await events(key.caseId, 'process-explained')).toEqual([])
    const explained = { explainedOn: '2026-11-23', ways: ['said', 'leaflet_given'], format: 'easy_read' }
    allowed(await saveSection(asking(worker), sectionInput(key, 'process', explained, '1')))
    allowed(
      await saveSection(asking(worker), sectionInput(key, 'process', { ...explained, processQuestions: 'Why' }, '2')),
    )
    expect(await events(key.caseId, 'process-explained')).toEqual([
      { data: { interviewId: key.interviewId, ...explained } },
    ])
  })

  it('G9: encouragement has a day, benefits and an answer, and nothing is ticked before', async () => {
    const key = await arrangedInterview(worker)
    const page = await shown(worker, key, 'encouragement')
    expect(page?.saved).toMatchObject({ benefits: [], response: '' })
    const given = { givenOn: '2026-11-23', benefits: ['safer', 'support'], response: 'wants_time' }
    await savedSection(worker, key, 'encouragement', given)
    expect(await events(key.caseId, 'encouragement-given')).toEqual([
      { data: { interviewId: key.interviewId, ...given } },
    ])
  })

  it('G5, G6: each need was there, or the interview went on without it for a reason', async () => {
    const key = await arrangedInterview(worker, { interpreterNeeded: true, communicationNeeds: ['bsl_interpreter'] })
    const page = await shown(worker, key, 'needs')
    const answers = { need_interpreter: 'did_not_come', need_bsl_interpreter: 'met', need_braille: 'met' }
    const answer = await saveSection(asking(worker), sectionInput(key, 'needs', answers, page?.seenVersion))
    expect(answer).toEqual({ ok: true, value: { complete: true } })
    const rows =
      await world.admin`select need, state, reason from need_booking where interview_id = ${key.interviewId} order by need`
    expect(rows).toEqual([
      { need: 'bsl_interpreter', state: 'delivered', reason: null },
      { need: 'interpreter', state: 'went_without', reason: 'did_not_come' },
    ])
    expect(await events(key.caseId, 'need-booking-changed')).toHaveLength(2)
  })

  it('G8: the wishes are those of the case, and are not overwritten by who saw older ones', async () => {
    const key = await arrangedInterview(worker)
    const page = await shown(worker, key, 'wishes')
    expect(page?.saved.wishes).toBe('I want it to stop.')
    await world.admin`update case_file set wishes = 'To move' where case_id = ${key.caseId}`
    const save = (seen = '') =>
      saveSection(asking(worker), sectionInput(key, 'wishes', { wishes: 'To be heard' }, seen))
    expect(await save(page?.seenVersion)).toMatchObject({ refusal: { kind: 'section-changed-since' } })
    allowed(await save((await shown(worker, key, 'wishes'))?.seenVersion))
    const [file] = await world.admin`select wishes from case_file where case_id = ${key.caseId}`
    expect(file?.wishes).toBe('To be heard')
    expect(await events(key.caseId, 'case-details-changed')).toEqual([{ data: { changed: ['wishes'] } }])
  })
})
