import { MutationCache, QueryCache, QueryClient } from '@tanstack/preact-query'
import { isSignedOut, mayRetry } from './api.ts'

/** The cache of what the server said. `onSignedOut` is called whenever a reply says that the session has ended. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Offline is told like any other failure; waiting in silence would look like a slow server.
        networkMode: 'always',
        // Which that mode would turn off.
        refetchOnReconnect: true,
        retry: (failures, error) => failures < 1 && mayRetry(error),
        retryDelay: 800,
      },
      mutations: { networkMode: 'always' },
    },
  })
}

/** Runs what waits for no component as a mutation, so that it is heard of when the session has ended. */
export const runMutation = <T>(client: QueryClient, act: () => Promise<T>): Promise<T> =>
  client.getMutationCache().build<T, Error, void, unknown>(client, { mutationFn: act, gcTime: 0 }).execute(undefined)
