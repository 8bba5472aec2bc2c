import type { ArticleRevision } from '@heed/contracts'
import { act } from 'preact/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { called, press, stroke } from '../segments/testing.tsx'
import { contentOf } from './content.ts'
import { articleOf } from './testing.tsx'
import { articleEditor } from './testing-editor.tsx'

const { editor, open, field, write, dialog, inDialog, text, sent } = articleEditor()

describe('a published article in the editor', () => {
  it('keeps changes back until they are published, also at Control+S', async () => {
    await open({ state: 'published' })
    await write('Text in Markdown', 'Wait three days.')
    await stroke('s', { ctrlKey: true })
    expect(text()).toContain('Changes not published yet')
    expect(sent()).toEqual([])

    await press('Publish changes')

    await vi.waitFor(() => expect(text()).toContain('Your changes are published.'))
    expect(sent()).toEqual(['PUT'])
  })

  it('drops changes', async () => {
    await open({ state: 'published' })
    await write('Text in Markdown', 'Other')

    await press('Discard changes')

    expect(field('Text in Markdown').value).toBe('Wait five days.')
    expect(localStorage.length).toBe(0)
  })

  it('is taken back', async () => {
    await open({ state: 'published', address: '/help/quayside/en/fees' })
    await press('More')
    await press('Take back to draft')

    await vi.waitFor(() => expect(text()).toContain('It is a draft again'))
    expect(sent()).toEqual(['DELETE publication'])
    expect(() => called(/^Open page/)).toThrow()
  })
})

describe('the history of an article', () => {
  const revision = (number: number, body: string): ArticleRevision => ({
    revision: number,
    reason: number === 1 ? 'created' : 'changed',
    content: { ...contentOf(articleOf()), body, title: number === 1 ? 'Prices' : 'Fees' },
    createdAt: '2026-03-05T10:00:00.000Z',
    memberName: 'Grace',
  })
  const openHistory = async () => {
    editor.served.revisions = [revision(2, 'Wait five days.'), revision(1, 'Wait two days.')]
    await press('History')
    await vi.waitFor(() => expect(dialog()?.textContent).toContain('Revision 2'))
  }

  it('shows what each revision changed, and restores one', async () => {
    await open()
    await openHistory()
    expect(dialog()?.textContent).toContain('by Grace')
    expect(dialog()?.textContent).toContain('Title: Prices → Fees')
    expect(dialog()?.querySelector('del')?.textContent).toContain('two')
    expect(dialog()?.querySelector('ins')?.textContent).toContain('five')
    await act(() => dialog()?.querySelectorAll<HTMLInputElement>('[name="article-revision"]')[1]?.click())

    await inDialog('Restore this revision')

    await vi.waitFor(() => expect(text()).toContain('Revision 1 is back'))
    expect(sent()).toEqual(['PUT revisions 1'])
    expect(field('Text in Markdown').value).toBe('Wait two days.')
  })

  it('restores nothing over what somebody else wrote unseen', async () => {
    await open()
    await openHistory()
    editor.served.articles = [articleOf({ body: 'Theirs', updatedAt: '2026-04-01T10:00:00.000Z' })]
    await act(() => dialog()?.querySelectorAll<HTMLInputElement>('[name="article-revision"]')[1]?.click())

    await inDialog('Restore this revision')

    await vi.waitFor(() => expect(text()).toContain('Only you can decide'))
    expect(dialog()).toBeNull()
    expect(editor.served.articles[0]?.body).toBe('Theirs')
  })

  it('does not restore over changes that are not published', async () => {
    await open({ state: 'published' })
    await write('Text in Markdown', 'Mine')
    await openHistory()
    await act(() => dialog()?.querySelectorAll<HTMLInputElement>('[name="article-revision"]')[1]?.click())

    await inDialog('Restore this revision')

    expect(dialog()?.textContent).toContain('Publish or discard your changes')
    expect(sent()).toEqual([])
  })
})
