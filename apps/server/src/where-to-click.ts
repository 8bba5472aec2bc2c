import type { Config } from './config.ts'
import type { Deps } from './deps.ts'
import { findMemberByEmail } from './features/members/members.queries.ts'
import { createSignInLink } from './features/members/sign-in.ts'
import { sampleKeys, sampleOwnerEmail, samplePassword } from './features/sample/ensure-sample.ts'
import { readSignUp } from './features/workspaces/sign-up.ts'

type Started = { url: string; sample: boolean; signUp: Config['signUp'] }

/** The addresses that the server prints once it runs: those of the sample, and the way to a workspace of one's own. */
export async function whereToClick(deps: Deps, { url, sample, signUp }: Started): Promise<string> {
  const { open, first } = await readSignUp(deps.store.read, signUp)
  const member = sample ? await findMemberByEmail(deps.store.read, sampleOwnerEmail) : undefined
  const lines: [string, string][] = []
  if (member)
    lines.push(
      ['Dashboard', `${url}/sign-in#link=${await createSignInLink(deps, member)}`],
      ['', `(signs you in once to the sample; later: ${member.email}, password ${samplePassword})`],
    )
  else if (!first || !open) lines.push(['Dashboard', `${url}/sign-in`])
  if (open) lines.push(['Yours', `${url}/new-workspace`], ['', '(makes a workspace of your own)'])
  // Without the sample the demo app has no key of its own: each workspace leads to it with theirs.
  if (member) lines.push(['Demo app', `${url}/demo`])
  lines.push(['API', `${url}/docs`])
  const addresses = lines.map(([name, address]) => `  ${name.padEnd(10)} ${address}`)
  if (!member) return addresses.join('\n')
  const tag = `<script async src="${url}/w/${sampleKeys.publishable}.js"></script>`
  return [...addresses, '', `  Script tag ${tag}`].join('\n')
}
