import type { AddressPattern } from './routes.ts'

type ParamsOf<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsOf<Rest>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never

/** Values of a query string; those that are undefined or null are left out. Repeated names come as URLSearchParams. */
type Query = URLSearchParams | Readonly<Record<string, string | number | null | undefined>>

type Details<Pattern extends string> = [ParamsOf<Pattern>] extends [never]
  ? [query?: Query]
  : [params: Readonly<Record<ParamsOf<Pattern>, string>>, query?: Query]

/**
 * The address of a page: `href('/sent/:referralId', { referralId }, { done: 'sent' })` is `/sent/R1?done=sent`. Only
 * patterns of `routes.ts` compile, each with all of its parameters.
 */
export function href<Pattern extends AddressPattern>(pattern: Pattern, ...details: Details<Pattern>): string {
  const hasParams = pattern.includes(':')
  const params = (hasParams ? details[0] : undefined) as Record<string, string> | undefined
  const query = details[hasParams ? 1 : 0] as Query | undefined
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''))
  const words = query instanceof URLSearchParams ? query : new URLSearchParams(entriesOf(query ?? {}))
  return words.size > 0 ? `${path}?${words}` : path
}

function entriesOf(query: Exclude<Query, URLSearchParams>): [string, string][] {
  return Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)] as [string, string]],
  )
}
