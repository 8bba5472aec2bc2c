import type { Article } from '@heed/contracts'
import { vi } from 'vitest'
import type { OfferedArticle, OfferedIdea } from './offers.ts'

/** What a server that knows one article and one idea offers. */
export const offeredArticle: OfferedArticle = {
  kind: 'article',
  articleId: 'art_1',
  title: 'Why an export is empty',
  excerpt: 'Check the month.',
  locale: 'en',
  why: { kind: 'words', words: ['export', 'empty'] },
}
export const offeredIdea: OfferedIdea = {
  kind: 'idea',
  ideaId: 'ide_1',
  title: 'Export by the hour',
  excerpt: '',
  locale: 'en',
  state: 'planned',
  votes: 12,
  voted: false,
  why: { kind: 'words', words: ['export'] },
}
export const article: Article = {
  id: 'art_1',
  title: 'Why an export is empty',
  locale: 'en',
  summary: null,
  updatedAt: '2026-01-01T00:00:00Z',
  body: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'An export holds what the filter shows.' }] }],
}

/** What a person does in a panel, and what they see there. */
export function hands(place: () => HTMLElement) {
  const settle = (ms = 1000) => vi.advanceTimersByTimeAsync(ms)
  const button = (words: string) => {
    const named = (each: Element) =>
      each.textContent?.includes(words) || each.getAttribute('aria-label')?.includes(words)
    const found = [...place().querySelectorAll('button')].find(named)
    if (!found) throw new Error(`there is no button “${words}” in: ${place().textContent}`)
    return found
  }
  const field = (at = 0) => {
    const found = place().querySelectorAll<HTMLInputElement>('input:not([type=file]), textarea')[at]
    if (!found) throw new Error(`there is no field ${at} to type in: ${place().textContent}`)
    return found
  }

  return {
    /** Long enough for the rest after typing, and what comes of it. */
    settle,
    button,
    field,
    async write(text: string, at = 0) {
      field(at).focus()
      field(at).value = text
      field(at).dispatchEvent(new Event('input', { bubbles: true }))
      await settle()
    },
    async click(words: string) {
      const found = button(words)
      found.focus()
      found.click()
      await settle()
    },
    /** Words that are seen, those that are hidden left out. */
    seen() {
      const copy = place().cloneNode(true) as HTMLElement
      for (const hidden of copy.querySelectorAll('[hidden]')) hidden.remove()
      return copy.textContent ?? ''
    },
  }
}
