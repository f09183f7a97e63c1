import { notFound } from '../access/require.server.ts'

/** Any address that names nothing: answered within the frame of the portal, like what one may not see. */
export function loader() {
  throw notFound()
}

export function action() {
  throw notFound()
}

export default function NothingHere() {
  return null
}
