import { createHash } from 'node:crypto'
import type { ArticleImageType } from '@heed/contracts'

const endings: Record<ArticleImageType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
}

/** SHA-256 in base64url, 43 characters. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url')

/** Where a picture is served. It holds the hash of the bytes, so what stands there never changes. */
export const imageAddress = (workspaceId: string, hash: string, type: ArticleImageType): string =>
  `/help/${workspaceId}/images/${hash}.${endings[type]}`

/** The hash that an address of this workspace's pictures names; undefined of any other address. */
export const imageHash = (workspaceId: string, address: string): string | undefined => {
  const start = `/help/${workspaceId}/images/`
  return address.startsWith(start) ? /^([\w-]{43})\.\w+$/.exec(address.slice(start.length))?.[1] : undefined
}
