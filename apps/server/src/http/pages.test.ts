import { expect, it } from 'vitest'
import { describeOnBothStores } from '../testing/heed.ts'

describeOnBothStores('a page of the dashboard', (heed) => {
  const robots = async (url: string) => (await heed.app.inject({ method: 'GET', url })).headers['x-robots-tag']

  it('is not to be found by searches where its address lets people in', async () => {
    expect(await robots('/shared/a-token')).toBe('noindex, nofollow')
    expect(await robots('/%73hared/a-token?lang=de')).toBe('noindex, nofollow')
    expect(await robots('/tickets/shared')).toBeUndefined()
  })
})
