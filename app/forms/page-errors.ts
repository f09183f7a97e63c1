import { useContext } from 'react'
// Remix gives an action's answer to its own route alone; the title and the summary belong to the frame of every page.
import { UNSAFE_DataRouterStateContext as RouterState } from 'react-router-dom'
import type { FieldError } from './form-state.ts'

const NONE: readonly FieldError[] = []

interface Answer {
  form?: { errors?: readonly FieldError[] } | null
  /** From the web server, of a form that it did not pass on; the page then keeps the fields as they are. */
  refused?: readonly FieldError[]
}

/** What is wrong with the form that the page shows again: any `form` that an action or a loader answered with errors. */
export function usePageErrors(): readonly FieldError[] {
  const { actionData, loaderData } = useContext(RouterState) ?? {}
  const answers: Answer[] = Object.values({ ...loaderData, ...actionData })
  return answers.map((answer) => answer?.refused ?? answer?.form?.errors).find((errors) => errors?.length) ?? NONE
}
