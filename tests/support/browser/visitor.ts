import { signIn } from '../sign-in.ts'
import type { Person } from '../world.ts'

export interface Answer {
  status: number
  headers: Headers
  body: string
}

export interface Asked {
  method?: 'GET' | 'POST'
  /** A form, or the raw text of one. */
  body?: URLSearchParams | FormData | string
  headers?: Record<string, string>
  /** The page that a form claims to stand on; ours, unless told otherwise. null: none is named. */
  from?: string | null
}

/** Somebody who asks the portal for addresses and follows no redirect. */
export interface Visitor {
  ask(address: string, args?: Asked): Promise<Answer>
}

/** A signed-in person without a browser; nobody in particular when no person is given. */
export async function visitor(origin: string, person?: Person, options: { confined?: boolean } = {}): Promise<Visitor> {
  const cookie = person ? await signIn(person, options) : ''
  return {
    async ask(address, { method = 'GET', body, headers = {}, from = origin } = {}) {
      const sent = new Headers(headers)
      if (cookie) sent.set('Cookie', cookie)
      if (method === 'POST' && from !== null) sent.set('Origin', from)
      const answer = await fetch(origin + address, { method, redirect: 'manual', headers: sent, body: body ?? null })
      return { status: answer.status, headers: answer.headers, body: await answer.text() }
    },
  }
}

/** Does something with each, several at a time; the answers are in the order of the asking. */
export async function inParallel<Item, Value>(items: readonly Item[], fn: (item: Item) => Promise<Value>) {
  const answers = new Array<Value>(items.length)
  const waiting = items.entries()
  const work = async () => {
    for (const [at, item] of waiting) answers[at] = await fn(item)
  }
  await Promise.all(Array.from({ length: 8 }, work))
  return answers
}
