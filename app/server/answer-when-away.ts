import type { ActionFunctionArgs, ServerBuild } from '@remix-run/server-runtime'
import { data } from '@remix-run/server-runtime'
import { isDatabaseAway } from '../../db/database-error.ts'
import { postedFields } from '../access/kept-form.server.ts'

type Route = ServerBuild['routes'][string]
type Handler = NonNullable<Route['module']['loader']>

/**
 * Wraps every loader and action of the build. When the database cannot be reached, the answer is a 503 that asks to try
 * again and contains the sent form, so that nothing typed is lost.
 */
export function withTryAgain(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, wrapRoute(route)] as const)
  return { ...build, routes: Object.fromEntries(routes) }
}

function wrapRoute(route: Route): Route {
  const { loader, action } = route.module
  return {
    ...route,
    module: {
      ...route.module,
      ...(loader && { loader: answerWhenAway(loader) }),
      ...(action && { action: answerWhenAway(action) }),
    },
  }
}

function answerWhenAway(handler: Handler): Handler {
  return async (args) => {
    try {
      return await handler(args)
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      args.context.report(error)
      throw data(await postedFormOf(args), { status: 503, statusText: 'Service Unavailable' })
    }
  }
}

async function postedFormOf({ request, context }: ActionFunctionArgs) {
  const posted = request.method === 'POST' ? await context.readPosted() : null
  return posted ? postedFields(request.url, posted) : null
}
