import { expect, it } from 'vitest'
import { remember } from './remember.ts'

const setUp = () => {
  let at = 0
  const rows = new Map<string, string>()
  const asked: string[] = []
  const find = remember(
    () => new Date(at),
    5_000,
    async (name) => {
      asked.push(name)
      return rows.get(name)
    },
  )
  return { rows, asked, find, wait: (ms: number) => (at += ms) }
}

it('asks once within the time, and sees a change after it', async () => {
  const { rows, asked, find, wait } = setUp()
  rows.set('pk', 'open')
  expect([await find('pk'), await find('pk')]).toEqual(['open', 'open'])

  rows.delete('pk')
  wait(4_999)
  expect(await find('pk')).toBe('open')
  wait(1)
  expect(await find('pk')).toBeUndefined()
  expect(asked).toEqual(['pk', 'pk'])
})

it('finds at once what was missing a moment ago', async () => {
  const { rows, find } = setUp()
  expect(await find('pk')).toBeUndefined()

  rows.set('pk', 'open')

  expect(await find('pk')).toBe('open')
})

it('forgets at once what a change touched, also what was being looked up at that moment', async () => {
  const { rows, asked, find } = setUp()
  rows.set('pk', 'open').set('sk', 'open').set('other', 'kept')
  await find('pk')
  await find('other')
  const onItsWay = find('sk')

  rows.set('pk', 'closed').set('sk', 'closed')
  find.forget((value) => value === 'open')

  expect(await onItsWay).toBe('open')
  expect([await find('pk'), await find('sk'), await find('other')]).toEqual(['closed', 'closed', 'kept'])
  expect(asked.filter((name) => name === 'other')).toHaveLength(1)
})
