import {
  ArticleImage,
  ArticleImportQuery,
  ArticleImportReport,
  articleImageTypes,
  importedFileBytes,
  longestImageBytes,
} from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { FileBytes } from '../tickets/attachment-params.ts'
import { editorOf } from './articles.member-routes.ts'
import { importArticles } from './imports/import-articles.ts'
import { storeImage } from './store-image.ts'

const importTypes = ['application/zip', 'application/json', 'application/octet-stream', 'application/x-zip-compressed']

/** Pictures for articles, and articles from elsewhere. Here a body is a file's bytes. */
export const articleFileMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser([...articleImageTypes, ...importTypes], { parseAs: 'buffer' }, (_request, bytes, done) =>
      done(null, bytes),
    )
    app.addContentTypeParser('*', (_request, _body, done) => done(problem('image_type')))

    app.post(
      '/articles/images',
      {
        bodyLimit: longestImageBytes,
        config: { role: 'agent' },
        schema: {
          summary: 'Keep a picture; the same bytes again have the same address',
          consumes: [...articleImageTypes],
          body: FileBytes,
          response: { 200: ArticleImage },
        },
      },
      ({ workspace, body }) => storeImage(deps, workspace.id, body),
    )

    app.post(
      '/articles/imports',
      {
        bodyLimit: importedFileBytes,
        config: { role: 'admin' },
        schema: {
          summary: 'Take articles from a Markdown folder or an export, or say with `dryRun` what that would do',
          querystring: ArticleImportQuery,
          consumes: importTypes,
          body: FileBytes,
          response: { 200: ArticleImportReport },
        },
      },
      (request) => importArticles(deps, editorOf(request), request.body, request.query),
    )
  }
