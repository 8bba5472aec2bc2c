import { expect, it } from 'vitest'
import { differencesIn } from './differences.ts'

const said = (before: string, after: string) =>
  differencesIn(before, after).map((part) =>
    part.kind === 'gap'
      ? part.lines
      : part.pieces.map(({ kind, text }) => ({ same: '', removed: '-', added: '+' })[kind] + text).join('|'),
  )

it('shows the words that differ in a line, and the lines around it', () => {
  const before = 'a\nb\nc\nd\nWait five days.\ne\nf\ng\nh'

  expect(said(before, before.replace('five', 'three'))).toEqual([
    2,
    'c\nd\n',
    'Wait |-five|+three| days.\n',
    'e\nf\n',
    2,
  ])
})

it('shows lines that came and went whole', () => {
  expect(said('a\nb\n', 'b\nc\n')).toEqual(['-a\n', 'b\n', '+c\n'])
})

it('finds nothing but how many lines are as before in the same text', () => {
  expect([said('a\nb', 'a\nb\n'), said('', '')]).toEqual([[2], []])
})

it('compares long lines as a whole', () => {
  const long = 'word '.repeat(3_000)

  expect(said(long, `${long}end`).map((part) => `${part}`.slice(0, 6))).toEqual(['-word ', '+word '])
})
