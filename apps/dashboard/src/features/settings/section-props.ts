import type { Workspace } from '@heed/contracts'

/** @property mayChange whether the member's role may change settings; everyone else reads */
export type SectionProps = { workspace: Workspace; mayChange: boolean }
