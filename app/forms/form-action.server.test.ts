import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { allocatedCase } from '../../tests/support/cases.ts'
import { MONDAY_MORNING, openWorld, type Person } from '../../tests/support/world.ts'
import type { LoadContext } from '../access/load-context.ts'
import { notFound } from '../access/require.server.ts'
import { done, type Result, refused } from '../domain/result.ts'
import { allocateCase, allocateCaseInput } from '../features/casework/allocation/allocate-case.server.ts'
import { CASE_REFUSALS } from '../features/casework/refusal-words.server.ts'
import { href } from '../href.ts'
import { formAction } from './form-action.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const manager = await world.staff(harthill, 'manager')
const sam = await world.staff(harthill)
const ada = await world.staff(harthill)
const stranger = await world.staff(await world.agency(), 'manager')

const CONTEXT: LoadContext = {
  memo: new Map(),
  readPosted: async () => null,
  nonce: '',
  clientAddress: '192.0.2.1',
  report: () => {},
}

function sentTo(params: Record<string, string>, fields: Record<string, string>): ActionFunctionArgs {
  const body = new URLSearchParams(fields)
  const request = new Request('http://localhost:3000/', { method: 'POST', body })
  return { request, params, context: CONTEXT }
}

function problemsOf(staffId: string | undefined): { kind: 'other-agency' }[] {
  return staffId === stranger.actor.staffId ? [{ kind: 'other-agency' }] : []
}

function allocating(person: Person) {
  return formAction({
    who: async () => ({ actor: person.actor, now: MONDAY_MORNING }),
    params: ['caseId'],
    input: allocateCaseInput,
    check: ({ staffId }) => problemsOf(staffId),
    run: allocateCase,
    next: ({ caseId }) => href('/cases/:caseId', { caseId }, { done: 'allocated' }),
    refusals: CASE_REFUSALS,
  })
}

/** Status, and either where it leads or the form that comes back. */
async function answerOf(answer: Promise<unknown>) {
  const given = await answer.catch((thrown: unknown) => thrown)
  if (given instanceof Response)
    return { status: given.status, location: given.headers.get('Location'), cookies: given.headers.getSetCookie() }
  const { data, init } = given as { data: Record<string, unknown>; init: ResponseInit | null }
  return { status: init?.status ?? 200, cookies: new Headers(init?.headers).getSetCookie(), ...data }
}

async function allocationsOf(caseId: string): Promise<number> {
  const [row] = await world.admin<{ count: number }[]>`
    select count(*)::int as count from case_event where case_id = ${caseId} and kind = 'case-allocated'`
  return row?.count ?? 0
}

const key = { idempotencyKey: randomUUID() }

describe('formAction', () => {
  it('runs the use case with the ids of the address and leads on with 303', async () => {
    const { caseId } = await allocatedCase(sam)
    const fields = { idempotencyKey: randomUUID(), staffId: ada.actor.staffId, note: '' }
    const answer = await answerOf(allocating(manager)(sentTo({ caseId }, fields)))
    expect(answer).toMatchObject({ status: 303, location: href('/cases/:caseId', { caseId }, { done: 'allocated' }) })
    const [row] = await world.admin`select case_worker_id from case_file where case_id = ${caseId}`
    expect(row?.case_worker_id).toBe(ada.actor.staffId)
  })

  it('does nothing a second time under the same key, and answers the same', async () => {
    const { caseId } = await allocatedCase(sam)
    const before = await allocationsOf(caseId)
    const fields = { idempotencyKey: randomUUID(), staffId: ada.actor.staffId, note: '' }
    const first = await answerOf(allocating(manager)(sentTo({ caseId }, fields)))
    expect(await answerOf(allocating(manager)(sentTo({ caseId }, fields)))).toEqual(first)
    expect(await allocationsOf(caseId)).toBe(before + 1)
  })

  it('keeps what was typed when a field is wrong, and when the key is missing', async () => {
    const { caseId } = await allocatedCase(sam)
    const wrong = { ...key, staffId: 'nobody' }
    expect(await answerOf(allocating(manager)(sentTo({ caseId }, wrong)))).toMatchObject({
      status: 422,
      form: { values: { staffId: 'nobody' }, errors: [{ field: 'staffId' }] },
    })
    const unkeyed = { staffId: ada.actor.staffId }
    expect(await answerOf(allocating(manager)(sentTo({ caseId }, unkeyed)))).toMatchObject({
      status: 422,
      form: { values: { staffId: ada.actor.staffId }, errors: [{ field: '' }] },
    })
  })

  it('says what the check finds in the words of the table, before it writes', async () => {
    const { caseId } = await allocatedCase(sam)
    const fields = { ...key, staffId: stranger.actor.staffId }
    expect(await answerOf(allocating(manager)(sentTo({ caseId }, fields)))).toMatchObject({
      status: 422,
      form: { errors: [{ field: 'staffId', message: 'Choose someone from your agency' }] },
    })
  })

  it('says a refusal beside its field, with all that was typed', async () => {
    const { caseId } = await allocatedCase(sam)
    const fields = { idempotencyKey: randomUUID(), staffId: sam.actor.staffId }
    expect(await answerOf(allocating(manager)(sentTo({ caseId }, fields)))).toMatchObject({
      status: 422,
      form: {
        values: { staffId: sam.actor.staffId },
        errors: [{ field: 'staffId', message: 'This person is already the case worker' }],
      },
    })
  })

  it('answers the same 404 for a malformed id, an unknown one and a case of another agency', async () => {
    const { caseId } = await allocatedCase(sam)
    const fields = { idempotencyKey: randomUUID(), staffId: stranger.actor.staffId }
    const unchecked = formAction({
      who: async () => ({ actor: stranger.actor, now: MONDAY_MORNING }),
      params: ['caseId'],
      input: allocateCaseInput,
      run: allocateCase,
      next: () => href('/cases'),
      refusals: CASE_REFUSALS,
    })
    for (const id of ['x', randomUUID(), caseId])
      expect(await answerOf(unchecked(sentTo({ caseId: id }, fields)))).toMatchObject({ status: 404 })
  })

  it('asks who it is before it reads anything', async () => {
    const read: string[] = []
    const shut = formAction({
      who: () => Promise.reject(notFound()),
      run: async () => {
        read.push('run')
        return done(null)
      },
      next: () => href('/'),
      refusals: {},
    })
    const asked = sentTo({}, key)
    expect(await answerOf(shut(asked))).toMatchObject({ status: 404 })
    expect([read, asked.request.bodyUsed]).toEqual([[], false])
  })
})

describe('a page that shows more than its form', () => {
  type Refusal = { kind: 'taken'; by: string } | { kind: 'several' }
  const showing = formAction({
    who: async () => ({ name: 'Ada' }),
    input: z.object({ code: z.string().min(3, 'Enter the code') }),
    forget: ['code'],
    run: async ({ name }, { code }): Promise<Result<string, Refusal>> => {
      if (code === 'taken') return refused({ kind: 'taken', by: name })
      return code === 'several' ? refused({ kind: 'several' }) : done(code)
    },
    next: (_, value) => ({ answer: value }),
    cookies: (value) => [`one=${value}`, 'two=2'],
    refusals: {
      taken: ({ by }) => ({ status: 403, message: `${by} has it` }),
      several: {
        errors: [
          { field: 'code', message: 'First' },
          { field: 'other', message: 'Second' },
        ],
        values: { other: '' },
      },
    },
    shows: (refusal) => ({ answer: null, by: refusal?.kind === 'taken' ? refusal.by : null }),
  })

  it('shows it with an empty form and sets the cookies', async () => {
    expect(await answerOf(showing(sentTo({}, { ...key, code: 'good' })))).toEqual({
      status: 200,
      cookies: ['one=good', 'two=2'],
      answer: 'good',
      form: { values: {}, errors: [] },
    })
  })

  it('shows it beside a form that comes back, without what is to be forgotten', async () => {
    expect(await answerOf(showing(sentTo({}, { ...key, code: 'x' })))).toEqual({
      status: 422,
      cookies: [],
      answer: null,
      by: null,
      form: { values: {}, errors: [{ field: 'code', message: 'Enter the code' }] },
    })
    expect(await answerOf(showing(sentTo({}, { ...key, code: 'taken' })))).toMatchObject({
      status: 403,
      by: 'Ada',
      form: { values: {}, errors: [{ field: '', message: 'Ada has it' }] },
    })
  })

  it('may say a refusal beside several fields and show a further one', async () => {
    expect(await answerOf(showing(sentTo({}, { ...key, code: 'several' })))).toMatchObject({
      status: 422,
      form: { values: { other: '' }, errors: [{ field: 'code' }, { field: 'other' }] },
    })
  })
})

it('does not compile where a refusal has no words', () => {
  const action = formAction({
    who: async () => ({}),
    run: async (): Promise<Result<null, { kind: 'known' } | { kind: 'new' }>> => done(null),
    next: () => href('/'),
    // @ts-expect-error The refusal `new` has no words.
    refusals: { known: { message: 'Known' } },
  })
  expect(action).toBeTypeOf('function')
})
