import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/server-runtime'

type Answer = (request: Request, context: AppLoadContext) => Promise<Response>
type Routes = ServerBuild['routes']

/**
 * Remix, once for each section of the addresses: those of one first word and one length. It holds each request against
 * every route of its build, several times and from the start, which took more than a third of the time of a request; a
 * section has few. An address of no known section is for the whole build to answer.
 */
export function answerBySection(build: ServerBuild, mode: string): Answer {
  const whole = createRequestHandler(build, mode)
  const sections = new Map(sectionsOf(build).map((key) => [key, createRequestHandler(sectionOf(build, key), mode)]))
  return (request, context) => (sections.get(sectionOfPath(new URL(request.url).pathname)) ?? whole)(request, context)
}

/** The section of an address, also when it is asked for as data. Addresses are matched in either case. */
export function sectionOfPath(pathname: string): string {
  const words = pathname.split('/').filter(Boolean)
  const first = words.length === 1 ? words[0]?.replace(/\.data$/, '') : words[0]
  return `${(first ?? '').toLowerCase()} ${words.length}`
}

/** The sections that routes are fixed to. */
export function sectionsOf({ routes }: ServerBuild): string[] {
  const leaves = Object.keys(routes).filter((id) => !Object.values(routes).some(({ parentId }) => parentId === id))
  return [...new Set(leaves.map((id) => sectionOfRoute(routes, id)).filter((key) => key !== undefined))]
}

/** The build with only what an address of the section can reach: its own routes, and those of any. */
export function sectionOf(build: ServerBuild, key: string): ServerBuild {
  const kept = new Set<string | undefined>()
  for (const id of Object.keys(build.routes)) {
    if ((sectionOfRoute(build.routes, id) ?? key) !== key) continue
    for (let at = build.routes[id]; at; at = at.parentId ? build.routes[at.parentId] : undefined) kept.add(at.id)
  }
  const within = <Route>(all: Record<string, Route>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)))
  return { ...build, routes: within(build.routes), assets: { ...build.assets, routes: within(build.assets.routes) } }
}

/** undefined: the route may stand for an address of any section, as the root and the page of what is not there do. */
function sectionOfRoute(routes: Routes, id: string): string | undefined {
  const pattern = patternOf(routes, id)
  const [first] = pattern
  if (!first || first.startsWith(':') || pattern.some((word) => /[*?]/.test(word))) return
  return `${first.toLowerCase()} ${pattern.length}`
}

function patternOf(routes: Routes, id: string): string[] {
  const route = routes[id]
  if (!route) return []
  return [
    ...(route.parentId ? patternOf(routes, route.parentId) : []),
    ...(route.path ?? '').split('/').filter(Boolean),
  ]
}
