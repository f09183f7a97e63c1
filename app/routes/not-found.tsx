import { notFound } from '../access/require.server.ts'

/** Any unknown address. It shows the portal's frame, as does a page that a person may not see. */
export function loader() {
  throw notFound()
}

export function action() {
  throw notFound()
}

export default function NothingHere() {
  return null
}
