import { Meta } from '@remix-run/react'
import { Children, isValidElement, type ReactElement, type ReactNode } from 'react'
import { usePageErrors } from '../../forms/page-errors.ts'

/** Remix's own tags, with "Error:" before the title of a refused form: a screen reader reads the title first. */
export function HeadTags() {
  const tags: ReactElement<{ children: ReactNode }> = Meta()
  if (usePageErrors().length === 0) return tags
  return (
    <>
      {Children.map(tags.props.children, (tag) =>
        isValidElement<{ children: string }>(tag) && tag.type === 'title' ? (
          <title>{`Error: ${tag.props.children}`}</title>
        ) : (
          tag
        ),
      )}
    </>
  )
}
