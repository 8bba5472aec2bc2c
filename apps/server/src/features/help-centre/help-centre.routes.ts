import { articleImageTypes } from '@heed/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { cutText } from '../../cut-text.ts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { limitRequests, networkOf } from '../../http/rate-limits.ts'
import { findImage } from '../articles/images.queries.ts'
import { listPublicVersions } from '../articles/public-articles.queries.ts'
import { recordVerdict } from '../articles/record-verdict.ts'
import { findRedirect } from '../articles/redirects.queries.ts'
import { keepFruitlessSearch } from '../suggestions/keep-fruitless-search.ts'
import { renderArticle } from './article-page.tsx'
import { articlePath, type Centre, feedPath, indexPath, readCentre, viewOf } from './centre.ts'
import { renderFeed, renderSitemap } from './feeds.ts'
import { findCentre } from './find-centre.ts'
import { renderIndex } from './index-page.tsx'
import { chooseLocale, sameLanguage, usualTag } from './language.ts'
import { searchArticles } from './search-articles.ts'
import { renderNoCentre, renderNotFound, renderSearch } from './search-page.tsx'
import { sendPage } from './send-page.ts'
import { styleFor } from './style.ts'

const byAddress = (request: FastifyRequest) => `help ${networkOf(request)}`
const pagesAMinute = { max: 600, timeWindow: '1 minute', keyOf: byAddress }
/** Searches of one address that found nothing and are kept. */
const fruitlessAnHour = { max: 30, timeWindow: '1 hour', keyGenerator: byAddress }
const verdictsAnHour = { max: 60, timeWindow: '1 hour', keyOf: byAddress }

/** Named twice in an address, it counts as left out. */
const once = z.string().optional().catch(undefined)

/** No lengths: what is too long is a page that is not there. The router bounds them. */
const schema = <T extends z.ZodRawShape>(params: T) => ({
  hide: true,
  params: z.object({ centre: z.string(), ...params }),
})

/** What anybody may read: pages, feeds and pictures of a workspace's help centre. No cookie is read or set. */
export const helpCentreRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const { read } = deps.store
    app.addHook('onRequest', limitRequests(app, pagesAMinute))
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, text, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(text)))),
    )

    const countFruitless = app.createRateLimit(fruitlessAnHour)
    const isFruitlessTooOften = async (request: FastifyRequest) => {
      const limit = await countFruitless(request)
      return !limit.isAllowed && limit.isExceeded
    }

    /** The centre that a request names; undefined where the reply has been sent: it is elsewhere, or there is none. */
    const openCentre = async (request: FastifyRequest, reply: FastifyReply): Promise<Centre | undefined> => {
      const { centre: named } = request.params as { centre: string }
      const found = await findCentre(read, named)
      if (!found) {
        sendPage(request, reply, { type: 'text/html', text: renderNoCentre(), status: 404 })
        return undefined
      }
      const { workspace, base } = found
      if (base !== `/help/${named}`) {
        moveTo(reply, request.url.replace(/^\/help\/[^/?]+/, base))
        return undefined
      }
      const { path, query } = splitUrl(request)
      if (path.endsWith('/') && path !== `${base}/`) {
        reply.redirect(path.slice(0, -1) + query, 302)
        return undefined
      }
      return readCentre(read, workspace, { base, origin: `${request.protocol}://${request.host}` })
    }

    const sendNotFound = (request: FastifyRequest, reply: FastifyReply, centre: Centre, locale?: string) => {
      const wanted = locale && centre.locales.includes(locale) ? locale : undefined
      const chosen = wanted ?? usualLocale(request, reply, centre)
      return sendPage(request, reply, { type: 'text/html', text: renderNotFound(viewOf(centre, chosen)), status: 404 })
    }

    app.get('/', { schema: schema({}) }, async (request, reply) => {
      const centre = await openCentre(request, reply)
      if (!centre) return reply
      return reply.redirect(indexPath(centre, usualLocale(request, reply, centre)), 302)
    })

    app.get('/style.css', { schema: schema({}) }, async (request, reply) => {
      const centre = await openCentre(request, reply)
      if (!centre) return reply
      const text = styleFor(centre.workspace.accent)
      return sendPage(request, reply, { type: 'text/css', text, maxAgeSeconds: 31_536_000 })
    })

    app.get('/sitemap.xml', { schema: schema({}) }, async (request, reply) => {
      const centre = await openCentre(request, reply)
      if (!centre) return reply
      return sendPage(request, reply, { type: 'application/xml', text: renderSitemap(centre), maxAgeSeconds: 600 })
    })

    app.get('/feeds/:locale', { schema: schema({ locale: z.string() }) }, async (request, reply) => {
      const centre = await openCentre(request, reply)
      if (!centre) return reply
      const { locale } = request.params
      if (!centre.locales.includes(locale)) {
        const other = sameLanguage(centre.locales, usualTag(locale) ?? '')
        if (other === undefined) return sendNotFound(request, reply, centre)
        return reply.redirect(feedPath(centre, other) + splitUrl(request).query, 302)
      }
      const text = renderFeed(viewOf(centre, locale))
      return sendPage(request, reply, { type: 'application/atom+xml', text, maxAgeSeconds: 600 })
    })

    app.get('/images/:file', { schema: schema({ file: z.string().max(100) }) }, async ({ params }, reply) => {
      const found = await findCentre(read, params.centre)
      const [, hash] = /^([\w-]{43})\.(?:png|jpg|webp|gif)$/.exec(params.file) ?? []
      const image = found && hash ? await findImage(read, found.workspace.id, hash) : undefined
      if (!image || !articleImageTypes.includes(image.type)) throw problem('route_not_found')
      return reply
        .headers({
          'content-security-policy': "sandbox; default-src 'none'",
          'cross-origin-resource-policy': 'cross-origin', // the widget shows it in pages of others
          'cache-control': 'public, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
        })
        .type(image.type)
        .send(image.bytes)
    })

    app.get(
      '/:locale',
      { schema: { ...schema({ locale: z.string() }), querystring: z.object({ q: once }) } },
      async (request, reply) => {
        const centre = await openCentre(request, reply)
        if (!centre) return reply
        const { locale } = request.params
        const locales = centre.locales.length > 0 ? centre.locales : [centre.workspace.defaultLocale]
        if (!locales.includes(locale)) {
          const other = sameLanguage(locales, usualTag(locale) ?? '')
          if (other === undefined) return sendNotFound(request, reply, centre)
          return reply.redirect(indexPath(centre, other) + splitUrl(request).query, 302)
        }
        const view = viewOf(centre, locale)
        const words = cutText(request.query.q?.trim() ?? '', 200)
        if (words === '') return sendPage(request, reply, { type: 'text/html', text: renderIndex(view) })
        const found = await searchArticles(deps, view, words)
        if (found.length === 0 && !(await isFruitlessTooOften(request)))
          await keepFruitlessSearch(deps, centre.workspace.id, words, locale)
        const text = renderSearch(view, words, found)
        return sendPage(request, reply, { type: 'text/html', text })
      },
    )

    app.get(
      '/:locale/:slug',
      {
        schema: {
          ...schema({ locale: z.string(), slug: z.string() }),
          querystring: z.object({ answered: once }),
        },
      },
      async (request, reply) => {
        const centre = await openCentre(request, reply)
        if (!centre) return reply
        const { slug } = request.params
        const versions = await listPublicVersions(read, centre.workspace.id, slug)
        const article = versions.find((version) => version.locale === request.params.locale)
        if (article) {
          const { locale } = article
          const answered = request.query.answered !== undefined
          const text = renderArticle(viewOf(centre, locale), { article, versions, answered })
          return sendPage(request, reply, { type: 'text/html', text, ...(answered ? { maxAgeSeconds: 0 } : {}) })
        }
        const locale = usualTag(request.params.locale)
        if (locale === undefined) return sendNotFound(request, reply, centre)
        if (versions.length > 0) {
          const other = chooseLocale(
            versions.map((version) => version.locale),
            locale,
            centre.workspace.defaultLocale,
          )
          return reply.redirect(articlePath(centre, { locale: other, slug }), 302)
        }
        const moved = await findRedirect(read, centre.workspace.id, slug)
        if (moved) return moveTo(reply, articlePath(centre, { locale, slug: moved }))
        return sendNotFound(request, reply, centre, locale)
      },
    )

    app.get('/*', { schema: schema({ '*': z.string() }) }, async (request, reply) => {
      const centre = await openCentre(request, reply)
      if (!centre) return reply
      return sendNotFound(request, reply, centre, request.params['*'].split('/', 1)[0])
    })

    app.post(
      '/:locale/:slug/verdict',
      {
        onRequest: limitRequests(app, verdictsAnHour),
        bodyLimit: 1_000,
        schema: {
          ...schema({ locale: z.string().max(35), slug: z.string().max(200) }),
          body: z.object({ helped: z.enum(['yes', 'no']) }),
        },
      },
      async (request, reply) => {
        refuseCrossSite(request)
        const found = await findCentre(read, request.params.centre)
        if (!found) throw problem('route_not_found')
        const { locale, slug } = request.params
        const versions = await listPublicVersions(read, found.workspace.id, slug)
        const article = versions.find((version) => version.locale === locale)
        if (!article) throw problem('article_not_found')
        const userAgent = request.headers['user-agent'] ?? ''
        const reader = { surface: 'help_centre' as const, ip: request.ip, userAgent }
        const helped = request.body.helped === 'yes'
        await recordVerdict(deps, found.workspace, reader, { articleId: article.id, helped })
        return reply.redirect(`${articlePath(found, article)}?answered#verdict`, 303)
      },
    )
  }

/** The language that the reader's browser asks for; caches are told that the reply hangs on it. */
const usualLocale = ({ headers }: FastifyRequest, reply: FastifyReply, { locales, workspace }: Centre) => {
  reply.header('vary', 'accept-language')
  return chooseLocale(locales, headers['accept-language'], workspace.defaultLocale)
}

/** For good, but kept as long as a page: an old address may be taken back, and two kept ways would make a loop. */
const moveTo = (reply: FastifyReply, address: string) =>
  reply.header('cache-control', 'public, max-age=60').redirect(address, 301)

const splitUrl = ({ url }: FastifyRequest) => {
  const end = url.indexOf('?')
  return end < 0 ? { path: url, query: '' } : { path: url.slice(0, end), query: url.slice(end) }
}

/** A page of another site must not speak for its visitors. */
const refuseCrossSite = ({ headers }: FastifyRequest) => {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') throw problem('cross_site_request')
}
