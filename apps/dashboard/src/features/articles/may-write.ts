import type { Member } from '@heed/contracts'

/** Whoever answers customers writes articles; viewers read them. */
export const mayWriteArticles = ({ role }: Member): boolean => role !== 'viewer'

/** An import changes many articles at once. */
export const mayImportArticles = ({ role }: Member): boolean => role === 'owner' || role === 'admin'
