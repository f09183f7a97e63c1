import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useEffect } from 'react'
import { permissionsOf } from './access/ability.ts'
import { environment } from './access/environment.server.ts'
import { isHeldByClient, sectionsFor } from './access/navigation.ts'
import { useNonce } from './access/nonce.ts'
import { findSignedIn, type SignedOut } from './access/session.server.ts'
import { SignInAgain } from './features/sign-in/sign-in-again.tsx'
import { useLeaveWarning } from './forms/leave-warning.ts'
import { href } from './href.ts'
import styles from './ui/accord.scss?url'
import { documentTitle } from './ui/layout/document-title.ts'
import { enhance } from './ui/layout/enhance.ts'
import { ErrorPage, statusOf } from './ui/layout/error-page.tsx'
import { errorWords } from './ui/layout/error-words.ts'
import { HeadTags } from './ui/layout/head-tags.tsx'
import { PageLayout } from './ui/layout/page-layout.tsx'
import { SessionTimeoutWarning } from './ui/layout/session-timeout-warning.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = ({ error }) => [
  { title: documentTitle(error ? errorWords(statusOf(error)).title : 'Hate crime partnership') },
]

export async function loader(args: LoaderFunctionArgs) {
  const found = await findSignedIn(args)
  const signedIn = found && !found.confined ? found : null
  const heldByClient = isHeldByClient(args.request)
  const { demo } = environment()
  return {
    demo,
    now: (found?.now ?? new Date()).toISOString(),
    heldByClient,
    navigation: signedIn && !heldByClient ? sectionsFor(signedIn.actor, { demo }) : [],
    searchHref:
      signedIn && !heldByClient && permissionsOf(signedIn.actor).mayEver('select', 'caseFile') ? href('/search') : '',
    person: signedIn && {
      staffId: signedIn.actor.staffId,
      name: signedIn.name,
      agencyName: signedIn.agencyName,
      idleEndsAt: signedIn.idleExpiresAt.toISOString(),
      absoluteEndsAt: signedIn.absoluteExpiresAt.toISOString(),
    },
  }
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  useEffect(enhance, [])
  return (
    <html lang="en" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#2b2d6e" />
        <HeadTags />
        <Links />
      </head>
      <body className="govuk-template__body">
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function Accord() {
  const data = useLoaderData<typeof loader>()
  const { now, person } = data
  useLeaveWarning()
  return (
    <Frame data={data}>
      <Outlet />
      {person ? (
        <SessionTimeoutWarning
          idleEndsAt={person.idleEndsAt}
          absoluteEndsAt={person.absoluteEndsAt}
          now={now}
          stayUrl={href('/session/stay', { for: person.staffId })}
          signInHref={href('/sign-in')}
        />
      ) : null}
    </Frame>
  )
}

type RootData = ReturnType<typeof useLoaderData<typeof loader>>

function Frame({ data, children }: { data: RootData | undefined; children: ReactNode }) {
  const person = data?.heldByClient ? null : data?.person
  return (
    <PageLayout
      navigation={data?.navigation ?? []}
      signedIn={
        person
          ? {
              ...person,
              accountHref: href('/account'),
              signOutHref: href('/sign-out'),
              searchHref: data?.searchHref ?? '',
            }
          : undefined
      }
      demo={data?.demo}
      now={data?.now ?? new Date(0)}
    >
      {children}
    </PageLayout>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const data = useRouteLoaderData<typeof loader>('root')
  if (isRouteErrorResponse(error) && error.status === 401) {
    return (
      <Frame data={data && { ...data, navigation: [], person: null }}>
        <SignInAgain {...(error.data as SignedOut)} />
      </Frame>
    )
  }
  return (
    <Frame data={data}>
      <ErrorPage error={error} />
    </Frame>
  )
}
