import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/server-runtime'

type Answer = (request: Request, context: AppLoadContext) => Promise<Response>
type Routes = ServerBuild['routes']

/**
 * A Remix handler for each section of addresses: those with the same first word and the same number of words. Remix
 * compares a request with every route of its build, several times, which took more than a third of a request's time; a
 * section has few routes. The handler of the whole build answers addresses outside all sections.
 */
export function answerBySection(build: ServerBuild, mode: string): Answer {
  const whole = createRequestHandler(build, mode)
  const sections = new Map(sectionsOf(build).map((key) => [key, createRequestHandler(sectionOf(build, key), mode)]))
  return (request, context) => (sections.get(sectionOfPath(new URL(request.url).pathname)) ?? whole)(request, context)
}

/** The key of an address's section, which ignores case. A data request gets the section of its page. */
export function sectionOfPath(pathname: string): string {
  const words = pathname.split('/').filter(Boolean)
  const first = words.length === 1 ? words[0]?.replace(/\.data$/, '') : words[0]
  return `${(first ?? '').toLowerCase()} ${words.length}`
}

/** The sections for which the build has routes. */
export function sectionsOf({ routes }: ServerBuild): string[] {
  const leaves = Object.keys(routes).filter((id) => !Object.values(routes).some(({ parentId }) => parentId === id))
  return [...new Set(leaves.map((id) => sectionOfRoute(routes, id)).filter((key) => key !== undefined))]
}

/** The build with only the routes that an address of the section can match, and the parents of these routes. */
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

/** The section of a route. Undefined for routes without one, such as the root and the 404 page. */
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
