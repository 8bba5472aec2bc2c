import { type ArticleImage, articleImageTypes } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { problem } from '../../http/problem.ts'
import { readFileType } from '../tickets/file-type.ts'
import { hashOf, imageAddress } from './image-address.ts'
import { countImages, type ImageRow, insertImage, listKnownImages } from './images.queries.ts'
import type { ArticleDeps } from './write-article.ts'

const mostImages = 20_000

/** A picture as it is kept, read from its bytes alone; undefined where they are none that articles may hold. */
export async function readImage(workspaceId: string, bytes: Buffer, createdAt: Date): Promise<ImageRow | undefined> {
  const found = await readFileType(bytes, undefined)
  const type = articleImageTypes.find((allowed) => allowed === found)
  return type && { workspaceId, hash: hashOf(bytes), type, sizeBytes: bytes.length, bytes, createdAt }
}

/** Keeps a picture unless it is there already. @throws Problem too_many_images */
export async function keepImage(tx: Handle, image: ImageRow) {
  if ((await listKnownImages(tx, image.workspaceId, [image.hash])).length > 0) return
  if ((await countImages(tx, image.workspaceId)) >= mostImages) throw problem('too_many_images')
  await insertImage(tx, image)
}

/** Keeps an uploaded picture; the same bytes again have the same address. @throws Problem image_type, too_many_images */
export async function storeImage(
  { store, now }: Pick<ArticleDeps, 'store' | 'now'>,
  workspaceId: string,
  bytes: Buffer,
): Promise<ArticleImage> {
  const image = await readImage(workspaceId, bytes, now())
  if (!image) throw problem('image_type')
  await store.write((tx) => keepImage(tx, image))
  const { hash, type, sizeBytes } = image
  return { address: imageAddress(workspaceId, hash, type), type, sizeBytes }
}
