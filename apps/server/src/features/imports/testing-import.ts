import type { ImportReport, NewImport } from '@heed/contracts'
import { asc, eq } from 'drizzle-orm'
import type { Heed } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'

export const accountMapping = {
  Id: 'accountId',
  Name: 'name',
  Plan: 'plan',
  MRR: 'spend',
  Currency: 'currency',
  Since: 'createdAt',
  Industry: 'traits.Industry',
}
export const accountFile = [
  'Id,Name,Plan,MRR,Currency,Since,Industry,Notes',
  'a1,Acme,pro,129.90,EUR,2024-02-29,"Oil, gas",secret',
  'a2,"Bolt ""B"" Ltd",basic,1500,JPY,,Retail,secret',
  'a3,Café,,,,,=cmd|calc,secret',
].join('\r\n')

export const personMapping = {
  id: 'userId',
  email: 'email',
  name: 'name',
  company: 'account.accountId',
  plan: 'account.plan',
  seats: 'account.seats',
  logins: 'traits.logins',
  code: 'traits.code',
}
export const personFile = [
  'id;email;name;company;plan;seats;logins;code',
  'u1;ada@acme.example;Ada;a1;pro;12;3;007',
  'u2;bo@acme.example;Bo;a1;pro;12;40;8',
  'u3;;Cy;;;;;',
].join('\n')

/** A workspace into which an admin imports. */
export const importingInto = async (heed: Heed) => {
  const workspace = await heed.workspace({})
  const { workspaceId } = workspace
  const admin = await signInAs(heed, workspaceId, 'admin')
  const run = async (given: Partial<NewImport> & Pick<NewImport, 'kind' | 'csv' | 'mapping'>) =>
    admin.send<ImportReport>('POST', '/imports', { dryRun: false, ...given })
  const importAccounts = async (csv = accountFile, mapping: Record<string, string> = accountMapping, dryRun = false) =>
    run({ kind: 'accounts', csv, mapping, dryRun })
  const importPeople = async (csv = personFile, mapping: Record<string, string> = personMapping, dryRun = false) =>
    run({ kind: 'people', csv, mapping, dryRun })
  const accounts = async () => {
    const { db, tables } = heed.store.read
    const here = eq(tables.accounts.workspaceId, workspaceId)
    return db.select().from(tables.accounts).where(here).orderBy(asc(tables.accounts.externalId))
  }
  const people = async () => {
    const { db, tables } = heed.store.read
    const here = eq(tables.people.workspaceId, workspaceId)
    return db.select().from(tables.people).where(here).orderBy(asc(tables.people.userId))
  }
  return { ...workspace, admin, run, importAccounts, importPeople, accounts, people }
}

/** Added, changed, unchanged, refused. */
export const counts = ({ added, changed, unchanged, refused }: ImportReport) => [added, changed, unchanged, refused]
