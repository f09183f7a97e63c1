import type postgres from 'postgres'
import type { Answer } from './browser/visitor.ts'

/** What an answer says, without what differs from one answer to the next: ids, nonces, instants. */
export function saying({ status, headers, body }: Answer): string {
  const told = ['location', 'content-type', 'set-cookie', 'retry-after'].map((name) => headers.get(name))
  return (
    [status, ...told, body]
      .join('\n')
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, 'ID')
      .replaceAll(/nonce(="|":")[^"]+/g, 'nonce')
      // The picture and the text of a fresh secret for an app.
      .replaceAll(/base64,[\w+/=]+|\b[A-Z2-7]{4}( [A-Z2-7]{4})+|\b[A-Z2-7]{32}\b|\bv1\.[\w.-]+/g, 'SECRET')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z|\b\d{13}\b/g, 'INSTANT')
  )
}

/** Where two texts part, with what stands around it. */
export function firstDifference(one: string, other: string) {
  const at = [...one].findIndex((letter, place) => letter !== other[place])
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 40).replaceAll('\n', ' ')
  return `${around(one)} … ${around(other)}`
}

/**
 * A hash of everything the portal keeps, but for who is signed in and how often somebody tried. That a person looked into
 * a case of their own agency is written down before it turns out that there is no such part of it, so it does not count.
 */
export async function digestOf(admin: postgres.Sql): Promise<Record<string, string>> {
  const tables = await admin<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not in ('session', 'rate_limit', 'audit_head') union all select 'pgboss.job'`
  const hashes = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = name === 'case_event' ? `(select * from case_event where kind <> 'record-consulted')` : name
      const [row] = await admin.unsafe(
        `select coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') as hash from ${rows} t`,
      )
      return [name, String(row?.hash)] as const
    }),
  )
  return Object.fromEntries(hashes)
}
