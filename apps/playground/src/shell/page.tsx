import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'

/** One page: its title in the tab and above the content, and what can be done on it. */
export function Page({
  title,
  actions,
  children,
}: {
  title: string
  actions?: ComponentChildren
  children: ComponentChildren
}) {
  useEffect(() => {
    document.title = `${title} · Northbank`
  }, [title])
  return (
    <>
      <div class="page-head">
        <h1>{title}</h1>
        {actions ? <div class="actions">{actions}</div> : null}
      </div>
      {children}
    </>
  )
}
