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

/** Minutes without a request. The others count from sign-in: CONFINED_MINUTES until the second factor. */
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

/** The database stores only this hash of a session's secret. */
function hashOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}

/** Calculated by the database's clock. The web process's clock, which lucia uses, is never stored. */
function inMinutes(minutes: number) {
  return sql<Date>`now() + make_interval(mins => ${minutes})`
}

const adapter: Adapter = {
  async getSessionAndUser(sessionId) {
    const row = await findSession(hashOf(sessionId))
    return row ? [sessionOf(sessionId, row), { id: row.staffId, attributes: row } satisfies DatabaseUser] : [null, null]
  },
  async getUserSessions() {
    // Lucia needs session ids here, and the database has only their hashes.
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
    // Ended sessions stay for an hour: a form that arrives too late is given back to the person whose session it was.
    await asSignIn((tx) => tx.delete(session).where(lt(session.absoluteExpiresAt, inMinutes(-60))))
  },
}

/** Lucia compares with the web process's clock, so it gets the time left by the database's clock. */
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
      // The __Host- prefix keeps a sub-domain from setting the cookie. Browsers allow the prefix over https only.
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
 * Starts a session with a new secret. `replacing` is the session to end, so that each step of signing in has its own
 * secret. A `confined` session opens only the pages that finish signing in.
 */
export async function startSession(
  person: { agencyId: string; staffId: string },
  { confined, replacing }: { confined: boolean; replacing?: string | undefined },
): Promise<{ cookie: string }> {
  if (replacing) await lucia().invalidateSession(replacing)
  const started = await lucia().createSession(person.staffId, { agencyId: person.agencyId, confined })
  return { cookie: lucia().createSessionCookie(started.id).serialize() }
}

export function cookieHeaders(cookies: readonly string[]): Headers {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return headers
}

export function emptyCookie(): string {
  return lucia().createBlankSessionCookie().serialize()
}

/** The signed-in person, with the database's `now`. Read once a request. */
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
  const idleExpiresAt = await extendIdleLimit(sessionId, user, live.fresh)
  const actor = { agencyId, staffId, role }
  return { actor, now, name, agencyName, role, confined, idleExpiresAt, absoluteExpiresAt, sessionId }
}

/** Extends the idle limit each minute. Lucia waits until half of it has passed, and would sign out too soon. */
async function extendIdleLimit(sessionId: string, { now, idleExpiresAt }: SessionRow, moved: boolean): Promise<Date> {
  const whole = IDLE_MINUTES * MINUTE
  if (!moved && idleExpiresAt.getTime() - now.getTime() > whole - MINUTE) return idleExpiresAt
  const next = new Date(now.getTime() + whole)
  if (!moved) await adapter.updateSessionExpiration(sessionId, next)
  return next
}

function sessionIdOf(request: Request): string | null {
  return lucia().readSessionCookie(request.headers.get('Cookie') ?? '')
}

/** The part of a loader's or action's arguments that access needs. */
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
 * The signed-in person. If the session has just ended, the answer to a form contains that form, sealed, so that the
 * person can sign in again and send it.
 * @throws Response 302 to /sign-in or to the missing second factor; 401 with the sealed form; 429
 */
export async function requireActor(args: RequestArgs): Promise<SignedIn> {
  const { request } = args
  const signedIn = await findSignedIn(args)
  const writes = request.method !== 'GET' && request.method !== 'HEAD'
  if (signedIn && !signedIn.confined) {
    if (writes) await limitWrites(signedIn.actor.staffId)
    return signedIn
  }
  if (writes && !signedIn) await throwSealedForm(request)
  throw redirect(
    withReturnPath(
      signedIn ? href('/sign-in/code') : href('/sign-in'),
      safeReturnPath(writes ? null : pathOf(request)),
    ),
  )
}

/** The data for the sign-in form on the root error page. */
export interface SignedOut {
  kept: string
  idempotencyKey: string
  /** In the demonstration, where people have no password, the person to sign in as again. */
  demoStaffId: string | null
}

/** Throws the form that a signed-out person sent, sealed; returns where there is none to keep. */
async function throwSealedForm(request: Request): Promise<void> {
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

/** The person who still needs the second factor. @throws Response 302 for everyone else */
export async function requireHalfSignedIn(args: RequestArgs): Promise<SignedIn> {
  const signedIn = await findSignedIn(args)
  if (!signedIn) throw redirect(href('/sign-in'))
  if (!signedIn.confined) throw redirect(safeReturnPath(new URL(args.request.url).searchParams.get('to')))
  return signedIn
}

/** Adds the request's cookies to the person, for remembering the browser. */
export function withCookies(require: (args: RequestArgs) => Promise<SignedIn>) {
  return async (args: RequestArgs) => ({ ...(await require(args)), cookies: args.request.headers.get('Cookie') })
}

export async function endSession({ sessionId }: Pick<SignedIn, 'sessionId'>): Promise<{ cookie: string }> {
  await lucia().invalidateSession(sessionId)
  return { cookie: emptyCookie() }
}
