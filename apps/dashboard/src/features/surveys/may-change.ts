import type { Member } from '@heed/contracts'

/** Surveys speak to all customers: owners and admins make them, everyone reads them. */
export const mayChangeSurveys = ({ role }: Member): boolean => role === 'owner' || role === 'admin'
