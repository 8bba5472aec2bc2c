import { isIP } from 'node:net'
import { loopbackHosts } from './config.ts'

const openedAsLocalhost = [...loopbackHosts, '0.0.0.0', '[::]']

/** Where a person of this machine opens what listens on `host`: one that stands for all its interfaces is no address. */
export const addressToOpen = (host: string, port: number): string => {
  const written = isIP(host) === 6 ? `[${host}]` : host
  // `0` and `0:0:0:0:0:0:0:0` are ways to write them too.
  const hostname = URL.canParse(`http://${written}`) ? new URL(`http://${written}`).hostname : written
  const isLocal = openedAsLocalhost.includes(host) || openedAsLocalhost.includes(hostname)
  return `http://${isLocal ? 'localhost' : hostname}:${port}`
}
