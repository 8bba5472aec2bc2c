import type { ArticleDetail, Member } from '@heed/contracts'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { called, openPage } from '../segments/testing.tsx'
import { EditorPage } from './editor-page.tsx'
import { NewArticlePage } from './new-article-page.tsx'
import { articleOf, changesOf, memberOf, type Served, serveArticles, workspace } from './testing.tsx'

/** For tests: the editor over a server that keeps a few articles, and the hands of somebody who writes in it. */
export function articleEditor() {
  const editor = {} as { served: Served; page: Awaited<ReturnType<typeof openPage>> }
  const open = async (given: Partial<ArticleDetail> = {}, role: Member['role'] = 'agent') => {
    editor.served = serveArticles([articleOf(given)])
    const { id } = articleOf()
    document.title = ''
    editor.page = await openPage(
      `/articles/${id}`,
      <EditorPage id={id} workspace={workspace} member={memberOf(role)} />,
    )
    // The title comes once all of the page is at work.
    await vi.waitFor(() => expect(document.title).toBe(`${given.title ?? 'Fees'} · Heed`))
  }
  const openNew = async (query = '') => {
    editor.served = serveArticles([])
    document.title = ''
    editor.page = await openPage(
      `/articles/new${query}`,
      <NewArticlePage workspace={workspace} member={memberOf('agent')} />,
    )
    await vi.waitFor(() => expect(document.title).toContain('Heed'))
  }
  const field = (name: string) => {
    const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === name)
    const found = (label && document.getElementById(label.htmlFor)) ?? called(name, 'input, textarea')
    if (!(found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement)) throw new Error('no field')
    return found
  }
  const write = (name: string, value: string) =>
    act(() => {
      const input = field(name)
      input.focus()
      input.value = value
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
  const select = (start: number, end = start) => {
    const source = field('Text in Markdown')
    source.focus()
    source.setSelectionRange(start, end)
  }
  const dialog = () => editor.page.root.querySelector('dialog')
  const inDialog = (name: string) =>
    act(() =>
      [...(dialog()?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === name)?.click(),
    )
  const text = () => editor.page.root.textContent?.replaceAll('\u00a0', ' ') ?? ''
  const sent = () => changesOf(editor.served).map(({ name }) => name)

  beforeEach(() => localStorage.clear())
  afterEach(() => {
    editor.page.close()
    vi.unstubAllGlobals()
  })

  return { editor, open, openNew, field, write, select, dialog, inDialog, text, sent }
}
