import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { text } from '../locales/text.ts'

// The browser itself announces the first page; later ones change without a load, so focus moves to their heading.
let firstPath: string | null = null

/** The page's h1: takes the focus after navigation and names the browser's tab. */
export function PageHeading({ title, children }: { title: string; children?: ComponentChildren }) {
  const { path } = useLocation()
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    document.title = text.common.title(title)
  }, [title])

  useEffect(() => {
    if (firstPath === null) firstPath = path
    else if (document.activeElement === document.body || document.activeElement?.tagName === 'A')
      heading.current?.focus({ preventScroll: true })
  }, [path])

  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  )
}
