import { createHash, randomUUID } from 'node:crypto'
import { data, redirect } from '@remix-run/node'
import { eq, lt, sql } from 'drizzle-orm'
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import { asSignIn, findSession, type SessionRow } from '../../db/as-actor.ts'
import { readNow } from '../../db/read-now.ts'
import { session } from '../../db/schema/staff.ts'
import type { Actor } from '../domain/partnership/actor.ts'
import { href } from '../href.ts'
import { environment } from './environment.server.ts'
import { keepForm } from './kept-form.server.ts'
import type { LoadContext } from './load-context.ts'
import { limitWrites } from './rate-limit.server.ts'
import { safeReturnPath, withReturnPath } from './return-path.ts'

/** Idle people are signed out after this long, everybody after `ABSOLUTE_MINUTES`; half-way in, sooner. */
const IDLE_MINUTES = 15
const ABSOLUTE_MINUTES = 8 * 60
const CONFINED_MINUTES = 30
const MINUTE = 60_000

interface SessionAttributes {
  agencyId: string
  confined: boolean
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, SessionRow>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: SessionRow
    UserId: string
  }
}

/** The database keeps only this of a session's secret. */
function hashOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}

/** By the database's clock; lucia's idea of the instant, which is the web process's, is never written. */
function inMinutes(minutes: number) {
  return sql<Date>`now() + make_interval(mins => ${minutes})`
}

const adapter: Adapter = {
  async getSessionAndUser(sessionId) {
    const row = await findSession(hashOf(sessionId))
    return row ? [sessionOf(sessionId, row), { id: row.staffId, attributes: row } satisfies DatabaseUser] : [null, null]
  },
  async getUserSessions() {
    // Only hashes are kept, so there is nothing to list that lucia could use.
    return []
  },
  async setSession({ id, userId, attributes }) {
    const { agencyId, confined } = attributes
    await asSignIn((tx) =>
      tx.insert(session).values({
        idHash: hashOf(id),
        agencyId,
        staffId: userId,
        confined,
        absoluteExpiresAt: inMinutes(confined ? CONFINED_MINUTES : ABSOLUTE_MINUTES),
        idleExpiresAt: inMinutes(IDLE_MINUTES),
      }),
    )
  },
  async updateSessionExpiration(sessionId) {
    await asSignIn((tx) =>
      tx
        .update(session)
        .set({ idleExpiresAt: inMinutes(IDLE_MINUTES) })
        .where(eq(session.idHash, hashOf(sessionId))),
    )
  },
  async deleteSession(sessionId) {
    await asSignIn((tx) => tx.delete(session).where(eq(session.idHash, hashOf(sessionId))))
  },
  async deleteUserSessions(staffId) {
    await asSignIn((tx) => tx.delete(session).where(eq(session.staffId, staffId)))
  },
  async deleteExpiredSessions() {
    // Kept for an hour: whose it was decides who may have a form back that came too late.
    await asSignIn((tx) => tx.delete(session).where(lt(session.absoluteExpiresAt, inMinutes(-60))))
  },
}

/** lucia compares with the web process's clock, so it gets the time left by the database's clock. */
function sessionOf(id: string, row: SessionRow): DatabaseSession {
  const left = row.idleExpiresAt.getTime() - row.now.getTime()
  const { agencyId, confined } = row
  return { id, userId: row.staffId, expiresAt: new Date(Date.now() + left), attributes: { agencyId, confined } }
}

let opened: Lucia<SessionAttributes, SessionRow> | undefined

function lucia() {
  const secure = environment().origin.startsWith('https:')
  opened ??= new Lucia<SessionAttributes, SessionRow>(adapter, {
    sessionExpiresIn: new TimeSpan(IDLE_MINUTES, 'm'),
    sessionCookie: {
      // The __Host- prefix keeps a sub-domain from setting it; browsers allow it over https only.
      name: secure ? '__Host-accord' : 'accord',
      expires: false,
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  })
  return opened
}

/**
 * Starts a session under a new secret; `replacing` ends the one before it, so that each step of signing in has its own.
 * `confined`: it reaches only the pages that finish signing in.
 */
export async function startSession(
  person: { agencyId: string; staffId: string },
  { confined, replacing }: { confined: boolean; replacing?: string | undefined },
): Promise<{ cookie: string }> {
  if (replacing) await lucia().invalidateSession(replacing)
  const started = await lucia().createSession(person.staffId, { agencyId: person.agencyId, confined })
  return { cookie: lucia().createSessionCookie(started.id).serialize() }
}

/** Headers that set several cookies. */
export function cookieHeaders(cookies: readonly string[]): Headers {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return headers
}

export function emptyCookie(): string {
  return lucia().createBlankSessionCookie().serialize()
}

/** Who is signed in, with the database's own `now`; asked once for each request. */
export interface SignedIn {
  actor: Actor
  now: Date
  name: string
  agencyName: string
  role: SessionRow['role']
  confined: boolean
  idleExpiresAt: Date
  absoluteExpiresAt: Date
  sessionId: string
}

async function readSignedIn(request: Request): Promise<SignedIn | null> {
  const sessionId = sessionIdOf(request)
  if (!sessionId) return null
  const { session: live, user } = await lucia().validateSession(sessionId)
  if (!live || !user) return null
  const { agencyId, staffId, role, name, agencyName, confined, now, absoluteExpiresAt } = user
  const idleExpiresAt = await slide(sessionId, user, live.fresh)
  const actor = { agencyId, staffId, role }
  return { actor, now, name, agencyName, role, confined, idleExpiresAt, absoluteExpiresAt, sessionId }
}

/** lucia moves the idle limit only in its second half, which could cut the time to half; so a minute is enough here. */
async function slide(sessionId: string, { now, idleExpiresAt }: SessionRow, moved: boolean): Promise<Date> {
  const whole = IDLE_MINUTES * MINUTE
  if (!moved && idleExpiresAt.getTime() - now.getTime() > whole - MINUTE) return idleExpiresAt
  const next = new Date(now.getTime() + whole)
  if (!moved) await adapter.updateSessionExpiration(sessionId, next)
  return next
}

function sessionIdOf(request: Request): string | null {
  return lucia().readSessionCookie(request.headers.get('Cookie') ?? '')
}

/** What a loader or an action has, as far as access needs it. */
export interface RequestArgs {
  request: Request
  context: LoadContext
}

export function findSignedIn({ request, context }: RequestArgs): Promise<SignedIn | null> {
  const known = context.memo.get('signed-in') as Promise<SignedIn | null> | undefined
  if (known) return known
  const found = readSignedIn(request)
  context.memo.set('signed-in', found)
  return found
}

/**
 * The signed-in person, or the way to the sign-in page and back again. A form that came just after its writer's session
 * had ended is not lost: it is handed back sealed, to be carried through signing in.
 * @throws Response 302 to /sign-in or to the second factor that is still owed; 401 with a form to keep; 429
 */
export async function requireActor(args: RequestArgs): Promise<SignedIn> {
  const { request } = args
  const found = await findSignedIn(args)
  const writes = request.method !== 'GET' && request.method !== 'HEAD'
  if (found && !found.confined) {
    if (writes) await limitWrites(found.actor.staffId)
    return found
  }
  if (writes && !found) await handBack(request)
  throw redirect(
    withReturnPath(found ? href('/sign-in/code') : href('/sign-in'), safeReturnPath(writes ? null : pathOf(request))),
  )
}

/** What the root error page shows a sign-in form for. */
export interface SignedOut {
  kept: string
  idempotencyKey: string
  /** In the demonstration: the person to be again, who has no password. */
  demoStaffId: string | null
}

async function handBack(request: Request): Promise<void> {
  const sessionId = sessionIdOf(request)
  if (!sessionId) return
  const former = await asSignIn(async (tx) => {
    const [row] = await tx
      .select({ staffId: session.staffId, confined: session.confined })
      .from(session)
      .where(eq(session.idHash, hashOf(sessionId)))
    return row && !row.confined ? { staffId: row.staffId, now: await readNow(tx) } : null
  })
  const kept = former && (await keepForm(request, former.staffId, former.now))
  if (!kept) return
  const demoStaffId = environment().demo ? former.staffId : null
  const signedOut: SignedOut = { kept, idempotencyKey: randomUUID(), demoStaffId }
  throw data(signedOut, { status: 401, statusText: 'Signed out' })
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return pathname.replace(/\.data$/, '') + search
}

/**
 * Somebody whose password was right and whose second factor is still owed: the only one these pages are for.
 * @throws Response 302 for everybody else
 */
export async function requireHalfSignedIn(args: RequestArgs): Promise<SignedIn> {
  const found = await findSignedIn(args)
  if (!found) throw redirect(href('/sign-in'))
  if (!found.confined) throw redirect(safeReturnPath(new URL(args.request.url).searchParams.get('to')))
  return found
}

/** The same person with the cookies of the request, for what a browser is remembered by. */
export function withCookies(require: (args: RequestArgs) => Promise<SignedIn>) {
  return async (args: RequestArgs) => ({ ...(await require(args)), cookies: args.request.headers.get('Cookie') })
}

export async function endSession({ sessionId }: Pick<SignedIn, 'sessionId'>): Promise<{ cookie: string }> {
  await lucia().invalidateSession(sessionId)
  return { cookie: emptyCookie() }
}
