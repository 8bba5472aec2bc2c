import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const folder = join(import.meta.dirname, 'hosts')

/** Where Heed is; another origin than the pages', as in real life. */
const heedOrigin = () => new URL(process.env.HEED_URL ?? 'http://127.0.0.1:4747').origin

type Values = { heed: string; nonce: string }

/** What a page is served with besides its text, by its name. */
const headersOf: Record<string, (values: Values) => Record<string, string>> = {
  'strict-csp': (values) => strictly(values),
  // Vite's own client asks for a socket.
  npm: (values) => strictly(values, 'ws:'),
}

/** The strictest policy there is. */
function strictly({ heed, nonce }: Values, alsoConnects = ''): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      "style-src 'none'",
      `connect-src ${heed} ${alsoConnects}`,
      "img-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
  }
}

/** Serves `hosts/<name>.html` at `/hosts/<name>`, and a list of them at `/hosts/`. */
export const hostPages = (): Plugin => ({
  name: 'host-pages',
  configureServer({ middlewares }) {
    // Before Vite's own, which know nothing outside of `/demo/`.
    middlewares.use((request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
      if (request.url === '/favicon.ico') return response.writeHead(204).end()
      const name = /^\/hosts\/([\w-]*)(?:\?.*)?$/.exec(request.url ?? '')?.[1]
      if (name === undefined) return next()
      answer(name, response).catch(next)
    })
  },
})

const answer = async (name: string, response: ServerResponse) => {
  const names = await pageNames()
  if (name && !names.includes(name)) return response.writeHead(404).end(`There is no page ${name}.`)
  const values: Values = { heed: heedOrigin(), nonce: randomBytes(16).toString('base64url') }
  const page = name ? await readPage(name) : await listPages(names)
  const text = page.replaceAll('{{heed}}', values.heed).replaceAll('{{nonce}}', values.nonce)
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headersOf[name]?.(values) }).end(text)
}

const pageNames = async () => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.html'))
  return files.map((file) => file.slice(0, -'.html'.length)).sort()
}

const readPage = (name: string) => readFile(join(folder, `${name}.html`), 'utf8')

const describedIn = (page: string) => /<meta name="description" content="([^"]*)"/.exec(page)?.[1] ?? ''

const listPages = async (names: string[]) => {
  const items = await Promise.all(
    names.map(
      async (name) => `<dt><a href="/hosts/${name}">${name}</a></dt><dd>${describedIn(await readPage(name))}</dd>`,
    ),
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Hostile pages</title><h1>Hostile pages</h1><p>Heed is at {{heed}}.</p><dl>${items.join('')}</dl></html>`
}
