import { expect, it } from 'vitest'
import { nearArticles, offersOf } from './near-articles.ts'

const prices = { id: 'art_1', title: 'What it costs' }
const invoices = { id: 'art_2', title: 'Export your invoices' }

it('names each article of a ticket once, those that were read first', () => {
  const near = nearArticles({ articlesOffered: [prices, invoices], articlesRead: [invoices] })

  expect(near.map(({ id, note }) => [id, note])).toEqual([
    ['art_2', 'read'],
    ['art_1', 'offered'],
  ])
})

it('keeps near ones that hold all words before those that were found', () => {
  const near = nearArticles({ articlesOffered: [prices, invoices], articlesRead: [] })
  const found = [
    { ...invoices, note: 'English' },
    { id: 'art_3', title: 'Invoices by mail', note: 'English' },
  ]

  expect(offersOf(near, found, 'INVOICES your').map(({ id, note }) => [id, note])).toEqual([
    ['art_2', 'offered'],
    ['art_3', 'English'],
  ])
})
