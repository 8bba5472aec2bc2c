import { expect, it } from 'vitest'
import { similarIdeas } from './board.ts'

const board = [
  'Dark mode',
  'Export as CSV',
  'Export of payments as CSV',
  'Mode for tablets',
  'ダークモード対応',
  '請求の一括払い',
].map((title) => ({
  id: title,
  title,
  body: null,
  state: 'open' as const,
  votes: 0,
  voted: false,
  answer: null,
  createdAt: '2026-03-01T09:00:00Z',
}))

it.each([
  ['export payments', ['Export of payments as CSV', 'Export as CSV']],
  ['DARK mode please', ['Dark mode', 'Mode for tablets']],
  ['ダークモード', ['ダークモード対応']],
  ['アプリにダークモードを追加', ['ダークモード対応']],
  ['請求をまとめて払う', ['請求の一括払い']],
  ['for', []],
  ['a', []],
  ['', []],
  ['Several currencies', []],
])('finds for “%s”: %j', (title, found) => {
  expect(similarIdeas(board, title).map(({ id }) => id)).toEqual(found)
})
