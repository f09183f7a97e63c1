import { useContext } from 'react'
// Remix gives an action's answer to its own route alone; the title and the summary belong to the frame of every page.
import { UNSAFE_DataRouterStateContext as RouterState } from 'react-router-dom'
import type { FieldError } from './form-state.ts'

const NONE: readonly FieldError[] = []

/** What is wrong with the form that the page shows again: any `form` that an action or a loader answered with errors. */
export function usePageErrors(): readonly FieldError[] {
  const { actionData, loaderData } = useContext(RouterState) ?? {}
  const answers: { form?: { errors?: readonly FieldError[] } | null }[] = Object.values({
    ...loaderData,
    ...actionData,
  })
  return answers.find((answer) => answer?.form?.errors?.length)?.form?.errors ?? NONE
}
