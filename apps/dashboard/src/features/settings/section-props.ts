import type { Member, Workspace } from '@heed/contracts'

/** @property mayChange whether the member's role may change settings; everyone else reads */
export type SectionProps = { workspace: Workspace; member: Member; mayChange: boolean }
