import { expect, it } from 'vitest'
import { texts as arabic } from '../locales/help/ar.ts'
import { texts as english } from '../locales/help/en.ts'
import { testRoom } from '../runtime/testing.ts'
import { counted } from './in-words.ts'

it('says a number in the form that the language has for it', () => {
  const { room } = testRoom()
  expect([1, 2, 1200].map((count) => counted(room, english.votes, count))).toEqual(['1 vote', '2 votes', '1,200 votes'])

  const { room: arabicRoom } = testRoom({}, 'ar-EG')
  const [two, three] = [2, 3].map((count) => counted(arabicRoom, arabic.votes, count))
  expect(two).toBe('صوتان')
  expect(three).toContain('أصوات')
})
