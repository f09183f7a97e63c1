import { useContext } from 'react'
// Remix gives an action's answer only to its own route, but the page's title and summary need the errors too.
import { UNSAFE_DataRouterStateContext as RouterState } from 'react-router-dom'
import type { FieldError } from './form-state.ts'

const NONE: readonly FieldError[] = []

interface Answer {
  form?: { errors?: readonly FieldError[] } | null
  /** Errors of a form that the web server refused before Remix. The page keeps the fields as they are. */
  refused?: readonly FieldError[]
}

/** The errors of the form on the page, from the answer of any action or loader. */
export function usePageErrors(): readonly FieldError[] {
  const { actionData, loaderData } = useContext(RouterState) ?? {}
  const answers: Answer[] = Object.values({ ...loaderData, ...actionData })
  return answers.map((answer) => answer?.refused ?? answer?.form?.errors).find((errors) => errors?.length) ?? NONE
}
