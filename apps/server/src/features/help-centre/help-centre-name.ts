import type { HelpCentre } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { countNames, findName, findNamedWorkspace, saveName } from './help-centre.queries.ts'

/** Old names keep leading to the help centre, so a workspace may not take every name there is. */
const mostNames = 10

/** Where a workspace's public help centre stands. */
export const readHelpCentre = async (handle: Handle, workspaceId: string): Promise<HelpCentre> => {
  const name = await findName(handle, workspaceId)
  return { address: `/help/${name ?? workspaceId}`, name }
}

/**
 * Gives the help centre a name of its own; the ones it had go on leading there.
 * @throws Problem help_centre_name_taken, also where the workspace has had ten
 */
export async function nameHelpCentre(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  workspaceId: string,
  name: string,
): Promise<HelpCentre> {
  return store.write(async (tx) => {
    await tx.lock(`help centre ${name}`)
    const holder = await findNamedWorkspace(tx, name)
    if (holder !== undefined && holder !== workspaceId) throw problem('help_centre_name_taken')
    if (holder === undefined && (await countNames(tx, workspaceId)) >= mostNames)
      throw problem('help_centre_name_taken', {
        detail: `This workspace has had ${mostNames} names; take one of them.`,
      })
    await saveName(tx, { name, workspaceId, createdAt: now() })
    return readHelpCentre(tx, workspaceId)
  })
}
