import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import fastifyStatic from '@fastify/static'
import { standardFatigue, type WidgetConfig } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { builtFiles } from '../../built-files.ts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { hashToken } from '../../http/tokens.ts'
import { toPublicSurvey } from '../surveys/public-survey.ts'
import { stateOf } from '../surveys/survey-state.ts'
import { listRunningSurveys } from '../surveys/surveys.queries.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)
const variantsKept = 200

type Variant = { etag: string; plain: Buffer; br: Buffer; gzip: Buffer }

/** The loader, with the workspace's public configuration in the same reply, and the chunks it may load. */
export const loaderRoutes =
  ({ store, keyOf, now }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const folder = builtFiles('widget')
    const [loader, entry] = await Promise.all([
      readFile(join(folder, 'loader.js'), 'utf8'),
      readFile(join(folder, 'entry.json'), 'utf8').then((text) => Entry.parse(JSON.parse(text))),
    ])
    const variants = new Map<string, Promise<Variant>>()

    const variantOf = (source: string) => {
      const etag = `"${createHash('sha256').update(source).digest('base64url').slice(0, 22)}"`
      let variant = variants.get(etag)
      if (!variant) {
        variant = compress(etag, Buffer.from(source))
        if (variants.size >= variantsKept) variants.clear()
        variants.set(etag, variant)
      }
      return variant
    }

    /** Of a key as `keyOf` keeps it, so each goes with it: after some seconds, or when members change something here. */
    const loaders = new WeakMap<object, Promise<Variant>>()

    const loaderOf = (key: string, found: { workspace: WorkspaceRow }) => {
      let made = loaders.get(found)
      if (!made) {
        made = configOf(key, found.workspace).then((config) => {
          const text = JSON.stringify(config)
          return variantOf(loader.replace(/(["'`])__HEED_CONFIG__\1/, () => text))
        })
        made.catch(() => loaders.delete(found)) // whoever asks next tries again
        loaders.set(found, made)
      }
      return made
    }

    const configOf = async (key: string, workspace: WorkspaceRow): Promise<WidgetConfig> => ({
      key,
      ...entry,
      workspaceName: workspace.name,
      defaultLocale: workspace.defaultLocale,
      accent: workspace.accent,
      privacySignal: workspace.privacySignal ?? 'honour',
      ...(workspace.identityEnforced && { signedOnly: true }),
      fatigue: workspace.fatigue ?? standardFatigue,
      surveys: (await listRunningSurveys(store.read, workspace.id))
        .filter((survey) => stateOf(survey, now()) === 'running' && !survey.trigger.code)
        .sort((a, b) => b.priority - a.priority)
        .map(toPublicSurvey),
    })

    app.get(
      '/w/:key.js',
      {
        schema: {
          summary: 'The widget: loader and configuration in one reply',
          params: z.object({ key: z.string().max(100) }),
        },
      },
      async (request, reply) => {
        const { key } = request.params
        const found = key.startsWith('pk_') ? await keyOf(hashToken(key)) : undefined
        if (found?.key.kind !== 'publishable') throw problem('unknown_key')
        const { etag, plain, br, gzip } = await loaderOf(key, found)
        reply
          .type('text/javascript; charset=utf-8')
          .header('cache-control', 'public, max-age=60, stale-while-revalidate=600')
          .header('cross-origin-resource-policy', 'cross-origin')
          // The npm package fetches it as a module. What is in it is public.
          .header('access-control-allow-origin', '*')
          .header('vary', 'accept-encoding')
          .header('etag', etag)
        if (request.headers['if-none-match'] === etag) return reply.code(304).send()
        const accepted = String(request.headers['accept-encoding'] ?? '')
        if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(br)
        if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(gzip)
        return reply.send(plain)
      },
    )

    const preview = await readFile(join(folder, 'preview.html'))

    app.get(
      '/w/preview.html',
      { schema: { summary: 'A page in which the widget draws one survey, for the dashboard to frame' } },
      async (_request, reply) =>
        reply
          .type('text/html; charset=utf-8')
          .header('content-security-policy', previewPolicy)
          .header('cache-control', 'no-cache')
          .send(preview),
    )

    const modules = await readdir(join(folder, entry.assets))

    await app.register(
      async (assets) => {
        // A page that was open over an upgrade asks for a module of before; it gets what stands in its place now.
        assets.setNotFoundHandler((request, reply) => {
          const asked = request.url.replace(/^.*\/|\?.*$/g, '')
          if (!modules.includes(asked)) throw problem('route_not_found')
          return reply
            .header('access-control-allow-origin', '*')
            .header('cross-origin-resource-policy', 'cross-origin')
            .header('cache-control', 'no-store')
            .redirect(`/w/${entry.assets}${asked}`)
        })
        await assets.register(fastifyStatic, {
          root: join(folder, 'assets'),
          decorateReply: false,
          preCompressed: true,
          immutable: true,
          maxAge: '365d',
          setHeaders: (reply) => {
            // Modules are fetched with CORS; the files are the same for everyone.
            reply.header('access-control-allow-origin', '*')
            reply.header('cross-origin-resource-policy', 'cross-origin')
          },
        })
      },
      { prefix: '/w/assets/' },
    )
  }

/** Its own modules and nothing else: what is tried out there goes nowhere. */
const previewPolicy =
  "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'"

const compress = async (etag: string, plain: Buffer): Promise<Variant> => {
  const [br, zipped] = await Promise.all([compressBrotli(plain), compressGzip(plain)])
  return { etag, plain, br, gzip: zipped }
}

/** What the widget's build says: where its modules are, relative to the loader's address. */
const Entry = z.object({ assets: z.string() })
