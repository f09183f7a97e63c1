import { done, type Result, refused } from '../result.ts'

/** What the client wants about something the agency does for them (G8). */
export const CLIENT_WISHES = {
  agreed: { label: 'The client agrees' },
  prefers_not: { label: 'The client prefers not' },
  not_asked: { label: 'The client was not asked' },
} as const satisfies Record<string, { label: string }>

export type ClientWish = keyof typeof CLIENT_WISHES

/** `clientWishReason` says why the client was not asked. Otherwise it is ''. */
export interface AskedWish {
  clientWish: ClientWish
  clientWishReason: string
}

export type ClientWishRefusal = { kind: 'client-prefers-not' } | { kind: 'client-wish-reason-missing' }

/** Whether the agency may act: not against the client's wish, and without asking only for a reason. */
export function checkClientWish({ clientWish, clientWishReason }: AskedWish): Result<AskedWish, ClientWishRefusal> {
  if (clientWish === 'prefers_not') return refused({ kind: 'client-prefers-not' })
  if (clientWish === 'agreed') return done({ clientWish, clientWishReason: '' })
  const reason = clientWishReason.trim()
  return reason ? done({ clientWish, clientWishReason: reason }) : refused({ kind: 'client-wish-reason-missing' })
}
