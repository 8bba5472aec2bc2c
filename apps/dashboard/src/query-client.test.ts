import { onlineManager, QueryObserver } from '@tanstack/preact-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ApiProblem } from './api.ts'
import { createQueryClient } from './query-client.ts'

const client = createQueryClient(() => undefined)
let stop = () => {}

beforeEach(() => client.mount())
afterEach(() => {
  stop()
  client.unmount()
  onlineManager.setOnline(true)
})

it('asks again once the connection is back for what could not be loaded without it', async () => {
  const read = vi.fn(() =>
    onlineManager.isOnline()
      ? Promise.resolve('loaded')
      : Promise.reject(new ApiProblem({ code: 'not_reached', status: 400, title: 'No reply' })),
  )
  onlineManager.setOnline(false)
  const observer = new QueryObserver(client, { queryKey: ['page'], queryFn: read })
  stop = observer.subscribe(() => {})
  await vi.waitFor(() => expect(observer.getCurrentResult().isError).toBe(true))
  expect(read).toHaveBeenCalledOnce()

  onlineManager.setOnline(true)

  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('loaded'))
})
