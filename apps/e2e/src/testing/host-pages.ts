import { join } from 'node:path'
import { createServer } from 'vite'

const playground = join(import.meta.dirname, '../../../playground')

export type HostPages = { url: (name: string) => string; close: () => Promise<void> }

/**
 * Serves the playground's host pages, with the tag of the Heed at `heedUrl` in them. They come from 127.0.0.1, and
 * Heed from `localhost`: to a browser another site.
 */
export const startHostPages = async (heedUrl: string): Promise<HostPages> => {
  process.env.HEED_URL = heedUrl
  const vite = await createServer({
    root: playground,
    configFile: `${playground}/vite.config.ts`,
    logLevel: 'error',
    clearScreen: false,
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false, watch: null },
  })
  await vite.listen()
  const address = vite.httpServer?.address()
  if (!address || typeof address === 'string') throw new Error('the host pages have no port')
  return { url: (name) => `http://127.0.0.1:${address.port}/hosts/${name}`, close: () => vite.close() }
}
