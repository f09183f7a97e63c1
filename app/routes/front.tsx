import { redirect } from '@remix-run/node'
import { href } from '../href.ts'

export function loader() {
  return redirect(href('/today'))
}
