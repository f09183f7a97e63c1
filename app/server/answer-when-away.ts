import type { ActionFunctionArgs, ServerBuild } from '@remix-run/server-runtime'
import { data } from '@remix-run/server-runtime'
import { isDatabaseAway } from '../../db/database-error.ts'
import { postedFields } from '../access/kept-form.server.ts'

type Route = ServerBuild['routes'][string]
type Handler = NonNullable<Route['module']['loader']>

/**
 * The build with every loader and action wrapped: where the database could not be reached, the answer is a 503 that asks
 * to try again and carries the form that was sent, in place of an error that loses it.
 */
export function withTryAgain(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, wrapped(route)] as const)
  return { ...build, routes: Object.fromEntries(routes) }
}

function wrapped(route: Route): Route {
  const { loader, action } = route.module
  return {
    ...route,
    module: {
      ...route.module,
      ...(loader && { loader: guarded(loader) }),
      ...(action && { action: guarded(action) }),
    },
  }
}

function guarded(handler: Handler): Handler {
  return async (args) => {
    try {
      return await handler(args)
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      args.context.report(error)
      throw data(await formAgain(args), { status: 503, statusText: 'Service Unavailable' })
    }
  }
}

async function formAgain({ request, context }: ActionFunctionArgs) {
  const posted = request.method === 'POST' ? await context.readPosted() : null
  return posted ? postedFields(request.url, posted) : null
}
