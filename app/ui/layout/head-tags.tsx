import { Meta } from '@remix-run/react'
import { Children, isValidElement, type ReactElement, type ReactNode } from 'react'
import { usePageErrors } from '../../forms/page-errors.ts'

/** Remix's head tags. After a refused form the title, which screen readers read first, begins with "Error:". */
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
